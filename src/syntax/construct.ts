import type { Words } from './words.ts'

/** The name spaces of a matter (名称空间): names are unique within one and may repeat across them. */
export type Namespace =
  | 'facts'
  | 'options'
  | 'situations'
  | 'requirements'
  | 'materials'
  | 'steps'
  | 'outputs'
  | 'decisions'
  | 'measures'
  | 'components'

/** What stands after the colon of a keyword (值的种类); values/value-kinds.ts says how each is written. */
export type ValueKind =
  | {
      readonly kind:
        | 'none'
        | 'yesNo'
        | 'integer'
        | 'count'
        | 'date'
        | 'dateRanges'
        /** 最短1个工作日，最可能2个工作日，最长5个工作日; 1、1、2、8个工作日 */
        | 'timeTaken'
        | 'import'
        | 'datedText'
        | 'citation'
        | 'condition'
        /** Which matters: a condition over their properties, or 全部. */
        | 'selection'
        | 'branch'
        | 'placement'
        /** 事项·名称 */
        | 'path'
        | 'paths'
        | 'goal'
        | 'money'
        | 'premise'
        | 'event'
        | 'assertion'
        /** Read as the line above it is: 并且. */
        | 'continued'
    }
  /** `phrase`: a word or code rather than a sentence, so that 。 behind it is not part of it. */
  | { readonly kind: 'text'; readonly phrase?: true }
  /** `goto`: a leading 转 or 则 is not part of the name. */
  | { readonly kind: 'name'; readonly goto?: true }
  /** `of`: the declared names that items are matched with, so that a name may contain 、. */
  | { readonly kind: 'names' | 'choice'; readonly of?: readonly Namespace[] }
  | { readonly kind: 'enum' | 'enums' | 'basis'; readonly words: Words }
  /** `dated`: （自…起） may follow; `reference`: 【名称】 of a decision table's output may stand instead. */
  | { readonly kind: 'duration'; readonly dated?: true; readonly reference?: true }

/**
 * One row of the keyword table (构造): a keyword at the places where it may stand.
 * The same word may be the keyword of several constructs, told apart by what they stand under.
 */
export interface Construct {
  /** English id, `material.necessity`; the compiler goes by it. */
  readonly id: string
  readonly keyword: string
  /** Other words for the same thing, read but not written by the formatter. */
  readonly aliases?: readonly string[]
  /** The keyword in traditional characters. */
  readonly hant: string
  /** Syllables of the keyword without tones, for homophones and completion. */
  readonly pinyin: string
  /** A block stands at the top; a section groups entries; an entry opens something with attributes. */
  readonly role: 'block' | 'section' | 'entry' | 'attribute'
  /** What it may stand under; empty for blocks and for shared constructs. */
  readonly under?: readonly string[]
  /** True for what other constructs list in `takes` instead of being listed here: 当, 依据, 说明, 备注. */
  readonly shared?: true
  /** The shared constructs that may stand under this one. */
  readonly takes?: readonly string[]
  readonly value: ValueKind
  /** A value as it is usually written here, where the kind's own example would mislead. */
  readonly example?: string
  /** True where it may be written more than once in the same entry. */
  readonly many?: true
  /** A block whose lines the formatter puts at the margin, as official documents have them; lines of others stand further in. */
  readonly margin?: true
  /** The name space that its names belong to. */
  readonly declares?: Namespace
  /** Takes a table of values; what its columns behind → hold is a value, or what must come out of a 用例. */
  readonly table?: { readonly output: 'operand' | 'assertion' }
  /** What it says of a fact that conditions are read by: its type, or the unit that numbers there may carry. */
  readonly ofFacts?: 'type' | 'unit'
  /** The field of the national data model (实施清单) that it fills. */
  readonly gbField?: string
  /** Its manual page in docs/language/. */
  readonly page: string
}
