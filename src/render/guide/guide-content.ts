/** One thing that a guide says of an entry (指南的一行说明): 份数：1份. */
export interface GuideDetail {
  /** Empty for a sentence that stands by itself. */
  readonly label: string
  readonly text: string
}

/** How a word beside a name is meant: what must be, what may be, what is spared, what is not known yet. */
export type GuideTone = 'must' | 'maybe' | 'free' | 'open'

/** One condition, material, step … (指南的一条). */
export interface GuideEntry {
  readonly name: string
  /** A word beside the name: 必带, 免提交, 待定. */
  readonly tag?: { readonly word: string; readonly tone: GuideTone } | undefined
  /** For whom it is; absent for everybody. */
  readonly when?: string | undefined
  readonly details: readonly GuideDetail[]
  /** What belongs to it: the documents of a 任选. */
  readonly inner?: readonly GuideEntry[]
}

/** What stands below a heading (指南的内容块): the same for pages and Markdown, so that neither drops anything. */
export type GuideBlock =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'lead' | 'note' | 'alert' }
  | {
      readonly kind: 'entries'
      readonly title?: string
      readonly hint?: string
      /** Boxes to tick off, numbers in order, or neither. */
      readonly marks: 'box' | 'number' | 'none'
      readonly entries: readonly GuideEntry[]
    }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Where a picture stands, if there is one. */
  | { readonly kind: 'picture'; readonly picture: 'flow' | 'gantt' }

/** One question that people have, and its answer (指南的一节). */
export interface GuideSection {
  /** Where links lead. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly GuideBlock[]
}

/** A figure at the head of the guide (一眼看懂). */
export interface GuideGlance {
  readonly label: string
  readonly value: string
  readonly note?: string | undefined
}

/** A guide in words (办事指南的内容). */
export interface Guide {
  readonly title: string
  /** 办事指南 · 行政许可 */
  readonly category: string
  /** Whose it is: authority, level, code. */
  readonly owner: readonly string[]
  readonly glance: readonly GuideGlance[]
  readonly sections: readonly GuideSection[]
}
