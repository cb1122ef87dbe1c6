import { assertNever } from '../base/assert-never.ts'
import type { ComparisonOperator, Condition, Operand } from '../model/condition.ts'
import { type CutDomain, cutOrdered, cutUnordered } from './fact-cells.ts'
import { type FactValue, orderOf } from './fact-value.ts'
import type { FlowFact, FlowSituation } from './flow-graph.ts'
import { shiftDate } from './shifted-date.ts'
import { FEW_VARIABLES, orderVariables } from './variable-order.ts'

/** What the conditions ask about: where one fact lies, or how it compares with another fact (比较的对象). */
export type SituationVariable =
  | { readonly kind: 'domain'; readonly fact: string; readonly unit: string | undefined; readonly domain: CutDomain }
  | { readonly kind: 'relation'; readonly fact: string; readonly operand: Operand }

/** The cells of a relation: less, equal, greater. */
export const RELATION_ORDERS = [-1, 0, 1] as const

/** A comparison of a condition, reduced to what it asks of which variable. */
export type Atom =
  | {
      readonly kind: 'domain'
      readonly key: string
      readonly fact: string
      readonly operator: ComparisonOperator
      readonly constant: FactValue
    }
  | {
      readonly kind: 'relation'
      readonly key: string
      readonly fact: string
      readonly operator: ComparisonOperator
      readonly operand: Operand
    }
  /** A fact compared with itself. */
  | { readonly kind: 'same'; readonly operator: ComparisonOperator }

const MIRRORED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  eq: 'eq',
  ne: 'ne',
  ge: 'le',
  le: 'ge',
  gt: 'lt',
  lt: 'gt',
}

/** Reduces `fact operator operand` to an atom. Two comparisons of the same two facts share a variable, whichever stands left. */
export function atomOf(fact: string, operator: ComparisonOperator, operand: Operand): Atom {
  if (operand.kind === 'fact') {
    if (operand.fact === fact) return { kind: 'same', operator }
    if (operand.fact > fact) return { kind: 'relation', key: `${fact}\0~${operand.fact}`, fact, operator, operand }
    const mirrored: Operand = { kind: 'fact', fact }
    return {
      kind: 'relation',
      key: `${operand.fact}\0~${fact}`,
      fact: operand.fact,
      operator: MIRRORED[operator],
      operand: mirrored,
    }
  }
  const constant = constantOf(operand)
  if (constant === undefined) {
    return { kind: 'relation', key: `${fact}\0~${JSON.stringify(operand)}`, fact, operator, operand }
  }
  const key = `${fact}\0${constant.kind}\0${orderOf(constant)?.scale ?? ''}`
  return { kind: 'domain', key, fact, operator, constant }
}

function constantOf(operand: Operand): FactValue | undefined {
  if (operand.kind === 'fact') return undefined
  if (operand.kind !== 'shifted') return operand
  if (operand.fact !== undefined || operand.date === undefined) return undefined
  const date = shiftDate(operand.date, operand.direction, operand.duration)
  return date === undefined ? undefined : { kind: 'date', date }
}

/** The variables of all conditions, by the key of their atoms, those that belong together close to each other. */
export function collectVariables(
  facts: readonly FlowFact[],
  situations: readonly FlowSituation[],
  conditions: Iterable<Condition>,
): ReadonlyMap<string, SituationVariable> {
  const declared = new Map(facts.map((fact) => [fact.name, fact]))
  const definitions = new Map(situations.map(({ name, when }) => [name, when]))
  const relations = new Map<string, SituationVariable>()
  const constants = new Map<string, { readonly fact: string; readonly values: FactValue[] }>()
  const roots = [...conditions]
  for (const { condition } of walk(roots, definitions)) for (const atom of atomsOf(condition)) note(atom)
  const keys = [...constants.keys()]
  const groups = keys.length > FEW_VARIABLES ? groupKeys(walk(roots, definitions), definitions) : []
  const places = new Map(keys.map((key, index) => [key, index]))
  const asked = groups.map((group) => [...new Set(group)].map((key) => places.get(key) ?? 0))
  const variables = new Map<string, SituationVariable>()
  for (const index of orderVariables(keys.length, asked)) {
    const key = keys[index] ?? ''
    const entry = constants.get(key)
    if (entry === undefined) continue
    variables.set(key, relations.get(key) ?? domainOf(declared.get(entry.fact), entry.fact, entry.values))
  }
  return variables

  function note(atom: Atom): void {
    if (atom.kind === 'same') return
    const entry = constants.get(atom.key)
    const values = atom.kind === 'domain' ? [atom.constant] : []
    if (entry !== undefined) entry.values.push(...values)
    else constants.set(atom.key, { fact: atom.fact, values })
    if (atom.kind === 'relation') relations.set(atom.key, atom)
  }
}

/** Every condition once, with all its parts, and the place of the one that it belongs to. */
function* walk(
  roots: readonly Condition[],
  definitions: ReadonlyMap<string, Condition>,
): Generator<{ readonly condition: Condition; readonly root: number }> {
  const visited = new Set<Condition>()
  const stack = roots.map((condition, root) => ({ condition, root })).reverse()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { condition, root } = next
    if (visited.has(condition)) continue
    visited.add(condition)
    yield next
    for (const part of partsOf(condition, definitions).toReversed()) stack.push({ condition: part, root })
  }
}

/** Keys of what is asked together: by one condition in all its parts, and by the parts of each 且 and 或. */
function groupKeys(
  conditions: Iterable<{ readonly condition: Condition; readonly root: number }>,
  definitions: ReadonlyMap<string, Condition>,
): readonly (readonly string[])[] {
  const groups: string[][] = []
  const whole = new Map<number, string[]>()
  for (const { condition, root } of conditions) {
    const group = whole.get(root) ?? []
    whole.set(root, group)
    group.push(...keysOf(atomsOf(condition)))
    const parts = partsOf(condition, definitions)
    if (parts.length > 1) groups.push(keysOf(parts.flatMap(atomsOf)))
  }
  return [...whole.values(), ...groups]
}

function keysOf(atoms: readonly Atom[]): string[] {
  return atoms.flatMap((atom) => (atom.kind === 'same' ? [] : [atom.key]))
}

function partsOf(condition: Condition, definitions: ReadonlyMap<string, Condition>): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of
    case 'not':
      return [condition.of]
    case 'situation': {
      const definition = definitions.get(condition.situation)
      return definition === undefined ? [] : [definition]
    }
    case 'fact':
    case 'compare':
    case 'oneOf':
      return []
    default:
      return assertNever(condition)
  }
}

/** The comparisons that a condition itself makes. */
function atomsOf(condition: Condition): readonly Atom[] {
  switch (condition.kind) {
    case 'fact':
      return [atomOf(condition.fact, 'eq', { kind: 'boolean', value: true })]
    case 'compare':
      return [atomOf(condition.fact, condition.operator, condition.operand)]
    case 'oneOf':
      return condition.operands.map((operand) => atomOf(condition.fact, 'eq', operand))
    case 'all':
    case 'any':
    case 'not':
    case 'situation':
      return []
    default:
      return assertNever(condition)
  }
}

function domainOf(declared: FlowFact | undefined, fact: string, constants: readonly FactValue[]): SituationVariable {
  const unit = declared?.unit
  const first = constants[0]
  if (first !== undefined && orderOf(first) !== undefined) {
    return { kind: 'domain', fact, unit, domain: cutOrdered(constants) }
  }
  if (first?.kind === 'boolean') {
    const values = [true, false].map((value): FactValue => ({ kind: 'boolean', value }))
    return { kind: 'domain', fact, unit, domain: cutUnordered(values, true) }
  }
  if (first?.kind === 'option' && declared !== undefined && declared.options.length > 0) {
    const values = declared.options.map((option): FactValue => ({ kind: 'option', option }))
    return { kind: 'domain', fact, unit, domain: cutUnordered(values, true) }
  }
  return { kind: 'domain', fact, unit, domain: cutUnordered(constants, false) }
}
