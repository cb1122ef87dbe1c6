import type { SourceFile } from '../base/source-file.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { collectResults } from './collect-results.ts'
import { compileBlock } from './compile-block.ts'
import type { CompiledWorkspace, CompileOptions } from './compiled.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { checkImports } from './corpus/check-imports.ts'
import { checkTimelines } from './corpus/check-timelines.ts'
import { findCompetingImplementations } from './corpus/competing-implementations.ts'
import { orderByNeed } from './corpus/compile-order.ts'
import { indexCorpus } from './corpus/corpus.ts'
import { findLoops } from './corpus/find-loops.ts'
import { type CorpusNeeds, findNeeds, type Needs } from './corpus/needs.ts'
import { findRepeatedBlocks } from './corpus/repeated-blocks.ts'
import { dayWithin } from './corpus/timelines.ts'
import { entriesUsedBy } from './corpus/visible-entries.ts'
import type { SourceBlock, SplitFile } from './split-blocks.ts'

/** A block as compiled, with all that went into it. */
interface KnownBlock {
  readonly surroundings: Surroundings
  readonly libraries: readonly CompiledBlock[]
  readonly compiled: CompiledBlock
}

/** A workspace as compiled, with what the next compilation can take from it (编译结果及其依据). */
export interface Compilation {
  readonly result: CompiledWorkspace
  readonly needs: CorpusNeeds
  readonly blocks: ReadonlyMap<SourceBlock, KnownBlock>
}

/**
 * Compiles the files of a workspace together: index → order → each block after what it builds on → what is wrong between
 * them. Blocks that were compiled before in the same surroundings are taken from there.
 */
export function compileCorpus(
  files: readonly SplitFile[],
  options: CompileOptions,
  before: Compilation | undefined,
): Compilation {
  const { asOf } = options
  const corpus = indexCorpus(files)
  const needs = findNeeds(corpus, asOf, before?.needs)
  const { order, loops } = orderByNeed(corpus.blocks, (block) => needs.byBlock.get(block)?.blocks ?? NOTHING)
  const blocks = new Map<SourceBlock, KnownBlock>()
  for (const block of order) {
    const version = corpus.timelines.get(block)?.find((one) => one.block === block)
    // What has versions is checked for a day on which it was in force.
    const day = version === undefined ? asOf : dayWithin(version, asOf)
    blocks.set(block, compileAgain(block, day, needs.byBlock.get(block), blocks, before?.blocks.get(block)))
  }
  const findings: Diagnostic[] = []
  for (const file of files) findings.push(...file.findings)
  for (const { compiled } of blocks.values()) findings.push(...compiled.findings)
  findings.push(...findRepeatedBlocks(corpus), ...findCompetingImplementations(corpus), ...findLoops(loops, needs))
  findings.push(...checkImports(corpus, needs.imports), ...checkTimelines(corpus))
  const sources = files.map(({ source }) => source)
  const results = collectResults(corpus, (block) => blocks.get(block)?.compiled, asOf)
  return { result: { ...options, ...results, diagnostics: inOrder(findings, sources), sources }, needs, blocks }
}

const NOTHING: readonly never[] = []
const NO_NEEDS: Needs = { libraries: NOTHING, references: NOTHING, blocks: NOTHING }

/** Compiles a block, unless it was compiled before in the same surroundings. */
function compileAgain(
  block: SourceBlock,
  asOf: string | undefined,
  { libraries, references }: Needs = NO_NEEDS,
  done: ReadonlyMap<SourceBlock, KnownBlock>,
  before: KnownBlock | undefined,
): KnownBlock {
  const compiledOf = (target: SourceBlock) => done.get(target)?.compiled ?? cutOff(target)
  if (
    before !== undefined &&
    before.surroundings.asOf === asOf &&
    before.libraries.length === libraries.length &&
    before.surroundings.referenced.size === references.length &&
    libraries.every((library, at) => before.libraries[at] === compiledOf(library)) &&
    references.every(
      ({ reference, target }) => before.surroundings.referenced.get(reference.key) === compiledOf(target),
    )
  ) {
    return before
  }
  const referenced = new Map(references.map(({ reference, target }) => [reference.key, compiledOf(target)]))
  const visible = libraries.map(compiledOf)
  const surroundings: Surroundings = { asOf, referenced, shared: entriesUsedBy(block, visible) }
  const isSame = before !== undefined && sameSurroundings(before.surroundings, surroundings)
  return { surroundings, libraries: visible, compiled: isSame ? before.compiled : compileBlock(block, surroundings) }
}

const cut = new WeakMap<SourceBlock, CompiledBlock>()

/** What stands for a block where a circle was cut: it is there, but nothing is known of it. */
function cutOff(block: SourceBlock): CompiledBlock {
  const known = cut.get(block) ?? { block, findings: [] }
  cut.set(block, known)
  return known
}

function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  return a.asOf === b.asOf && hasSame(a.referenced, b.referenced) && hasSame(a.shared, b.shared)
}

function hasSame<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (b.get(key) !== value) return false
  return true
}

/** By source, then by place; what stands in the same place keeps the order in which it was found. */
function inOrder(findings: readonly Diagnostic[], sources: readonly SourceFile[]): readonly Diagnostic[] {
  const rank = new Map(sources.map(({ uri }, index) => [uri, index]))
  return findings.toSorted((a, b) => {
    const [{ origin: left }] = a.labels
    const [{ origin: right }] = b.labels
    return (rank.get(left.file) ?? 0) - (rank.get(right.file) ?? 0) || left.span.start - right.span.start
  })
}
