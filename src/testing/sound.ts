import { compile } from '../compile/compile.ts'
import type { CompiledWorkspace } from '../compile/compiled.ts'
import { isFault } from '../compile/faults.ts'
import { printMatters } from '../compile/print/matter.ts'
import { renderDiagnostic, summarizeSeverities } from '../diagnostics/render-diagnostic.ts'
import { indexSources } from '../diagnostics/source-index.ts'
import { findGraphFaults } from '../graph/graph-faults.ts'
import type { TestedMatter } from './tested-matter.ts'
import type { Verdict } from './verdict.ts'

/** What counts as sound (怎样算没有错误). */
export interface SoundOptions {
  /** Warnings count like errors; default: only errors do. */
  readonly denyWarnings?: boolean
}

/**
 * Whether a matter or a workspace is sound (没有错误): no errors in its text, and a flow that in every situation comes to a
 * result. Of a workspace without any matter nothing is proven. A matter that nobody checked, such as one from JSON, is printed as `.zw` and checked so.
 */
export function judgeSoundness(received: TestedMatter | CompiledWorkspace, options: SoundOptions): Verdict {
  const checked: Checked = 'versions' in received ? received : findingsOf(received)
  const faults = 'graph' in received ? findGraphFaults(received.graph) : []
  const bad = checked.diagnostics.filter(
    (finding) => isFault(finding) || (options.denyWarnings === true && finding.severity === 'warning'),
  )
  if (bad.length === 0 && 'versions' in received && received.matters.size + received.bundles.size === 0) {
    return { truth: 'unknown', actual: '没有可以核算的事项' }
  }
  if (bad.length + faults.length === 0) return { truth: 'yes', actual: '一个也没有' }
  const index = indexSources(checked.sources)
  const told = [
    ...faults.map((fault) => `流程图的数据不对：${fault}`),
    ...bad.map((finding) => renderDiagnostic(finding, index)),
  ]
  const count = faults.length === 0 ? summarizeSeverities(bad) : `${bad.length + faults.length}处`
  return { truth: 'no', actual: `有${count}\n\n${told.join('\n\n')}` }
}

type Checked = Pick<CompiledWorkspace, 'diagnostics' | 'sources'>

function findingsOf({ matter, file, asOf, diagnostics, sources = [] }: TestedMatter): Checked {
  if (diagnostics !== undefined) return { diagnostics, sources }
  const uri = file === undefined ? `${matter.name}.zw` : `${file}（按内容重新写出）`
  return compile([{ uri, text: printMatters([matter]) }], { asOf })
}
