import type { SyntaxNode } from '../../syntax/tree.ts'
import type { SourceBlock, SplitFile } from '../split-blocks.ts'
import type { Corpus } from './corpus.ts'
import { type Timeline, versionOn } from './timelines.ts'

/** One 引用 line with what it means. */
export interface Import {
  readonly node: SyntaxNode
  /** The blocks that it makes known: one of a name, all of a file; none where it is not in the workspace. */
  readonly blocks: readonly SourceBlock[]
  /** Blocks of the same name that are not versions of one another: nobody can say which is meant. */
  readonly ambiguous: boolean
  readonly pinned: boolean
}

/** The 引用 lines of a file, resolved against the workspace (引用的解析). */
export function resolveImports(file: SplitFile, corpus: Corpus, asOf: string | undefined): readonly Import[] {
  return file.blocks.flatMap(({ node }) => {
    const found = resolveImport(node, file, corpus, asOf)
    return found === undefined ? [] : [found]
  })
}

function resolveImport(
  node: SyntaxNode,
  { source }: SplitFile,
  corpus: Corpus,
  asOf: string | undefined,
): Import | undefined {
  const { value } = node
  if (value.kind === 'importPath') {
    const path = joinPath(source.uri, value.path)
    const file = corpus.files.find((other) => joinPath(other.source.uri, '') === path)
    const blocks = file?.blocks.filter(({ name }) => name !== undefined) ?? []
    return { node, blocks, ambiguous: false, pinned: false }
  }
  if (value.kind !== 'import') return undefined
  // Brackets belong to the name wherever a block has it with them.
  const whole = corpus.byKey.get(value.name.key)
  const { pinned } = value
  if (whole !== undefined || pinned === undefined) {
    return { node, ...oneOf(whole ?? [], corpus, (timeline) => versionOn(timeline, asOf).block), pinned: false }
  }
  const { to } = pinned
  const choose = (timeline: Timeline): SourceBlock | undefined =>
    to.kind === 'day'
      ? versionOn(timeline, to.date).block
      : timeline.find(({ block }) => versionOf(block) === to.version.replace(/\s/g, ''))?.block
  return { node, ...oneOf(corpus.byKey.get(pinned.name.key) ?? [], corpus, choose), pinned: true }
}

function oneOf(
  named: readonly SourceBlock[],
  { timelines }: Corpus,
  choose: (timeline: Timeline) => SourceBlock | undefined,
): Pick<Import, 'blocks' | 'ambiguous'> {
  const chosen = new Set<SourceBlock>()
  for (const block of named) {
    const timeline = timelines.get(block)
    const version = timeline === undefined ? block : choose(timeline)
    if (version !== undefined) chosen.add(version)
  }
  return { blocks: [...chosen].slice(0, 1), ambiguous: chosen.size > 1 }
}

/** 版本 as written, without blanks. */
function versionOf({ node }: SourceBlock): string | undefined {
  const value = node.children.find(({ construct }) => construct.endsWith('.version'))?.value
  return value?.kind === 'text' ? value.text.replace(/\s/g, '') : undefined
}

/** A path as seen from the file that names it, without . and .. in it. */
function joinPath(base: string, path: string): string {
  const from = base.replaceAll('\\', '/')
  const to = path.replaceAll('\\', '/')
  const whole = to === '' ? from : to.startsWith('/') ? to : `${from.slice(0, from.lastIndexOf('/') + 1)}${to}`
  const parts: string[] = []
  for (const part of whole.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
