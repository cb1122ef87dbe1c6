import type { MatterReport } from '../analysis/matter-report.ts'
import { findBrokenPromises } from '../analysis/target-findings.ts'
import { type BundleCheck, verifyBundle } from '../analysis/verify-bundles.ts'
import { type SelectionCheck, verifySelections } from '../analysis/verify-selection.ts'
import {
  type TargetCheck,
  type TargetTally,
  tally,
  type Verification,
  verifyTargets,
  withTargets,
} from '../analysis/verify-targets.ts'
import type { SourceFile } from '../base/source-file.ts'
import type { CompiledWorkspace } from '../compile/compiled.ts'
import { indexSources } from '../diagnostics/source-index.ts'
import { renderVerification } from '../render/verify-text.ts'
import { citeLines } from './cite-lines.ts'
import type { Measurable } from './examine.ts'
import type { Verdict } from './verdict.ts'

/**
 * Whether every 目标 of a matter, a workspace or a report is met (目标全部达到); of a workspace those of 一件事 and those over several
 * matters too. Without any nothing is proven. A promise of a 一件事 that its own steps do not allow is missed, as by `zw verify`.
 */
export function judgeTargets(received: Measurable): Verdict {
  const own = verify(received)
  const { checks } = own
  const sources = 'sources' in received ? received.sources : undefined
  const selections = 'selectionTargets' in received ? verifyAll(received) : []
  const all = [own, ...selections]
  const count = (what: keyof TargetTally) => all.reduce((sum, each) => sum + each[what], 0)
  const [met, missed, undecided] = [count('met'), count('missed'), count('undecided')]
  const total = met + missed + undecided
  const broken = bundlesOf(received).flatMap(({ brokenPromise }) => brokenPromise ?? [])
  if (total + broken.length === 0) return { truth: 'unknown', actual: '一个目标也没有' }
  if (missed + undecided + broken.length === 0) return { truth: 'yes', actual: `${total}项全部达到` }
  const told = checks.filter(({ verdict }) => verdict.kind === 'undecided' || !verdict.met).map(describe)
  const failing = selections.filter((each) => each.missed + each.undecided > 0)
  return {
    truth: missed + broken.length > 0 ? 'no' : 'unknown',
    actual: [
      ...(total === 0 ? [] : [`${total}项里有${missed + undecided}项没有达到`]),
      ...findBrokenPromises(broken).flatMap(({ code, message, labels: [{ origin }] }) => [
        `错误[${code}]：${message}`,
        ...citeLines([origin], sources).map((cited) => `  ${cited}`),
      ]),
      ...told.flat(),
      ...failing.flatMap((selection) => describeSelection(selection, sources)),
    ].join('\n  '),
  }

  function describe(check: TargetCheck): readonly string[] {
    // The words of `zw verify`, without its heading.
    const [, line = ''] = renderVerification({ targets: alone(check), scenarios: NO_SCENARIOS, errors: 0 }).split('\n')
    return [line.trim(), ...citeLines(check.because, sources).map((cited) => `  ${cited}`)]
  }
}

function verifyAll({ selectionTargets, matters, asOf }: CompiledWorkspace): readonly SelectionCheck[] {
  return verifySelections(selectionTargets.values(), matters.values(), { asOf })
}

/** A 目标 over several matters in the words of `zw verify`. */
function describeSelection(selection: SelectionCheck, sources: readonly SourceFile[] = []): readonly string[] {
  const outcome = { targets: NO_TARGETS, selections: [selection], scenarios: NO_SCENARIOS, errors: 0 }
  return renderVerification(outcome, { index: indexSources(sources) }).split('\n')
}

const NO_TARGETS: Verification = { checks: [], met: 0, missed: 0, undecided: 0 }
const NO_SCENARIOS = { results: [], passed: 0, failed: 0, unread: 0, uncovered: [] }

function alone(check: TargetCheck): Verification {
  return { checks: [check], met: 0, missed: 0, undecided: 0 }
}

function verify(received: Measurable): Verification {
  if ('criticalPath' in received) return asReported([received])
  if ('total' in received) return asReported(received.matters)
  const { asOf } = received
  const ofBundles = bundlesOf(received).flatMap(({ targets }) => targets)
  if ('versions' in received) return withTargets(verifyTargets(received.matters.values(), { asOf }), ofBundles)
  return received.bundle === undefined ? verifyTargets([received], { asOf }) : withTargets(NO_TARGETS, ofBundles)
}

/** What came of the 一件事 that are asked about: those of a workspace, or the one that makes the matter. */
function bundlesOf(received: Measurable): readonly BundleCheck[] {
  const { asOf } = 'asOf' in received ? received : {}
  const bundles = 'bundles' in received ? [...received.bundles.values()] : 'bundle' in received ? [received.bundle] : []
  return bundles.flatMap((bundle) => (bundle === undefined ? [] : [verifyBundle(bundle, asOf)]))
}

/** The verdicts that a report holds already. */
function asReported(reports: readonly MatterReport[]): Verification {
  const checks = reports.flatMap(({ matter, file, targets }) =>
    targets.map((verdict): TargetCheck => {
      const isTime = verdict.kind === 'decided' && verdict.subject === 'time'
      const path = isTime ? verdict.compression.after.path : null
      const { origin } = verdict.target
      return {
        matter: matter.name,
        file,
        origin: matter.origin,
        verdict,
        chain: path?.steps.map(({ name }) => name) ?? [],
        because: origin === undefined ? [] : [origin],
      }
    }),
  )
  return { checks, ...tally(checks) }
}
