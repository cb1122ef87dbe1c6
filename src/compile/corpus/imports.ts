import type { BlockHeader } from './block-header.ts'
import type { Corpus } from './corpus.ts'
import type { FileHeader } from './file-header.ts'
import { joinPath } from './join-path.ts'
import { type Timeline, type Version, versionAlone, versionOn } from './timelines.ts'

/** One 引用 line with what it means. */
export interface Import {
  readonly line: BlockHeader
  /** The blocks that it makes known: one of a name, all of a file; none where it is not in the workspace. */
  readonly blocks: readonly BlockHeader[]
  /** Blocks of the same name that are not versions of one another: nobody can say which is meant. */
  readonly ambiguous: readonly BlockHeader[]
  /** True where it asks for a version; `versions` are those that there are. */
  readonly pinned: boolean
  readonly versions: readonly Version[]
}

/** The 引用 lines of a file, resolved against the workspace (引用的解析). */
export function resolveImports(file: FileHeader, corpus: Corpus, asOf: string | undefined): readonly Import[] {
  return file.imports.flatMap((line) => resolveImport(line, file, corpus, asOf) ?? [])
}

function resolveImport(
  line: BlockHeader,
  { uri }: FileHeader,
  corpus: Corpus,
  asOf: string | undefined,
): Import | undefined {
  const { request } = line
  if (request === undefined) return undefined
  if (request.kind === 'file') {
    const file = corpus.fileAt(joinPath(uri, request.path))
    const blocks = file?.blocks.filter(({ name }) => name !== undefined) ?? []
    return { line, blocks, ambiguous: [], pinned: false, versions: [] }
  }
  // Brackets belong to the name wherever a block has it with them.
  const whole = corpus.byKey.get(request.name.key)
  const { pinned } = request
  if (whole !== undefined || pinned === undefined) {
    return { line, ...oneOf(whole ?? [], corpus, (timeline) => versionOn(timeline, asOf).block), pinned: false }
  }
  const { to } = pinned
  const choose = (timeline: Timeline): BlockHeader | undefined =>
    to.kind === 'day'
      ? versionOn(timeline, to.date).block
      : timeline.find(({ block }) => block.version === to.version.replace(/\s/g, ''))?.block
  return { line, ...oneOf(corpus.byKey.get(pinned.name.key) ?? [], corpus, choose), pinned: true }
}

function oneOf(
  named: readonly BlockHeader[],
  { timelines }: Corpus,
  choose: (timeline: Timeline) => BlockHeader | undefined,
): Omit<Import, 'line' | 'pinned'> {
  const chosen = new Set<BlockHeader>()
  const versions = new Map<BlockHeader, Version>()
  for (const block of named) {
    const timeline = block.versionKey === undefined ? [] : (timelines.get(block) ?? [versionAlone(block)])
    for (const version of timeline) versions.set(version.block, version)
    const [first, ...others] = timeline
    const version = first === undefined ? block : choose([first, ...others])
    if (version !== undefined) chosen.add(version)
  }
  const blocks = [...chosen]
  return { blocks: blocks.slice(0, 1), ambiguous: blocks.length > 1 ? blocks : [], versions: [...versions.values()] }
}
