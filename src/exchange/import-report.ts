/**
 * What became of a part of a foreign document: `structured` it is a part of the matter that programs work with,
 * `manual` a 人工判断, `note` a 说明, `omitted` it says nothing of the matter (a picture's layout, an empty row).
 */
export type ImportOutcome = 'structured' | 'manual' | 'note' | 'omitted'

/** One row of the report of an import (导入对应表的一行): every part of the document has one. */
export interface ImportedPart {
  /** Where it stands in the document: an element's id, a sheet and its cell. */
  readonly place: string
  /** What it is there, in Chinese: `用户任务“初审”`. */
  readonly what: string
  readonly outcome: ImportOutcome
  /** What it became, in Chinese: `环节“初审”`; for what is omitted, why. */
  readonly became: string
}
