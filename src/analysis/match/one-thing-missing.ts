import { judgeAdmission } from '../../graph/admission.ts'
import { collectedFacts, isToldByApplicant } from '../../graph/applicants-fact.ts'
import { createEvaluator } from '../../graph/evaluate-condition.ts'
import type { Facts } from '../../graph/fact-value.ts'
import type { Condition } from '../../model/condition.ts'
import { blockingFacts } from '../explain/blocking-facts.ts'
import { candidateValues, comparisonsIn } from '../explain/candidate-values.ts'
import { printWanted } from '../explain/demand-words.ts'
import type { MeasurableMatter } from '../matter-report.ts'

/** The one thing by which an applicant misses a matter (只差的一项). */
export interface MissingThing {
  readonly fact: string
  /** What it would have to be: 150平方米以上. */
  readonly wanted: string
  /** True where the fact is not known yet; false where it is known and would have to be different. */
  readonly open: boolean
}

const NOBODY: ReadonlyMap<string, boolean> = new Map()

/**
 * Prepares the search for the one thing by which applicants miss a matter (只差一项的查找): every fact of the applicant's own
 * that would by itself make the conditions of acceptance met, with all values that would do. Exact for comparisons with
 * constants: whatever stands in the way of each condition names the facts of which one has to change.
 */
export function prepareMissing({
  matter,
  graph,
}: Pick<MeasurableMatter, 'matter' | 'graph'>): (facts: Facts) => readonly MissingThing[] {
  const { requirements } = matter
  const definitions = new Map(graph.situations.map(({ name, when }) => [name, when]))
  const definitionOf = (situation: string): Condition | undefined => definitions.get(situation)
  const conditions = requirements.flatMap(({ rule, when, except }) => [rule ?? [], when ?? [], except].flat())
  const compared = comparisonsIn(conditions, definitionOf)
  const collected = collectedFacts(matter.flow)
  const own = new Map(
    matter.facts.flatMap((fact) => (isToldByApplicant(fact, collected) ? [[fact.name, fact] as const] : [])),
  )

  return (facts) => {
    const standing = { evaluator: createEvaluator(graph.situations, facts), definitionOf, judgements: NOBODY }
    let common: readonly string[] | undefined
    for (const requirement of requirements) {
      const block = blockingFacts(requirement, standing)
      if (block === undefined) continue
      common = common === undefined ? [...block] : common.filter((name) => block.has(name))
      if (common.length === 0) return []
    }
    return (common ?? []).flatMap((name) => whatWouldDo(name, facts) ?? [])
  }

  function whatWouldDo(name: string, facts: Facts): MissingThing | undefined {
    const fact = own.get(name)
    if (fact === undefined) return undefined
    const candidates = candidateValues(fact, compared.get(name) ?? [], facts)
    const helping = candidates.filter(({ value }) => {
      const evaluator = createEvaluator(graph.situations, new Map([...facts, [name, value]]))
      return judgeAdmission(requirements, evaluator, NOBODY).verdict === 'yes'
    })
    const [first] = helping
    if (first === undefined) return undefined
    const cells = new Set(helping.flatMap(({ domain, cell }) => (domain === first.domain ? [cell] : [])))
    const inside = first.domain.cells.map((_, cell) => cells.has(cell))
    return { fact: name, wanted: printWanted(first.domain, inside, fact.unit), open: !facts.has(name) }
  }
}
