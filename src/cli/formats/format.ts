import type { Result } from '../../base/result.ts'
import type { Severity } from '../../diagnostics/severity.ts'
import type { ImportedPart } from '../../exchange/import-report.ts'
import type { ListReport } from '../../exchange/xlsx/list/list-report.ts'
import type { CodeSet } from '../../exchange/xlsx/list/portal-codes.ts'
import type { JsonProblem } from '../../model/describe-issue.ts'
import type { ModelDocument } from '../../model/write-model-json.ts'

/** What a document of some format says (读到的内容). */
export interface ReadDocument {
  readonly document: Omit<ModelDocument, 'schema'>
  /** What became of each part; absent where the format says all of a matter in its own words, as JSON does. */
  readonly parts?: readonly ImportedPart[]
  /** What is wrong or doubtful in it, by its place there. */
  readonly problems?: readonly ReadProblem[]
  /** Matters that were called otherwise when the document was written. */
  readonly renamed?: readonly { readonly from: string; readonly to: string }[]
  /** What became of each column of a table, for --report. */
  readonly report?: ListReport
}

/** What is wrong in a document, and how grave it is. */
interface ReadProblem extends JsonProblem {
  readonly severity: Severity
}

/** How a document is to be read, where that is for the user to say. */
interface ReadOptions {
  readonly codes?: CodeSet
}

/** How one format is written and read (一种格式): a file of this folder each, with a row in formats.ts. */
export interface Format {
  /** The document as text, or as bytes where the format is no text. A format with `single` gets exactly one matter. */
  readonly write?: (
    document: Omit<ModelDocument, 'schema'>,
    options: { readonly origins: boolean },
  ) => Promise<string | Uint8Array>
  /** Never throws on bad bytes: what is wrong with them is told. */
  readonly read?: (bytes: Uint8Array, options?: ReadOptions) => Promise<Result<ReadDocument, readonly JsonProblem[]>>
}
