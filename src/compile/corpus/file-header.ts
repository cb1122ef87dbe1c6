import { LIBRARY_CONSTRUCTS } from '../../syntax/constructs/library.ts'
import type { BlockHeader } from './block-header.ts'

/** What the rest of a workspace may know of a file before its blocks are compiled (文件的标识). */
export interface FileHeader {
  readonly uri: string
  /** In the order of the text. */
  readonly blocks: readonly BlockHeader[]
  /** The 公共库 among them. */
  readonly libraries: readonly BlockHeader[]
  /** The 引用 lines. */
  readonly imports: readonly BlockHeader[]
}

/** Puts the headers of a file's blocks and 引用 lines together: into the header of before, where they are the same. */
export function headFile(
  uri: string,
  blocks: readonly BlockHeader[],
  imports: readonly BlockHeader[],
  before: FileHeader | undefined,
): FileHeader {
  if (before !== undefined && hasSameItems(before.blocks, blocks) && hasSameItems(before.imports, imports))
    return before
  return { uri, blocks, imports, libraries: blocks.filter(isLibrary) }
}

/** True for 材料库, 机构库, 枚举库 and 法规库. */
export function isLibrary({ construct }: BlockHeader): boolean {
  return LIBRARY_CONSTRUCTS.includes(construct)
}

/**
 * The headers of some blocks after an edit, with the objects of before wherever they say the same: for the blocks above
 * and below the edit, and for those in which it changed nothing that others may know.
 */
export function keepHeaders(before: readonly BlockHeader[], after: readonly BlockHeader[]): readonly BlockHeader[] {
  const kept = [...after]
  const shorter = Math.min(before.length, after.length)
  let first = 0
  while (first < shorter && keep(before[first], first)) first++
  for (let last = 1; last <= shorter - first; last++) if (!keep(before.at(-last), after.length - last)) break
  return kept

  function keep(known: BlockHeader | undefined, at: number): boolean {
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(after[at])) return false
    kept[at] = known
    return true
  }
}

/** True for lists of the same objects in the same order. */
export function hasSameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
