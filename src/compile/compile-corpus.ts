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
import { type Corpus, indexCorpus } from './corpus/corpus.ts'
import { findLoops } from './corpus/find-loops.ts'
import { type CorpusNeeds, findNeeds, type Needs } from './corpus/needs.ts'
import { findRepeatedBlocks } from './corpus/repeated-blocks.ts'
import { dayWithin } from './corpus/timelines.ts'
import { entriesUsedBy } from './corpus/visible-entries.ts'
import type { SourceBlock, SplitFile } from './split-blocks.ts'

/** Blocks as compiled before, each with the surroundings that it was compiled in (已编译的块). */
export type KnownBlocks = WeakMap<SourceBlock, KnownBlock>

interface KnownBlock {
  readonly surroundings: Surroundings
  readonly compiled: CompiledBlock
}

/** Compiles the files of a workspace together: index → order → each block after what it builds on → what is wrong between them. */
export function compileCorpus(
  files: readonly SplitFile[],
  options: CompileOptions,
  known: KnownBlocks,
): CompiledWorkspace {
  const { asOf } = options
  const corpus = indexCorpus(files)
  const needs = findNeeds(corpus, asOf)
  const { order, loops } = orderByNeed(corpus.blocks, (block) => blocksIn(needs.byBlock.get(block)))
  const compiled = new Map<SourceBlock, CompiledBlock>()
  const alone: Surroundings = { asOf, referenced: new Map(), shared: new Map() }
  for (const block of order) {
    const surroundings = surroundingsOf(block, needs, corpus, compiled, alone)
    compiled.set(block, compileAgain(block, surroundings, known))
  }
  const findings: Diagnostic[] = []
  for (const file of files) findings.push(...file.findings)
  for (const block of order) findings.push(...(compiled.get(block)?.findings ?? []))
  findings.push(...findRepeatedBlocks(corpus), ...findCompetingImplementations(corpus), ...findLoops(loops, needs))
  findings.push(...checkImports(corpus, needs.imports), ...checkTimelines(corpus))
  const sources = files.map(({ source }) => source)
  return { ...options, ...collectResults(corpus, compiled, asOf), diagnostics: inOrder(findings, sources), sources }
}

const NOTHING: readonly never[] = []

function blocksIn(needs: Needs | undefined): readonly SourceBlock[] {
  return needs === undefined ? NOTHING : [...needs.libraries, ...needs.references.map(({ target }) => target)]
}

/** All that a block is compiled with; `alone` where that is nothing but the day. */
function surroundingsOf(
  block: SourceBlock,
  { byBlock }: CorpusNeeds,
  { timelines }: Corpus,
  compiled: ReadonlyMap<SourceBlock, CompiledBlock>,
  alone: Surroundings,
): Surroundings {
  const needs = byBlock.get(block)
  const version = timelines.get(block)?.find((one) => one.block === block)
  // What has versions is checked for a day on which it was in force.
  const asOf = version === undefined ? alone.asOf : dayWithin(version, alone.asOf)
  if (needs === undefined) return asOf === alone.asOf ? alone : { ...alone, asOf }
  const referenced = new Map(
    needs.references.map(({ reference, target }) => [reference.key, compiled.get(target) ?? cutOff(target)]),
  )
  const libraries = needs.libraries.flatMap((library) => compiled.get(library) ?? [])
  return { asOf, referenced, shared: entriesUsedBy(block, libraries) }
}

const cut = new WeakMap<SourceBlock, CompiledBlock>()

/** What stands for a block where a circle was cut: it is there, but nothing is known of it. */
function cutOff(block: SourceBlock): CompiledBlock {
  const known = cut.get(block) ?? { block, findings: [] }
  cut.set(block, known)
  return known
}

/** Compiles a block, unless it was compiled before in the same surroundings. */
function compileAgain(block: SourceBlock, surroundings: Surroundings, known: KnownBlocks): CompiledBlock {
  const before = known.get(block)
  if (before !== undefined && isSame(before.surroundings, surroundings)) return before.compiled
  const compiled = compileBlock(block, surroundings)
  known.set(block, { surroundings, compiled })
  return compiled
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  if (a === b) return true
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
