import { collectFindings, type WorkspaceFindings } from './collect-findings.ts'
import { collectAgain, collectResults } from './collect-results.ts'
import { type CompiledBlocks, compileBlocks } from './compile-blocks.ts'
import type { CompiledWorkspace, CompileOptions } from './compiled.ts'
import { hasSameItems } from './corpus/file-header.ts'
import { planCorpus } from './corpus/plan-corpus.ts'
import type { SplitFile } from './split-blocks.ts'

/** A workspace as compiled, with what the next compilation can take from it (编译结果及其依据). */
export interface Compilation {
  readonly result: CompiledWorkspace
  readonly blocks: CompiledBlocks
  readonly findings: WorkspaceFindings
}

/**
 * Compiles the files of a workspace together: headers → plan → each block after what it builds on → what is wrong between
 * them. An edit inside a block leaves the plan as it was: then nothing is done but what the edit asks for, and what holds
 * for all blocks is taken from before as it stands.
 */
export function compileCorpus(
  files: readonly SplitFile[],
  options: CompileOptions,
  before: Compilation | undefined,
): Compilation {
  const { asOf } = options
  const headers = files.map(({ header }) => header)
  const planBefore = before?.blocks.plan
  const isAsPlanned = planBefore !== undefined && hasSameItems(planBefore.corpus.files, headers)
  const plan = isAsPlanned ? planBefore : planCorpus(headers, asOf)
  const blocks = compileBlocks(plan, files, asOf, before?.blocks)
  const findings = collectFindings(blocks, before?.findings)
  const results =
    isAsPlanned && before !== undefined
      ? collectAgain(blocks, asOf, { blocks: before.blocks, results: before.result })
      : collectResults(blocks, asOf)
  const sources = files.map(({ source }) => source)
  const { diagnostics, waiting } = findings
  return { result: { ...options, ...results, diagnostics, waiting, sources }, blocks, findings }
}
