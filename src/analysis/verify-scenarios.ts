import { requireDate } from '../calendar/require-date.ts'
import type { Requirement } from '../model/application.ts'
import type { MeasurableMatter } from './matter-report.ts'
import { runScenario, type ScenarioOptions } from './run-scenario.ts'
import type { ScenarioResult } from './scenario-result.ts'

/** A condition of acceptance that no 用例 of its matter has seen fail (没有反例的条件). */
export interface UncoveredRequirement {
  readonly measurable: MeasurableMatter
  readonly requirement: Requirement
}

/** The outcome of running every 用例 (用例核验). */
export interface ScenarioVerification {
  readonly results: readonly ScenarioResult[]
  readonly passed: number
  /** With those that could not be run. */
  readonly failed: number
  /** Those that were not run on account of errors in their lines (无法核对). */
  readonly unread: number
  /** Only of matters that have any 用例, all of which were run; conditions without a machine rule are left out. */
  readonly uncovered: readonly UncoveredRequirement[]
}

/** Runs the scenarios of every matter, and counts `more` with them: those of bundles, which were run elsewhere. */
export function verifyScenarios(
  measurables: Iterable<MeasurableMatter>,
  options: ScenarioOptions,
  more: Iterable<ScenarioResult> = [],
): ScenarioVerification {
  requireDate(options.asOf)
  const results: ScenarioResult[] = []
  /** By the line of the condition, which a matter and what is based on it share. */
  const seen = new Map<string, UncoveredRequirement | 'failed'>()
  for (const measurable of measurables) {
    const { scenarios, requirements } = measurable.matter
    if (scenarios.length === 0) continue
    const failed = new Set<string>()
    let isWhole = true
    for (const scenario of scenarios) {
      const run = runScenario(measurable, scenario, options)
      results.push(run.result)
      if (run.result.unread.length > 0) isWhole = false
      for (const name of run.failedRequirements) failed.add(name)
    }
    for (const requirement of requirements) {
      const key = keyOf(measurable, requirement)
      if (failed.has(requirement.name)) seen.set(key, 'failed')
      else if (isWhole && requirement.rule !== undefined && !seen.has(key)) seen.set(key, { measurable, requirement })
    }
  }
  const uncovered = [...seen.values()].filter((one) => one !== 'failed')
  results.push(...more)
  const passed = results.filter((result) => result.passed).length
  const unread = results.filter((result) => result.unread.length > 0).length
  return { results, passed, failed: results.length - passed, unread, uncovered }
}

function keyOf({ matter }: MeasurableMatter, { name, origin }: Requirement): string {
  return origin === undefined ? `${matter.name} ${name}` : `${origin.file} ${origin.span.start}`
}
