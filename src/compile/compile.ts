import type { SourceFile } from '../base/source-file.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { parse } from '../syntax/parse.ts'
import { compileMatter } from './compile-matter.ts'
import type { CompiledMatter, CompiledWorkspace, CompileOptions } from './compiled.ts'
import { findRepeatedMatters } from './repeated-matters.ts'
import { splitBlocks } from './split-blocks.ts'

/**
 * Compiles `.zw` sources (编译): text → syntax tree → model → flow graph, with everything that is found on the way.
 * Bad text never throws: what cannot be used is reported and left out.
 */
export function compile(sources: readonly SourceFile[], options: CompileOptions = {}): CompiledWorkspace {
  const files = sources.map((source) => splitBlocks(parse(source)))
  const blocks = files.flatMap((file) => file.blocks.map((block) => compileMatter(block, options)))
  const repeated = findRepeatedMatters(blocks)
  const findings = [
    ...files.flatMap((file) => file.findings),
    ...blocks.flatMap((block) => block.findings),
    ...repeated,
  ]
  return {
    ...options,
    matters: mattersByName(blocks.flatMap(({ compiled }) => compiled ?? [])),
    diagnostics: inOrder(findings, sources),
    sources,
  }
}

/** The first of several matters of one name stands; the others were reported. */
function mattersByName(compiled: readonly CompiledMatter[]): ReadonlyMap<string, CompiledMatter> {
  const matters = new Map<string, CompiledMatter>()
  for (const one of compiled) if (!matters.has(one.matter.name)) matters.set(one.matter.name, one)
  return matters
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
