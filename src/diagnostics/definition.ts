import type { Severity } from './severity.ts'

/** One code of the catalogue (诊断定义). `P` names the author's words and figures that its sentences need. */
export interface Definition<P> {
  readonly severity: Severity
  /** What kind of finding it is, without the particulars; heads its manual page. */
  readonly title: string
  /** One sentence that says what is wrong, in the author's words. */
  readonly message: (params: P) => string
  /** The remark under the marked place, where a caller gives no better one. */
  readonly label?: (params: P) => string
  /** What to do about it, where the message alone does not say so. */
  readonly help?: (params: P) => string | undefined
}

/** States the parameters of a definition once, so that all its sentences share them. */
export function define<P>(definition: Definition<P>): Definition<P> {
  return definition
}
