import type { SyntaxNode } from '../../syntax/tree.ts'
import type { SourceBlock, SplitFile } from '../split-blocks.ts'
import type { Corpus } from './corpus.ts'
import { type Timeline, type Version, versionNameOf, versionOn } from './timelines.ts'

/** One 引用 line with what it means. */
export interface Import {
  readonly node: SyntaxNode
  /** The blocks that it makes known: one of a name, all of a file; none where it is not in the workspace. */
  readonly blocks: readonly SourceBlock[]
  /** Blocks of the same name that are not versions of one another: nobody can say which is meant. */
  readonly ambiguous: readonly SourceBlock[]
  /** True where it asks for a version; `versions` are those that there are. */
  readonly pinned: boolean
  readonly versions: readonly Version[]
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
    return { node, blocks, ambiguous: [], pinned: false, versions: [] }
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
      : timeline.find(({ block }) => versionNameOf(block) === to.version.replace(/\s/g, ''))?.block
  return { node, ...oneOf(corpus.byKey.get(pinned.name.key) ?? [], corpus, choose), pinned: true }
}

function oneOf(
  named: readonly SourceBlock[],
  { timelines }: Corpus,
  choose: (timeline: Timeline) => SourceBlock | undefined,
): Omit<Import, 'node' | 'pinned'> {
  const chosen = new Set<SourceBlock>()
  const versions = new Set<Version>()
  for (const block of named) {
    const timeline = timelines.get(block)
    for (const version of timeline ?? []) versions.add(version)
    const version = timeline === undefined ? block : choose(timeline)
    if (version !== undefined) chosen.add(version)
  }
  const blocks = [...chosen]
  return { blocks: blocks.slice(0, 1), ambiguous: blocks.length > 1 ? blocks : [], versions: [...versions] }
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
