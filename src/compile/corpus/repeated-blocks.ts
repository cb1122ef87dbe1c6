import { groupBy } from '../../base/group-by.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { CONSTRUCTS } from '../../syntax/constructs.ts'
import { originOf } from '../lower/read-node.ts'
import type { SourceBlock } from '../split-blocks.ts'
import type { Corpus } from './corpus.ts'

const KEYWORDS: ReadonlyMap<string, string> = new Map(CONSTRUCTS.map(({ id, keyword }) => [id, keyword]))

/**
 * ZW4008: blocks of one kind and name, and with the same 施行 where they have versions. Each one after the first is
 * reported, with the first beside it.
 */
export function findRepeatedBlocks({ byKey }: Corpus): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const named of byKey.values()) {
    if (named.length < 2) continue
    const same = groupBy(named, ({ node, header }) => `${node.construct} ${header.from ?? ''}`)
    for (const [first, ...others] of same.values()) {
      if (first !== undefined) found.push(...others.map((other) => report(first, other)))
    }
  }
  return found
}

function report(first: SourceBlock, other: SourceBlock): Diagnostic {
  const kind = KEYWORDS.get(other.node.construct) ?? ''
  const params = { kind, name: other.name?.text ?? '', places: [first, other].map(placeInWords) }
  const related = [{ origin: originOf(first.source, first.node), text: '第一次在这里' }]
  return diagnose('ZW4008', params, originOf(other.source, other.node), { related })
}

function placeInWords({ node, source, lineOf }: SourceBlock): string {
  return `${source.uri}第${lineOf(node.keyword.start)}行`
}
