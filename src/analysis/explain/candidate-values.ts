import { type CutDomain, cutOrdered, cutUnordered } from '../../graph/fact-cells.ts'
import { type Facts, type FactValue, orderOf } from '../../graph/fact-value.ts'
import type { FlowFact } from '../../graph/flow-graph.ts'
import { shiftDate } from '../../graph/shifted-date.ts'
import type { Condition, Operand } from '../../model/condition.ts'

/** A value that a fact could have instead (可以改成的值): one for every range that conditions tell apart. */
export interface CandidateValue {
  readonly value: FactValue
  /** The ranges, and which of them it stands for. */
  readonly domain: CutDomain
  readonly cell: number
}

/** The comparisons that conditions make of one fact, with the fact on the left. */
export interface ComparedWith {
  readonly operand: Operand
  /** How a date on the right is moved, where the fact stands there: against the direction that is written. */
  readonly moved: 'as-written' | 'back'
}

/** A text that is none of those mentioned. */
const OTHER = '其他'

/**
 * The values that a fact could have instead, as conditions tell them apart (备选的填写值): cut at the constants that it is
 * compared with, and at what is known of the other facts that it is compared with.
 */
export function candidateValues(
  fact: Pick<FlowFact, 'type' | 'options'>,
  compared: readonly ComparedWith[],
  facts: Facts,
): readonly CandidateValue[] {
  const constants = compared.flatMap((each) => constantOf(each, facts) ?? []).filter(({ kind }) => kind === fact.type)
  if (fact.type === 'boolean') {
    const values = [true, false].map((value): FactValue => ({ kind: 'boolean', value }))
    return candidatesOf(cutUnordered(values, true))
  }
  if (fact.type === 'option') {
    return candidatesOf(
      cutUnordered(
        fact.options.map((option): FactValue => ({ kind: 'option', option })),
        true,
      ),
    )
  }
  if (fact.type === 'text') return candidatesOf(cutUnordered(constants, false))
  // Durations of different units lie on scales of their own.
  const scales = new Map<string, FactValue[]>()
  for (const constant of constants) {
    const scale = orderOf(constant)?.scale ?? ''
    scales.set(scale, [...(scales.get(scale) ?? []), constant])
  }
  return [...scales.values()].flatMap((values) => candidatesOf(cutOrdered(values)))
}

function candidatesOf(domain: CutDomain): readonly CandidateValue[] {
  return domain.cells.flatMap(({ example }, cell) => {
    const value = example ?? otherThan(domain)
    return value === undefined ? [] : [{ value, domain, cell }]
  })
}

/** A text that no condition mentions. */
function otherThan({ cells }: CutDomain): FactValue | undefined {
  const texts = new Set(cells.flatMap(({ example }) => (example?.kind === 'text' ? [example.text] : [])))
  let text = OTHER
  while (texts.has(text)) text += OTHER
  return { kind: 'text', text }
}

function constantOf({ operand, moved }: ComparedWith, facts: Facts): FactValue | undefined {
  if (operand.kind === 'fact') return facts.get(operand.fact)
  if (operand.kind !== 'shifted') return operand
  const base = operand.fact === undefined ? undefined : facts.get(operand.fact)
  const from = base?.kind === 'date' ? base.date : operand.date
  const back = operand.direction === 'later' ? 'earlier' : 'later'
  const direction = moved === 'back' ? back : operand.direction
  const date = from === undefined ? undefined : shiftDate(from, direction, operand.duration)
  return date === undefined ? undefined : { kind: 'date', date }
}

/** What every fact is compared with, wherever in these conditions (比较的另一边). */
export function comparisonsIn(
  conditions: readonly Condition[],
  definitionOf: (situation: string) => Condition | undefined,
): ReadonlyMap<string, readonly ComparedWith[]> {
  const compared = new Map<string, ComparedWith[]>()
  const visited = new Set<Condition>()
  const stack = [...conditions]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (visited.has(next)) continue
    visited.add(next)
    if (next.kind === 'all' || next.kind === 'any') stack.push(...next.of)
    else if (next.kind === 'not') stack.push(next.of)
    else if (next.kind === 'situation') stack.push(...[definitionOf(next.situation) ?? []].flat())
    else if (next.kind === 'compare') note(next.fact, next.operand)
    else if (next.kind === 'oneOf') for (const operand of next.operands) note(next.fact, operand)
  }
  return compared

  function note(fact: string, operand: Operand): void {
    add(fact, { operand, moved: 'as-written' })
    if (operand.kind === 'fact') add(operand.fact, { operand: { kind: 'fact', fact }, moved: 'as-written' })
    if (operand.kind !== 'shifted' || operand.fact === undefined) return
    add(operand.fact, { operand: { ...operand, fact }, moved: 'back' })
  }

  function add(fact: string, comparison: ComparedWith): void {
    compared.set(fact, [...(compared.get(fact) ?? []), comparison])
  }
}
