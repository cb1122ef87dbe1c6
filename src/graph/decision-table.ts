import type { Condition } from '../model/condition.ts'
import type { DecisionRule, DecisionTable } from '../model/decision-table.ts'
import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import type { FlowFact, FlowSituation } from './flow-graph.ts'
import type { SituationWitness } from './situation.ts'
import { createSituationSpace, type SituationSpace } from './situation-space.ts'

/** Where a rule of a decision table applies, all its cells together; undefined where it applies always. */
export function ruleCondition({ inputs }: DecisionRule): Condition | undefined {
  const of = inputs.filter((input) => input !== null)
  return of.length > 1 ? { kind: 'all', of } : of[0]
}

/** Room for the diagrams of one table: enough for hundreds of rows that cut several numbers. */
const ROOM = 3_000_000

/** The situations that the rules of a table tell apart, apart from all that the rest of the matter asks. */
export function createTableSpace(
  table: DecisionTable,
  facts: readonly FlowFact[],
  situations: readonly FlowSituation[],
): SituationSpace {
  const conditions = table.rules.flatMap((rule) => ruleCondition(rule) ?? [])
  return createSituationSpace(facts, situations, conditions, ROOM)
}

/** True where the gaps of a table are all known, and its overlaps where it may have none: no want of room hides any. */
export function isDecidedTable(table: DecisionTable, space: SituationSpace): boolean {
  const { store } = space
  let covered: Diagram = NEVER
  let isDecided = true
  for (const rule of table.rules) {
    covered = store.or(covered, setOf(rule, space))
    isDecided &&= store.isDecided(covered)
  }
  return table.hits === 'unique' ? isDecided : store.isDecided(covered)
}

function coveredBy(table: DecisionTable, space: SituationSpace): Diagram {
  return table.rules.reduce((sum, rule) => space.store.or(sum, setOf(rule, space)), NEVER)
}

/** Two rules that both apply somewhere (行重叠), by their places. */
export interface RuleOverlap {
  readonly rules: readonly [number, number]
  readonly witness: SituationWitness
}

/** Most overlaps and gaps of one table that are worked out: the others often go with the first. */
const MOST_FOUND = 3

/** The first pairs of rules that are proven to apply in the same situation; each rule stands in one pair at most. */
export function findRuleOverlaps(table: DecisionTable, space: SituationSpace): readonly RuleOverlap[] {
  const sets = table.rules.map((rule) => setOf(rule, space))
  const found: RuleOverlap[] = []
  const paired = new Set<number>()
  let before: Diagram = NEVER
  for (const [second, set] of sets.entries()) {
    if (found.length < MOST_FOUND && space.store.isSatisfiable(space.store.and(before, set))) {
      const first = sets.findIndex((other, index) => index < second && !paired.has(index) && meets(space, other, set))
      const witness = first < 0 ? undefined : space.witnessOf(space.store.and(sets[first] ?? NEVER, set))
      if (witness !== undefined) {
        found.push({ rules: [first, second], witness })
        paired.add(first).add(second)
      }
    }
    before = space.store.or(before, set)
  }
  return found
}

function meets(space: SituationSpace, a: Diagram, b: Diagram): boolean {
  return space.store.isSatisfiable(space.store.and(a, b))
}

/** Situations in which no rule is proven to apply (判定表的空档): a few that differ from each other; none where all are covered. */
export function findRuleGaps(table: DecisionTable, space: SituationSpace): readonly SituationWitness[] {
  const { store } = space
  let open = store.not(coveredBy(table, space))
  const gaps: SituationWitness[] = []
  while (gaps.length < MOST_FOUND) {
    const witness = space.witnessOf(open)
    if (witness === undefined) break
    gaps.push(witness)
    open = store.and(open, store.not(space.likeWitness(open) ?? ALWAYS))
  }
  return gaps
}

/** Rules that are proven to count in no situation: their cells exclude each other, or rules before take all (轮不到的行). */
export function findIdleRules(table: DecisionTable, space: SituationSpace): readonly number[] {
  const { store } = space
  let open: Diagram = ALWAYS
  return table.rules.flatMap((rule, index) => {
    const set = setOf(rule, space)
    const counts = table.hits === 'first' ? store.and(open, set) : set
    open = store.and(open, store.not(set))
    return counts === NEVER ? [index] : []
  })
}

function setOf(rule: DecisionRule, space: SituationSpace): Diagram {
  const condition = ruleCondition(rule)
  return condition === undefined ? ALWAYS : space.diagramOf(condition)
}
