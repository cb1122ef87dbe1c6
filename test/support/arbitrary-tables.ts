import fc from 'fast-check'
import type { Fact } from '../../src/model/application.ts'
import type { Condition, Operand } from '../../src/model/condition.ts'
import type { DecisionOutput, DecisionTable } from '../../src/model/decision-table.ts'
import { HIT_POLICIES } from '../../src/model/terms.ts'
import { anyDate, anyDuration, anyFen, type ConditionScope, operandFor } from './arbitrary-conditions.ts'
import { anyQuoted } from './arbitrary-names.ts'
import { annotations, type Declared, term } from './arbitrary-parts.ts'

/** True for a word that can stand in a table: a bar or a TAB would end its cell. */
export function fitsCell(word: string): boolean {
  return !/[|｜│┃￨\t]/.test(word)
}

/** The facts that a column may be about, with such options only as can stand in its cells. */
export function factsInCells(facts: readonly Fact[]): readonly Fact[] {
  return facts
    .map((fact) => ({ ...fact, options: fact.options.filter(fitsCell) }))
    .filter(({ name, type, options }) => fitsCell(name) && (type !== 'option' || options.length > 0))
}

type Cell = fc.Arbitrary<Condition | null>
type Values = fc.Arbitrary<DecisionTable['rules'][number]['outputs'][number]>

const DASH = { weight: 1, arbitrary: fc.constant(null) }

function situationCell(situation: string): Cell {
  const holds: Condition = { kind: 'situation', situation }
  return fc.constantFrom<(Condition | null)[]>(null, holds, { kind: 'not', of: holds })
}

function factCell(fact: Fact, scope: ConditionScope): Cell {
  return fc.oneof(DASH, { weight: 3, arbitrary: anyCell(fact, scope) })
}

/** What a cell may ask of the fact at the head of its column. */
export function anyCell({ name, type, ...rest }: Fact, scope: ConditionScope): fc.Arbitrary<Condition> {
  const operand = operandFor({ name, type, ...rest }, scope).filter((one) => fitsCell(JSON.stringify(one)))
  const compare = <T extends 'eq' | 'ne' | 'ge' | 'le' | 'gt' | 'lt'>(...operators: T[]) =>
    fc
      .tuple(fc.constantFrom(...operators), operand)
      .map(([operator, right]): Condition => ({ kind: 'compare', fact: name, operator, operand: right }))
  if (type === 'boolean') return compare('eq', 'ne')
  const list = fc
    .array(operand, { minLength: 1, maxLength: 3 })
    .map((operands): Condition => ({ kind: 'oneOf', fact: name, operands }))
  const words = [compare('eq', 'ne'), list, list.map((of): Condition => ({ kind: 'not', of }))]
  if (type === 'option' || type === 'text') return fc.oneof(...words)
  const range = fc
    .tuple(fc.constantFrom<('le' | 'lt')[]>('le', 'lt'), operand.filter(isValue), operand.filter(isValue))
    .map(([upper, low, high]): Condition => {
      const bound = (operator: 'ge' | 'le' | 'lt', right: Operand): Condition => ({
        kind: 'compare',
        fact: name,
        operator,
        operand: right,
      })
      return { kind: 'all', of: [bound('ge', low), bound(upper, high)] }
    })
  return fc.oneof(...words, compare('ge', 'le', 'gt', 'lt'), range)
}

/** Ranges have values at their ends: 50以上不满150. */
function isValue({ kind }: Operand): boolean {
  return kind !== 'fact' && kind !== 'shifted'
}

const VALUES: readonly (readonly [DecisionOutput['type'], Values])[] = [
  ['number', anyFen.map((amount) => ({ kind: 'number', amount }))],
  ['boolean', fc.boolean().map((value) => ({ kind: 'boolean', value }))],
  ['date', anyDate.map((date) => ({ kind: 'date', date }))],
  ['money', anyFen.map((amountFen) => ({ kind: 'money', amountFen }))],
  ['duration', anyDuration.map((duration) => ({ kind: 'duration', duration }))],
  ['text', anyQuoted.filter(fitsCell).map((text) => ({ kind: 'text', text }))],
]

interface Column {
  readonly output: DecisionOutput
  readonly values: Values
}

function anyColumn(name: string, words: readonly string[]): fc.Arbitrary<Column> {
  const columns: Column[] = VALUES.map(([type, values]) => ({ output: { name, type, options: [] }, values }))
  if (words.length > 0) {
    const values: Values = fc.constantFrom(...words).map((word) => ({ kind: 'option', option: word }))
    columns.push({ output: { name, type: 'option', options: [] }, values })
  }
  return fc
    .tuple(fc.constantFrom(...columns), fc.constantFrom(undefined, '平方米', '人次'))
    .map(([{ output, values }, unit]) => ({
      output: output.type === 'number' && unit !== undefined ? { ...output, unit } : output,
      values: fc.oneof(DASH, { weight: 4, arbitrary: values }),
    }))
}

/** Any decision table of this name over what a matter declares; none where there is nothing to decide by. */
export function anyTable(
  name: string,
  outputs: readonly string[],
  { facts, situations, words }: Declared,
): fc.Arbitrary<DecisionTable> | undefined {
  const known = factsInCells(facts)
  const inputs = [
    ...known.map((fact) => ({ name: fact.name, cell: factCell(fact, { facts: known, situations: [] }) })),
    ...situations.filter(fitsCell).map((situation) => ({ name: situation, cell: situationCell(situation) })),
  ]
  const heads = outputs.filter(fitsCell)
  if (inputs.length === 0 || heads.length === 0) return undefined
  const plain = words.filter(fitsCell)
  return fc
    .tuple(fc.shuffledSubarray(inputs, { minLength: 1 }), fc.tuple(...heads.map((head) => anyColumn(head, plain))))
    .chain(([chosen, columns]) => {
      const rule = fc.record({
        inputs: fc.tuple(...chosen.map(({ cell }) => cell)),
        outputs: fc.tuple(...columns.map(({ values }) => values)),
      })
      return fc.record({
        name: fc.constant(name),
        hits: term(HIT_POLICIES),
        inputs: fc.constant(chosen.map((input) => input.name)),
        outputs: fc.constant(columns.map(({ output }) => output)),
        rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
        ...annotations,
      })
    })
    .filter(({ rules }) => rules.some((rule) => rule.inputs.some((input) => input !== null)))
    .map((table) => ({ ...table, outputs: table.outputs.map((output, place) => asGiven(output, table.rules, place)) }))
}

/** A column with the words that it gives; one that gives nothing is taken to give words. */
function asGiven({ name, unit, type }: DecisionOutput, rules: DecisionTable['rules'], place: number): DecisionOutput {
  const values = rules.flatMap(({ outputs }) => outputs[place] ?? [])
  const options = [...new Set(values.flatMap((value) => (value.kind === 'option' ? value.option : [])))]
  if (values.length === 0) return { name, type: 'option', options }
  return { name, type, options, ...(unit !== undefined && { unit }) }
}
