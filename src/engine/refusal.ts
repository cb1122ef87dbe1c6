import type { Origin } from '../base/source-file.ts'
import type { RefusalCode } from './refusals.ts'

/** Why a command or an input was refused (拒绝): data with a code, a sentence, and what to do. A refusal leaves no trace in the case. */
export interface Refusal {
  readonly code: RefusalCode
  /** One Chinese sentence that says what is wrong. It never repeats personal data. */
  readonly message: string
  /** What to do about it. */
  readonly help: string
  /** The field that is wrong, as a path into the command: `facts.经营面积`. */
  readonly field?: string
  /** What is missing or in the way: names of steps, facts, materials, roles. */
  readonly names?: readonly string[]
  /** The line of the definition that forbids it, where there is one. */
  readonly origin?: Origin
}
