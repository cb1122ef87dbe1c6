import { runBundleScenarios } from '../analysis/run-bundle-scenarios.ts'
import type { ScenarioResult } from '../analysis/scenario-result.ts'
import { type ScenarioVerification, verifyScenarios } from '../analysis/verify-scenarios.ts'
import type { SourceFile } from '../base/source-file.ts'
import { createCalendar } from '../calendar/calendar.ts'
import type { CompiledWorkspace } from '../compile/compiled.ts'
import { describeUnread } from '../model/unread-scenarios.ts'
import { citeLines } from './cite-lines.ts'
import type { TestedMatter } from './tested-matter.ts'
import type { Verdict } from './verdict.ts'

/** Whether every 用例 of a matter or a workspace holds (用例全部成立). Without any nothing is proven. */
export function judgeScenarios(received: TestedMatter | CompiledWorkspace): Verdict {
  const { results, passed } = verify(received)
  if (results.length === 0) return { truth: 'unknown', actual: '一个用例也没有' }
  const failing = results.filter((result) => !result.passed)
  if (failing.length === 0) return { truth: 'yes', actual: `${passed}个全部成立` }
  const { sources } = received
  const isRefuted = failing.some(({ checks }) => checks.some(({ truth }) => truth === 'no'))
  const told = failing.map((result) => describe(result, sources))
  return {
    truth: isRefuted ? 'no' : 'unknown',
    actual: [`${results.length}个里有${failing.length}个不成立`, ...told].join('\n  '),
  }
}

function verify(received: TestedMatter | CompiledWorkspace): ScenarioVerification {
  if ('versions' in received) {
    const { asOf, versions, bundles, calendars } = received
    const calendar = createCalendar({ overlays: [...calendars.values()] })
    const ofBundles = [...bundles.values()].flatMap((bundle) => runBundleScenarios(bundle, { asOf, calendar }))
    return verifyScenarios([...versions.values()].flat(), { asOf, calendar }, ofBundles)
  }
  const { asOf, calendar = createCalendar(), bundle } = received
  if (bundle !== undefined)
    return verifyScenarios([], { asOf, calendar }, runBundleScenarios(bundle, { asOf, calendar }))
  return verifyScenarios([received], { asOf, calendar })
}

function describe(
  { matter, scenario, checks, unread }: ScenarioResult,
  sources: readonly SourceFile[] | undefined,
): string {
  const bad = checks.filter(({ truth }) => truth !== 'yes')
  const told = bad.flatMap(({ expected, actual, given, neededFacts, truth, assertion, because }) => [
    `那么 ${expected} —— 实际 ${actual}${given === '' ? '' : `（${given}时）`}`,
    ...(truth === 'unknown' ? [`还要知道${neededFacts.map((fact) => `【${fact}】`).join('、')}`] : []),
    ...citeLines([assertion.origin, ...because], sources),
  ])
  const origins = unread.map(({ origin }) => origin)
  const lines =
    unread.length > 0
      ? [`无法核对（${describeUnread(unread)}）`, ...citeLines(origins, sources)]
      : told.length === 0
        ? ['没有写“那么”']
        : told
  return [`${matter} › 用例“${scenario.name}”`, ...lines.map((line) => `  ${line}`)].join('\n  ')
}
