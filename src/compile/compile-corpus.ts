import type { SourceFile } from '../base/source-file.ts'
import type { Overlay } from '../calendar/arrangement.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { compileBlock } from './compile-block.ts'
import type { CompiledMatter, CompiledWorkspace, CompileOptions, MatterVersion } from './compiled.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { checkImports } from './corpus/check-imports.ts'
import { checkTimelines } from './corpus/check-timelines.ts'
import { orderByNeed } from './corpus/compile-order.ts'
import { type Corpus, indexCorpus } from './corpus/corpus.ts'
import { findLoops } from './corpus/find-loops.ts'
import { resolveImports } from './corpus/imports.ts'
import { referencesOf } from './corpus/references.ts'
import { findRepeatedBlocks } from './corpus/repeated-blocks.ts'
import { resolveReference } from './corpus/resolve-reference.ts'
import { dayWithin, versionOn } from './corpus/timelines.ts'
import { entriesUsedBy, isLibrary, visibleLibraries } from './corpus/visible-entries.ts'
import type { SourceBlock, SplitFile } from './split-blocks.ts'

/** Blocks as compiled before, each with the surroundings that it was compiled in (已编译的块). */
export type KnownBlocks = WeakMap<
  SourceBlock,
  { readonly surroundings: Surroundings; readonly compiled: CompiledBlock }
>

/** Compiles the files of a workspace together: index → order → each block after what it builds on → what is wrong between them. */
export function compileCorpus(
  files: readonly SplitFile[],
  options: CompileOptions,
  known: KnownBlocks,
): CompiledWorkspace {
  const { asOf } = options
  const corpus = indexCorpus(files)
  const importsOf = new Map(files.map((file) => [file, resolveImports(file, corpus, asOf)]))
  const imports = new Map([...importsOf].map(([{ source }, lines]) => [source, lines]))
  const visible = new Map([...importsOf].map(([file, lines]) => [file.source, visibleLibraries(file, lines)]))
  const librariesFor = (block: SourceBlock) => (isLibrary(block) ? [] : (visible.get(block.source) ?? []))
  const meantBy = (block: SourceBlock) =>
    referencesOf(block).map((reference) => ({
      reference,
      target: resolveReference(reference, imports.get(block.source) ?? [], corpus, asOf),
    }))
  const { order, loops } = orderByNeed(corpus.blocks, (block) => [
    ...librariesFor(block),
    ...meantBy(block).flatMap(({ target }) => target ?? []),
  ])
  const compiled = new Map<SourceBlock, CompiledBlock>()
  for (const block of order) {
    const referenced = new Map<string, CompiledBlock>()
    for (const { reference, target } of meantBy(block)) {
      if (target !== undefined) referenced.set(reference.key, compiled.get(target) ?? cutOff(target))
    }
    const libraries = librariesFor(block).flatMap((library) => compiled.get(library) ?? [])
    const shared = entriesUsedBy(block, libraries)
    compiled.set(block, compileAgain(block, { asOf: dayFor(block, corpus, asOf), referenced, shared }, known))
  }
  const blocks = corpus.blocks.flatMap((block) => compiled.get(block) ?? [])
  const findings = [
    ...files.flatMap((file) => file.findings),
    ...blocks.flatMap((block) => block.findings),
    ...findRepeatedBlocks(corpus),
    ...findLoops(loops, meantBy),
    ...checkImports(corpus, importsOf),
    ...checkTimelines(corpus),
  ]
  const sources = files.map(({ source }) => source)
  const calendars = new Map<string, Overlay>()
  for (const { calendar } of blocks) {
    if (calendar !== undefined && !calendars.has(calendar.name)) calendars.set(calendar.name, calendar)
  }
  return {
    ...options,
    ...mattersOf(blocks, compiled, corpus, asOf),
    calendars,
    diagnostics: inOrder(findings, sources),
    sources,
  }
}

const cut = new WeakMap<SourceBlock, CompiledBlock>()

/** What stands for a block where a circle was cut: it is there, but nothing is known of it. */
function cutOff(block: SourceBlock): CompiledBlock {
  const known = cut.get(block) ?? { block, findings: [] }
  cut.set(block, known)
  return known
}

/** The day that a block is checked for: one on which it is in force, wherever it has versions. */
function dayFor(block: SourceBlock, { timelines }: Corpus, asOf: string | undefined): string | undefined {
  const timeline = timelines.get(block)
  const version = timeline !== undefined && timeline.length > 1 && timeline.find((one) => one.block === block)
  return version ? dayWithin(version, asOf) : asOf
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
  return a.asOf === b.asOf && hasSame(a.referenced, b.referenced) && hasSame(a.shared, b.shared)
}

function hasSame<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (b.get(key) !== value) return false
  return true
}

function mattersOf(
  blocks: readonly CompiledBlock[],
  compiled: ReadonlyMap<SourceBlock, CompiledBlock>,
  { timelines }: Corpus,
  asOf: string | undefined,
): Pick<CompiledWorkspace, 'matters' | 'versions'> {
  const matters = new Map<string, CompiledMatter>()
  const versions = new Map<string, readonly MatterVersion[]>()
  for (const { block, compiled: own } of blocks) {
    const timeline = timelines.get(block)
    const chosen = timeline === undefined ? own : compiled.get(versionOn(timeline, asOf).block)?.compiled
    if (chosen === undefined || matters.has(chosen.matter.name)) continue
    matters.set(chosen.matter.name, chosen)
    const dated = timeline?.flatMap(({ block: each, from, to }) => {
      const version = compiled.get(each)?.compiled
      return version === undefined
        ? []
        : { ...version, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    })
    versions.set(chosen.matter.name, dated ?? [chosen])
  }
  return { matters, versions }
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
