import { LIBRARY_CONSTRUCTS } from '../../syntax/constructs/library.ts'
import type { BlockHeader } from './block-header.ts'

/** What the rest of a workspace may know of a file before its blocks are compiled (文件的标识). */
export interface FileHeader {
  readonly uri: string
  /** In the order of the text. */
  readonly blocks: readonly BlockHeader[]
  /** The 引用 lines, and the 公共库, among them. */
  readonly imports: readonly BlockHeader[]
  readonly libraries: readonly BlockHeader[]
}

/** Puts the headers of a file's blocks together. */
export function headFile(uri: string, blocks: readonly BlockHeader[]): FileHeader {
  return {
    uri,
    blocks,
    imports: blocks.filter(({ construct }) => construct === 'import'),
    libraries: blocks.filter(isLibrary),
  }
}

/** True for 材料库, 机构库, 枚举库 and 法规库. */
export function isLibrary({ construct }: BlockHeader): boolean {
  return LIBRARY_CONSTRUCTS.includes(construct)
}

/**
 * The header of a file after an edit, with the objects of before wherever they say the same: for the blocks above and
 * below the edit, and for those in which it changed nothing that others may know.
 */
export function keepHeaders(before: FileHeader, after: FileHeader): FileHeader {
  const blocks = [...after.blocks]
  const shorter = Math.min(before.blocks.length, blocks.length)
  let first = 0
  while (first < shorter && keep(before.blocks[first], first)) first++
  if (first === blocks.length && first === before.blocks.length) return before
  for (let last = 1; last <= shorter - first; last++) if (!keep(before.blocks.at(-last), blocks.length - last)) break
  return headFile(after.uri, blocks)

  function keep(known: BlockHeader | undefined, at: number): boolean {
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(blocks[at])) return false
    blocks[at] = known
    return true
  }
}
