import { compileBlock } from './compile-block.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import type { BlockHeader } from './corpus/block-header.ts'
import type { Needs } from './corpus/needs.ts'
import type { CorpusPlan } from './corpus/plan-corpus.ts'
import { dayWithin } from './corpus/timelines.ts'
import { entriesUsedBy } from './corpus/visible-entries.ts'
import type { SourceBlock, SplitFile } from './split-blocks.ts'
import { moveMatter } from './text/move.ts'

/** A block as compiled, with all that went into it. */
interface KnownBlock {
  readonly surroundings: Surroundings
  readonly libraries: readonly CompiledBlock[]
  readonly compiled: CompiledBlock
}

/** The blocks of a workspace as compiled by a plan (各块的编译结果). */
export interface CompiledBlocks {
  readonly plan: CorpusPlan
  readonly files: readonly SplitFile[]
  /** By rank. */
  readonly sources: readonly SourceBlock[]
  readonly known: readonly KnownBlock[]
  /** The ranks of those that are not what they were before; all of them where the plan is a new one. */
  readonly renewed: readonly number[]
  /** The numbers of the files that were read again; all of them where the plan is a new one. */
  readonly reread: readonly number[]
}

/**
 * Compiles each block after what it builds on. Where the plan is that of before, only what changed and what builds on it
 * is looked at; and whatever was compiled before in the same surroundings is taken from there.
 */
export function compileBlocks(
  plan: CorpusPlan,
  files: readonly SplitFile[],
  asOf: string | undefined,
  before: CompiledBlocks | undefined,
): CompiledBlocks {
  const isSamePlan = before?.plan === plan
  const sources = isSamePlan ? [...before.sources] : []
  const changed: number[] = []
  const reread: number[] = []
  files.forEach((file, number) => {
    if (isSamePlan && file === before.files[number]) return
    reread.push(number)
    for (const block of file.blocks) {
      const rank = plan.ranks.get(block.header)
      if (rank === undefined || sources[rank] === block) continue
      sources[rank] = block
      changed.push(rank)
    }
  })
  const known = isSamePlan ? [...before.known] : []
  const renewed: number[] = []
  for (const rank of isSamePlan ? withDependants(changed, plan) : plan.order.keys()) {
    const [block, header] = [sources[rank], plan.order[rank]]
    if (block === undefined || header === undefined) continue
    const last = isSamePlan ? known[rank] : before?.known[before.plan.ranks.get(header) ?? -1]
    known[rank] = compileAgain(block, dayOf(header, plan, asOf), plan.needs.byBlock.get(header), compiledOf(rank), last)
    if (!isSamePlan || known[rank].compiled !== last?.compiled) renewed.push(rank)
  }
  return { plan, files, sources, known, renewed, reread }

  /** What a block is built on as compiled; where a circle was cut, it is there, but nothing is known of it. */
  function compiledOf(from: number) {
    return (target: BlockHeader): CompiledBlock | undefined => {
      const rank = plan.ranks.get(target) ?? -1
      const source = sources[rank]
      return rank < from ? known[rank]?.compiled : source && cutOff(source)
    }
  }
}

/** Some blocks and all that builds on them, each after what it builds on. */
function withDependants(ranks: readonly number[], { dependants }: CorpusPlan): readonly number[] {
  const found = new Set(ranks)
  for (const rank of found) for (const dependant of dependants[rank] ?? []) found.add(dependant)
  return [...found].sort((a, b) => a - b)
}

/** What has versions is checked for a day on which it was in force. */
function dayOf(header: BlockHeader, { corpus }: CorpusPlan, asOf: string | undefined): string | undefined {
  const version = corpus.timelines.get(header)?.find(({ block }) => block === header)
  return version === undefined ? asOf : dayWithin(version, asOf)
}

const NO_GUESSES: ReadonlyMap<string, BlockHeader> = new Map()
const NO_NEEDS: Needs = { libraries: [], references: [], guesses: [], blocks: [] }

/** Compiles a block, unless it was compiled before in the same surroundings. */
function compileAgain(
  block: SourceBlock,
  asOf: string | undefined,
  { libraries, references, guesses }: Needs = NO_NEEDS,
  compiledOf: (target: BlockHeader) => CompiledBlock | undefined,
  before: KnownBlock | undefined,
): KnownBlock {
  const guessed =
    guesses.length === 0 ? NO_GUESSES : new Map(guesses.map(({ reference, guess }) => [reference.key, guess]))
  const isKnown = before?.compiled.block.asRead === block.asRead && before.surroundings.asOf === asOf
  if (
    isKnown &&
    before.libraries.length === libraries.length &&
    before.surroundings.referenced.size === countNames(references) &&
    libraries.every((library, at) => before.libraries[at] === compiledOf(library)) &&
    references.every(
      ({ reference, target }) => before.surroundings.referenced.get(reference.key) === compiledOf(target),
    ) &&
    hasSame(before.surroundings.guesses, guessed)
  ) {
    return atItsPlace(before, block)
  }
  const referenced = new Map<string, CompiledBlock>()
  for (const { reference, target } of references) {
    const compiled = compiledOf(target)
    if (compiled !== undefined) referenced.set(reference.key, compiled)
  }
  const visible = libraries.flatMap((library) => compiledOf(library) ?? [])
  const surroundings: Surroundings = { asOf, referenced, guesses: guessed, ...entriesUsedBy(block, visible) }
  if (isKnown && sameSurroundings(before.surroundings, surroundings)) {
    return atItsPlace({ ...before, libraries: visible }, block)
  }
  return { surroundings, libraries: visible, compiled: compileBlock(block, surroundings) }
}

/** How many names the lines of a block use for others: several lines may use the same. */
function countNames(references: Needs['references']): number {
  return references.length < 2 ? references.length : new Set(references.map(({ reference }) => reference.key)).size
}

/** What is known of a block where it stands now: what a matter without faults says of places is all that has moved. */
function atItsPlace(known: KnownBlock, block: SourceBlock): KnownBlock {
  const { compiled, surroundings } = known
  if (compiled.block === block) return known
  const { asRead, movedBy, source } = compiled.block
  const by = block.movedBy - movedBy
  const isFaultless = compiled.findings.length === 0 && compiled.compiled?.unread === undefined
  const isPlain = isFaultless && compiled.compiled !== undefined && asRead.construct === 'matter'
  if (!isPlain) return { ...known, compiled: compileBlock(block, surroundings) }
  if (by === 0) return known
  const move = { file: source.uri, from: asRead.keyword.start + movedBy, by }
  return { ...known, compiled: { ...compiled, block, compiled: moveMatter(compiled.compiled, move) } }
}

const cut = new WeakMap<SourceBlock, CompiledBlock>()

function cutOff(block: SourceBlock): CompiledBlock {
  const known = cut.get(block) ?? { block, findings: [] }
  cut.set(block, known)
  return known
}

function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  const names = ['referenced', 'guesses', 'shared', 'rivals'] as const
  return names.every((name) => hasSame<unknown>(a[name], b[name]))
}

function hasSame<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (b.get(key) !== value) return false
  return true
}
