import type { Fact } from '../model/application.ts'
import type { FlowItem } from '../model/flow.ts'

/** The names of the facts that steps collect (填写): what an office finds out on the way. */
export function collectedFacts(flow: readonly FlowItem[]): ReadonlySet<string> {
  return new Set(flow.flatMap((item) => (item.kind === 'step' ? item.collects : [])))
}

/**
 * Whether a fact is the applicant's to tell (申请人填写的信息): it names nobody else, and no step collects it. `collected` has the
 * names that {@link collectedFacts} gives, or finds them so.
 */
export function isToldByApplicant(
  { name, filledBy }: Fact,
  collected: { readonly has: (fact: string) => boolean },
): boolean {
  return filledBy === undefined ? !collected.has(name) : filledBy.includes('申请人')
}
