import type { Origin } from '../base/source-file.ts'
import type { DiagnosticCode } from './catalogue.ts'
import type { Severity } from './severity.ts'

/** A place in the text with a short remark (位置): the first label of a diagnostic is where it stands, further ones are related places. */
export interface Label {
  readonly origin: Origin
  readonly text: string
}

/** One replacement of text (修改); an empty span inserts. */
export interface Edit {
  readonly origin: Origin
  readonly text: string
}

/** How safely a fix may be applied: by itself (自动), after asking (需确认), or only with the blanks filled in (含占位). */
export type Applicability = 'auto' | 'ask' | 'placeholder'

/** A way to mend the text (改法). */
export interface Fix {
  readonly title: string
  readonly applicability: Applicability
  readonly edits: readonly Edit[]
}

/** A finding about the author's text or matter (诊断). Plain data; `renderDiagnostic` turns it into words on a terminal. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  /** One Chinese sentence that says what is wrong, in the author's own words. */
  readonly message: string
  /** At least one; the first is the primary place. */
  readonly labels: readonly [Label, ...Label[]]
  /** What to do about it. */
  readonly help?: string
  /** Where in the document it stands, for people: 事项“…” › 申请材料 › 材料“…”. */
  readonly context?: string
  readonly fixes: readonly Fix[]
}
