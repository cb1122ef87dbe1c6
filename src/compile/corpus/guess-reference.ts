import { nearestWord } from '../../syntax/suggest.ts'
import type { BlockHeader } from './block-header.ts'
import type { Corpus } from './corpus.ts'
import type { Reference } from './references.ts'

/**
 * The block that the author of a line probably meant which means none (引用的猜测): one of that very name that is of another
 * kind, else the one whose name is nearest.
 */
export function guessReference({ key, kinds }: Reference, { byKey }: Corpus): BlockHeader | undefined {
  const [other] = byKey.get(key) ?? []
  if (other !== undefined) return other
  const isOfKind = ({ construct }: BlockHeader) => kinds.includes(construct)
  const near = nearestWord(
    key,
    [...byKey].flatMap(([name, blocks]) => (blocks.some(isOfKind) ? name : [])),
  )
  return near === undefined ? undefined : byKey.get(near)?.find(isOfKind)
}
