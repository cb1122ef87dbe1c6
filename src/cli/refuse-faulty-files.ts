import type { CompiledWorkspace } from '../compile/compiled.ts'
import { isFault } from '../compile/faults.ts'
import { summarizeSeverities } from '../diagnostics/render-diagnostic.ts'
import { CommandFailure } from './command-failure.ts'
import type { ReadWorkspace } from './read-sources.ts'

/** Stops where a file that the figures come from has errors (有错误的文件): what they touch is left out, so any number would be wrong. `reasons` say what came of it. */
export function refuseFaultyFiles(
  files: ReadonlySet<string>,
  { diagnostics }: Pick<ReadWorkspace, 'diagnostics'>,
  workspace: Pick<CompiledWorkspace, 'diagnostics'>,
  reasons: readonly string[],
): void {
  const errors = [...diagnostics, ...workspace.diagnostics].filter(
    (each) => isFault(each) && files.has(each.labels[0].origin.file),
  )
  if (errors.length === 0) return
  const count = summarizeSeverities(errors)
  throw new CommandFailure(
    [`“${[...files].join('”“')}”里有${count}，算出来的不可靠`, ...reasons, '先用 zw check 改好'].join('；'),
  )
}
