import { assertNever } from '../base/assert-never.ts'
import type { ComparisonOperator, Condition, Operand } from '../model/condition.ts'
import {
  ALWAYS,
  createDiagramStore,
  type Diagram,
  type DiagramStore,
  type Literal,
  NEVER,
  UNDECIDED,
} from './decision-diagram.ts'
import { createEvaluator, holds } from './evaluate-condition.ts'
import type { Facts } from './fact-value.ts'
import type { FlowFact, FlowSituation } from './flow-graph.ts'
import { shortestCube } from './shortest-cube.ts'
import type { SituationPart, SituationWitness } from './situation.ts'
import { atomOf, collectVariables, RELATION_ORDERS, type SituationVariable } from './situation-variables.ts'

/** Conditions nested deeper than this are not decided. */
const MAX_DEPTH = 400

/** Whether a condition holds in every situation (永远成立), in none (永远不成立), or in some. */
export type Verdict = 'always' | 'never' | 'depends'

/**
 * All situations of a matter (情形空间), cut exactly at the constants of its conditions and held symbolically:
 * thirty independent facts take thirty small nodes, not 2^30 rows.
 *
 * "Always" and "never" are proofs. Comparisons between two facts are taken as independent of each other, so a proof may
 * be missed there, and a witness that rests on them says so.
 */
export interface SituationSpace {
  /** What the conditions ask about, in the order in which diagrams test it. */
  readonly variables: readonly SituationVariable[]
  /** The place of a fact in the author's list, by which people read. */
  readonly declaredAt: (fact: string) => number
  /** Set operations on situations. */
  readonly store: DiagramStore
  /** The situations in which a condition holds. */
  readonly diagramOf: (condition: Condition) => Diagram
  /** The situations that agree with what is known of a case. */
  readonly given: (facts: Facts) => Diagram
  /** A situation of the set in the author's words; undefined when none is proven to exist. */
  readonly witnessOf: (set: Diagram) => SituationWitness | undefined
  /** All situations that are like the witness of a set in what it says; undefined where there is no witness. */
  readonly likeWitness: (set: Diagram) => Diagram | undefined
}

/**
 * Makes the space for the conditions named; a condition that is not among them is cut as far as its constants are known.
 * `room` is that of its diagrams.
 */
export function createSituationSpace(
  facts: readonly FlowFact[],
  situations: readonly FlowSituation[],
  conditions: Iterable<Condition>,
  room?: number,
): SituationSpace {
  const variables = collectVariables(facts, situations, conditions)
  const list = [...variables.values()]
  const indexes = new Map([...variables.keys()].map((key, index) => [key, index]))
  const store = createDiagramStore(list.map(cellCount), room)
  const definitions = new Map(situations.map(({ name, when }) => [name, when]))
  const declared = new Map(facts.map(({ name }, index) => [name, index]))
  const named = new Map<string, Diagram>()
  const known = new Map<Condition, Diagram>()

  function diagram(condition: Condition, depth: number): Diagram {
    if (depth > MAX_DEPTH) return UNDECIDED
    const before = known.get(condition)
    if (before !== undefined) return before
    const result = build(condition, depth)
    known.set(condition, result)
    return result
  }

  function build(condition: Condition, depth: number): Diagram {
    switch (condition.kind) {
      case 'all':
        return condition.of.reduce((sum, part) => store.and(sum, diagram(part, depth + 1)), ALWAYS)
      case 'any':
        return condition.of.reduce((sum, part) => store.or(sum, diagram(part, depth + 1)), NEVER)
      case 'not':
        return store.not(diagram(condition.of, depth + 1))
      case 'fact':
        return comparison(condition.fact, 'eq', { kind: 'boolean', value: true })
      case 'situation':
        return situation(condition.situation, depth)
      case 'compare':
        return comparison(condition.fact, condition.operator, condition.operand)
      case 'oneOf':
        return condition.operands.reduce(
          (sum, operand) => store.or(sum, comparison(condition.fact, 'eq', operand)),
          NEVER,
        )
      default:
        return assertNever(condition)
    }
  }

  function situation(name: string, depth: number): Diagram {
    const before = named.get(name)
    if (before !== undefined) return before
    const definition = definitions.get(name)
    if (definition === undefined) return UNDECIDED
    // A situation that refers to itself is undecided while it is being worked out, and so does not run in circles.
    named.set(name, UNDECIDED)
    const result = diagram(definition, depth + 1)
    named.set(name, result)
    return result
  }

  function comparison(fact: string, operator: ComparisonOperator, operand: Operand): Diagram {
    const atom = atomOf(fact, operator, operand)
    if (atom.kind === 'same') return holds(operator, 0) === true ? ALWAYS : NEVER
    const index = indexes.get(atom.key)
    const variable = variables.get(atom.key)
    if (index === undefined || variable === undefined) return UNDECIDED
    const inside =
      variable.kind === 'domain' && atom.kind === 'domain'
        ? variable.domain.where(atom.operator, atom.constant)
        : RELATION_ORDERS.map((order) => holds(atom.operator, order) === true)
    return inside === undefined ? UNDECIDED : store.literal(index, inside)
  }

  function declaredAt(fact: string): number {
    return declared.get(fact) ?? declared.size
  }

  function given(values: Facts): Diagram {
    if (values.size === 0) return ALWAYS
    const evaluator = createEvaluator(situations, values)
    let set = ALWAYS
    list.forEach((variable, index) => {
      const cell = knownCell(variable, values, (condition) => evaluator.truthOf(condition) === 'yes')
      if (cell === undefined) return
      const inside = Array.from({ length: cellCount(variable) }, (_, other) => other === cell)
      set = store.and(set, store.literal(index, inside))
    })
    return set
  }

  function witnessOf(set: Diagram): SituationWitness | undefined {
    const literals = shortestCube(store, set)
    if (literals === undefined) return undefined
    const parts: SituationPart[] = []
    for (const literal of literals) {
      const variable = list[literal.variable]
      if (variable !== undefined) parts.push(describe(variable, literal))
    }
    // The order in which diagrams test the facts is for their size; people read them as they are declared.
    parts.sort((a, b) => declaredAt(a.fact) - declaredAt(b.fact))
    return { parts, certain: isCertain(parts) }
  }

  function likeWitness(set: Diagram): Diagram | undefined {
    return shortestCube(store, set)?.reduce((sum, { variable, cell }) => {
      const known = list[variable]
      const inside = Array.from({ length: known === undefined ? 0 : cellCount(known) }, (_, other) => other === cell)
      return store.and(sum, store.literal(variable, inside))
    }, ALWAYS)
  }

  return {
    variables: list,
    declaredAt,
    store,
    likeWitness,
    diagramOf: (condition) => diagram(condition, 0),
    given,
    witnessOf,
  }
}

/** Decides whether a condition holds always, never, or only in some situations (条件恒真、恒假). */
export function verdictOf(space: SituationSpace, condition: Condition): Verdict {
  const set = space.diagramOf(condition)
  return set === ALWAYS ? 'always' : set === NEVER ? 'never' : 'depends'
}

/** True when the second set is proven to hold wherever the first does. */
export function implies(space: SituationSpace, a: Diagram, b: Diagram): boolean {
  return space.store.and(a, space.store.not(b)) === NEVER
}

function cellCount(variable: SituationVariable): number {
  return variable.kind === 'domain' ? variable.domain.cells.length : RELATION_ORDERS.length
}

function knownCell(
  variable: SituationVariable,
  facts: Facts,
  isTrue: (condition: Condition) => boolean,
): number | undefined {
  const { fact } = variable
  if (variable.kind === 'domain') {
    const value = facts.get(fact)
    return value && variable.domain.cellOf(value)
  }
  const { operand } = variable
  const operators = ['lt', 'eq', 'gt'] as const
  const cell = operators.findIndex((operator) => isTrue({ kind: 'compare', fact, operator, operand }))
  return cell < 0 ? undefined : cell
}

function describe(variable: SituationVariable, literal: Literal): SituationPart {
  if (variable.kind === 'relation') {
    const relation = literal.cell === 0 ? 'less' : literal.cell === 1 ? 'equal' : 'greater'
    return { kind: 'relation', fact: variable.fact, relation, operand: variable.operand }
  }
  const value = variable.domain.cells[literal.cell]?.example
  return { kind: 'value', fact: variable.fact, value, unit: variable.unit }
}

/** A single relation between facts of which nothing else is said can always be had; more may exclude each other. */
function isCertain(parts: readonly SituationPart[]): boolean {
  const relations = parts.filter((part) => part.kind === 'relation')
  if (relations.length === 0) return new Set(parts.map((part) => part.fact)).size === parts.length
  const mentioned = parts.flatMap((part) =>
    part.kind === 'relation' && 'fact' in part.operand ? [part.fact, part.operand.fact] : [part.fact],
  )
  return relations.length === 1 && new Set(mentioned).size === mentioned.length
}
