import { parseCivilDate } from '../../calendar/civil-date.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import { valueIn } from '../lower/read-node.ts'
import { type Reference, referencesIn } from './references.ts'

/** What the rest of a workspace asks of a block before it is compiled (块的标识); read once when the block is parsed. */
export interface BlockHeader {
  /** The same for all blocks that are versions of one another by their name; absent where the construct has no versions. */
  readonly versionKey: string | undefined
  /** The same for matters of one 编码 that say when they begin, with the 业务办理项 that tells parts of one matter apart. */
  readonly codeKey: string | undefined
  /** 施行 and 失效 as written, where the days exist; others are reported where the block is compiled. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** 版本 as written, without blanks. */
  readonly version: string | undefined
  /** The other blocks that it builds on, in the order in which its lines mention them. */
  readonly references: readonly Reference[]
}

/** The blocks that have versions: those whose 施行 and 失效 say when they are in force. */
const DATED: ReadonlySet<string> = new Set(['matter', 'implementation', 'bundle'])

/** Reads the header of a block from its lines. */
export function readHeader(node: SyntaxNode, name: Name | undefined): BlockHeader {
  const references = referencesIn(node)
  if (name === undefined || !DATED.has(node.construct)) {
    return { versionKey: undefined, codeKey: undefined, from: undefined, to: undefined, version: undefined, references }
  }
  const line = (ending: string) => node.children.find(({ construct }) => construct.endsWith(ending))
  const dateIn = (ending: string) => {
    const date = valueIn(line(ending), 'date')?.date
    return date !== undefined && parseCivilDate(date).ok ? date : undefined
  }
  const from = dateIn('.effectiveFrom')
  const code = valueIn(line('.code'), 'text')?.text
  const item = valueIn(line('.businessItem'), 'name')?.name.key ?? ''
  return {
    versionKey: `${node.construct} ${name.key}`,
    // Implementations of one matter by different authorities go on from the same code.
    codeKey: node.construct === 'matter' && from && code ? `${code} ${item}` : undefined,
    from,
    to: dateIn('.effectiveTo'),
    version: valueIn(line('.version'), 'text')?.text.replace(/\s/g, ''),
    references,
  }
}
