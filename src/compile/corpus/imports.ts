import type { SyntaxNode } from '../../syntax/tree.ts'
import type { SourceBlock, SplitFile } from '../split-blocks.ts'
import type { Corpus } from './corpus.ts'
import { joinPath } from './join-path.ts'
import { type Timeline, type Version, versionAlone, versionOn } from './timelines.ts'

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

/**
 * The 引用 lines of a file, resolved against the workspace (引用的解析). Where all of them mean what they meant before,
 * the answer is the one of before itself.
 */
export function resolveImports(
  file: SplitFile,
  corpus: Corpus,
  asOf: string | undefined,
  before: readonly Import[] | undefined,
): readonly Import[] {
  if (before?.every((line) => isAsBefore(line, corpus)) === true) return before
  return file.imports.flatMap((node) => resolveImport(node, file, corpus, asOf) ?? [])
}

/** True for a name without versions that one block has, the same as before; others are looked up again. */
function isAsBefore({ node: { value }, blocks, versions, ambiguous }: Import, { byKey }: Corpus): boolean {
  const [block] = blocks
  if (value.kind !== 'import' || block === undefined || versions.length > 0 || ambiguous.length > 0) return false
  const named = byKey.get(value.name.key)
  return named?.length === 1 && named[0] === block
}

function resolveImport(
  node: SyntaxNode,
  { source }: SplitFile,
  corpus: Corpus,
  asOf: string | undefined,
): Import | undefined {
  const { value } = node
  if (value.kind === 'importPath') {
    const file = corpus.fileAt(joinPath(source.uri, value.path))
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
      : timeline.find(({ block }) => block.header.version === to.version.replace(/\s/g, ''))?.block
  return { node, ...oneOf(corpus.byKey.get(pinned.name.key) ?? [], corpus, choose), pinned: true }
}

function oneOf(
  named: readonly SourceBlock[],
  { timelines }: Corpus,
  choose: (timeline: Timeline) => SourceBlock | undefined,
): Omit<Import, 'node' | 'pinned'> {
  const chosen = new Set<SourceBlock>()
  const versions = new Map<SourceBlock, Version>()
  for (const block of named) {
    const timeline = block.header.versionKey === undefined ? [] : (timelines.get(block) ?? [versionAlone(block)])
    for (const version of timeline) versions.set(version.block, version)
    const [first, ...others] = timeline
    const version = first === undefined ? block : choose([first, ...others])
    if (version !== undefined) chosen.add(version)
  }
  const blocks = [...chosen]
  return { blocks: blocks.slice(0, 1), ambiguous: blocks.length > 1 ? blocks : [], versions: [...versions.values()] }
}
