import type { Origin } from '../base/source-file.ts'

/** A keyword with what it says, as the author writes it: 环节 and 现场核查. */
export interface Heading {
  readonly keyword: string
  /** Empty for the title of a section. */
  readonly value: string
}

/** Where the part of a change stands; absent on the side that has no such part, and where it was not read from a file. */
export interface ChangePlaces {
  readonly before?: Origin
  readonly after?: Origin
}

/** One thing that differs between two versions of a definition, in the author's words (一处改动). */
export type LineChange = Heading & {
  /** The entries that it stands in, the outermost first: 办理环节, then 环节：现场核查. */
  readonly within: readonly Heading[]
  readonly places: ChangePlaces
} & (
    | {
        readonly kind: 'added' | 'removed'
        /** What belongs to it, as 关键字：值, further in the deeper it stands. */
        readonly under: readonly string[]
      }
    /** It said something else before; `renamed` where it is the name of a part that is otherwise the same. */
    | { readonly kind: 'changed' | 'renamed'; readonly before: string }
    /** It stands behind another entry than before; undefined where it is the first. */
    | { readonly kind: 'moved'; readonly behind: string | undefined }
  )
