/** The manual page of one code (诊断说明), in the words of the people who write guides. */
export interface Explanation {
  /** What the finding means and why it matters. */
  readonly meaning: string
  /** How to mend the text. */
  readonly mend: string
  /** Lines that raise the finding; absent where it is not about lines of text (the encoding of the file). */
  readonly bad?: readonly string[]
  /** The same lines mended. */
  readonly good?: readonly string[]
}
