import type { Duration } from '../../calendar/duration.ts'
import type { Condition } from '../../model/condition.ts'
import type { CaseState } from '../case-state.ts'
import type { CaseDefinition } from '../flow/definition.ts'

/** A line of 时限, 法定时限 or 承诺时限. */
interface LimitLine {
  readonly limit: Duration
  readonly when?: Condition
}

/** The first line that holds for the case, else the facts that the choice waits for; undefined where no line holds. */
export function chooseLimit<L extends LimitLine>(
  lines: readonly L[],
  definition: CaseDefinition,
  { facts }: CaseState,
): { readonly line?: L; readonly neededFacts: readonly string[] } | undefined {
  for (const line of lines) {
    const truth = line.when === undefined ? 'yes' : definition.truthOf(line.when, facts)
    if (truth === 'yes') return { line, neededFacts: [] }
    if (truth === 'unknown' && line.when !== undefined) return { neededFacts: definition.neededFor(line.when, facts) }
  }
  return undefined
}
