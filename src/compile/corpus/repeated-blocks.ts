import { groupBy } from '../../base/group-by.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { CONSTRUCTS } from '../../syntax/constructs.ts'
import { originOf } from '../lower/read-node.ts'
import type { SourceBlock } from '../split-blocks.ts'
import type { BlockHeader } from './block-header.ts'
import type { Corpus } from './corpus.ts'

const KEYWORDS: ReadonlyMap<string, string> = new Map(CONSTRUCTS.map(({ id, keyword }) => [id, keyword]))

/** Blocks of one kind and name, and with the same 施行 where they have versions. */
export function groupRepeated({ byKey }: Corpus): readonly (readonly BlockHeader[])[] {
  return [...byKey.values()].flatMap((named) =>
    named.length < 2
      ? []
      : [...groupBy(named, ({ construct, from }) => `${construct} ${from ?? ''}`).values()].filter(isSeveral),
  )
}

function isSeveral({ length }: readonly unknown[]): boolean {
  return length > 1
}

/** ZW4008: each block of such a group after the first, with the first beside it. */
export function reportRepeated([first, ...others]: readonly SourceBlock[]): readonly Diagnostic[] {
  return first === undefined ? [] : others.map((other) => report(first, other))
}

function report(first: SourceBlock, other: SourceBlock): Diagnostic {
  const kind = KEYWORDS.get(other.node.construct) ?? ''
  const params = { kind, name: other.header.name?.text ?? '', places: [first, other].map(placeInWords) }
  const related = [{ origin: originOf(first.source, first.node), text: '第一次在这里' }]
  return diagnose('ZW4008', params, originOf(other.source, other.node), { related })
}

function placeInWords({ node, source, lineOf }: SourceBlock): string {
  return `${source.uri}第${lineOf(node.keyword.start)}行`
}
