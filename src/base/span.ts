/** A half-open stretch of one source text (位置). Unit: UTF-16 code units from the start of the text. */
export interface Span {
  readonly start: number
  readonly end: number
}
