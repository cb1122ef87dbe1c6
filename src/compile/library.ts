import type { Origin } from '../base/source-file.ts'
import type { Fact, Material } from '../model/application.ts'
import type { Name } from '../syntax/tree.ts'

/** What stands in a library for several matters to use (公共库的条目). */
export type SharedEntry =
  | { readonly kind: 'material'; readonly library: string; readonly name: Name; readonly material: Material }
  /** `name` is the official one, also for the entry's other names. */
  | { readonly kind: 'organisation'; readonly library: string; readonly name: Name; readonly origin: Origin }
  | {
      readonly kind: 'role'
      readonly library: string
      readonly name: Name
      readonly organisation: string | undefined
      readonly origin: Origin
    }
  | {
      readonly kind: 'optionSet'
      readonly library: string
      readonly name: Name
      readonly options: readonly Name[]
      readonly origin: Origin
    }
  /** The versions of one law, in the order written. */
  | { readonly kind: 'law'; readonly library: string; readonly name: Name; readonly versions: readonly LawVersion[] }

/** One version of a law (法规的版本): its number or year in brackets, and its days in force. */
export interface LawVersion {
  readonly qualifier: string | undefined
  readonly from: string | undefined
  /** The last day. */
  readonly to: string | undefined
  readonly origin: Origin
}

/** The entries that a block may use, by kind and folded name: {@link sharedKey}. */
export type SharedEntries = ReadonlyMap<string, SharedEntry>

/** The place of an entry of a kind and folded name among the shared ones. */
export function sharedKey(kind: SharedEntry['kind'], key: string): string {
  return `${kind} ${key}`
}

/** A 材料库, 机构库, 枚举库 or 法规库 as compiled (公共库). */
export interface Library {
  readonly name: string
  readonly entries: SharedEntries
  /** Its 信息, for 来自. */
  readonly facts: ReadonlyMap<string, { readonly fact: Fact; readonly options: ReadonlyMap<string, string> }>
}
