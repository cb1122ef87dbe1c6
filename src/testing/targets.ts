import type { MatterReport } from '../analysis/matter-report.ts'
import { type TargetCheck, type Verification, verifyTargets } from '../analysis/verify-targets.ts'
import { renderVerification } from '../render/verify-text.ts'
import { citeLines } from './cite-lines.ts'
import type { Measurable } from './examine.ts'
import type { Verdict } from './verdict.ts'

/** Whether every 目标 of a matter, a workspace or a report is met (目标全部达到). Without any nothing is proven. */
export function judgeTargets(received: Measurable): Verdict {
  const { checks, missed, undecided } = verify(received)
  if (checks.length === 0) return { truth: 'unknown', actual: '一个目标也没有' }
  if (missed + undecided === 0) return { truth: 'yes', actual: `${checks.length}项全部达到` }
  const sources = 'sources' in received ? received.sources : undefined
  const told = checks.filter(({ verdict }) => verdict.kind === 'undecided' || !verdict.met).map(describe)
  return {
    truth: missed > 0 ? 'no' : 'unknown',
    actual: [`${checks.length}项里有${missed + undecided}项没有达到`, ...told.flat()].join('\n  '),
  }

  function describe(check: TargetCheck): readonly string[] {
    // The words of `zw verify`, without its heading.
    const [, line = ''] = renderVerification({ targets: alone(check), scenarios: NO_SCENARIOS, errors: 0 }).split('\n')
    return [line.trim(), ...citeLines(check.because, sources).map((cited) => `  ${cited}`)]
  }
}

const NO_SCENARIOS = { results: [], passed: 0, failed: 0, unread: 0, uncovered: [] }

function alone(check: TargetCheck): Verification {
  return { checks: [check], met: 0, missed: 0, undecided: 0 }
}

function verify(received: Measurable): Verification {
  if ('criticalPath' in received) return asReported([received])
  if ('total' in received) return asReported(received.matters)
  const { asOf } = received
  return verifyTargets('versions' in received ? received.matters.values() : [received], { asOf })
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
  const decided = checks.flatMap(({ verdict }) => (verdict.kind === 'decided' ? [verdict.met] : []))
  const met = decided.filter(Boolean).length
  return { checks, met, missed: decided.length - met, undecided: checks.length - decided.length }
}
