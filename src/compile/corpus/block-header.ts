import { parseCivilDate } from '../../calendar/civil-date.ts'
import type { Name, PinSyntax, SyntaxNode, Value } from '../../syntax/tree.ts'
import { childOf, nameOf, valueIn } from '../lower/read-node.ts'
import { mentionsIn, type Reference } from './references.ts'

/**
 * What the rest of a workspace may know of a block before it is compiled (块的标识); read once when the block is parsed.
 * A header says nothing of places in the text, so that a block keeps the header object that it has through all edits
 * that leave this as it was: whatever is worked out from headers alone then holds as it stands.
 */
export interface BlockHeader {
  readonly construct: string
  readonly name: Word | undefined
  /** The same for all blocks that are versions of one another by their name; absent where the construct has no versions. */
  readonly versionKey?: string | undefined
  /** The same for matters of one 编码 that say when they begin, with the 业务办理项 that tells parts of one matter apart. */
  readonly codeKey?: string | undefined
  /** The same for 实施清单 by which one authority carries out one matter. */
  readonly dutyKey?: string | undefined
  /** 施行 and 失效 as written, where the days exist; others are reported where the block is compiled. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** 版本 as written, without blanks. */
  readonly version?: string | undefined
  /** The other blocks that it builds on, in the order in which its lines mention them. */
  readonly references: readonly Reference[]
  /** What an 引用 line asks for. */
  readonly request?: Request | undefined
}

/** A name as written and as compared. */
type Word = Pick<Name, 'text' | 'key'>

/** What an 引用 line asks for: a file, or a block by its name. The words in brackets may pin a version or belong to the name. */
type Request =
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'block'
      readonly name: Word
      readonly pinned: { readonly name: Word; readonly to: PinSyntax } | undefined
    }

/** The blocks that have versions: those whose 施行 and 失效 say when they are in force. */
const DATED: ReadonlySet<string> = new Set(['matter', 'implementation', 'bundle'])

/** Reads the header of a block from its lines. */
export function readHeader(node: SyntaxNode, name: Name | undefined): BlockHeader {
  const references = mentionsIn(node).map(({ reference }) => reference)
  const { construct } = node
  const base = { construct, name: name && wordOf(name), references }
  if (construct === 'import') return { ...base, request: requestOf(node.value) }
  if (name === undefined || !DATED.has(construct)) return base
  const line = (ending: string) => node.children.find((child) => child.construct.endsWith(ending))
  const dateIn = (ending: string) => {
    const date = valueIn(line(ending), 'date')?.date
    return date !== undefined && parseCivilDate(date).ok ? date : undefined
  }
  const from = dateIn('.effectiveFrom')
  const code = valueIn(line('.code'), 'text')?.text
  const item = valueIn(line('.businessItem'), 'name')?.name.key ?? ''
  return {
    ...base,
    versionKey: `${construct} ${name.key}`,
    // Implementations of one matter by different authorities go on from the same code.
    codeKey: construct === 'matter' && from && code ? `${code} ${item}` : undefined,
    dutyKey: dutyOf(node),
    from,
    to: dateIn('.effectiveTo'),
    version: valueIn(line('.version'), 'text')?.text.replace(/\s/g, ''),
  }
}

function dutyOf(node: SyntaxNode): string | undefined {
  const authority = nameOf(childOf(node, 'matter.authority'))
  if (node.construct !== 'implementation' || authority === undefined) return undefined
  return `${nameOf(childOf(node, 'implementation.base'))?.key ?? ''} ${authority.key}`
}

function requestOf(value: Value): Request | undefined {
  if (value.kind === 'importPath') return { kind: 'file', path: value.path }
  if (value.kind !== 'import') return undefined
  const { name, pinned } = value
  return { kind: 'block', name: wordOf(name), pinned: pinned && { name: wordOf(pinned.name), to: pinned.to } }
}

function wordOf({ text, key }: Name): Word {
  return { text, key }
}
