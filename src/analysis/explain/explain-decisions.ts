import type { Truth } from '../../graph/evaluate-condition.ts'
import type { Facts } from '../../graph/fact-value.ts'
import { printMeasured } from '../../graph/situation.ts'
import { allOf } from '../../graph/truth.ts'
import type { DecisionTable } from '../../model/decision-table.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import { type ExplainedCase, explainedCase } from './explained-case.ts'
import { type ConditionTrace, traceCondition } from './trace-condition.ts'

/** A row of a decision table for one applicant (判定表的一行). */
export interface DecisionRow {
  /** Counted from 1, as people do. */
  readonly row: number
  /** Whether it counts: its cells hold and, by 命中, no other row goes before it. */
  readonly counts: Truth
  /** The cells that ask for something; — is left out. */
  readonly inputs: readonly ConditionTrace[]
  /** 核查方式为“远程核查”. */
  readonly results: readonly string[]
}

/** What a decision table comes to for one applicant (判定表的说明). */
export interface DecisionExplanation {
  readonly table: DecisionTable
  /** 核查方式：按第2行，核查方式为“远程核查”、核查时限为2个工作日. */
  readonly sentence: string
  readonly rows: readonly DecisionRow[]
  /** The facts on which it depends which row counts. */
  readonly neededFacts: readonly string[]
}

/** Explains what the decision tables of a matter come to for an applicant (解释判定表): which row counts, or may. */
export function explainDecisions(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  facts: Facts,
): readonly DecisionExplanation[] {
  const about = explainedCase(measurable, facts)
  return measurable.matter.decisionTables.map((table) => explainTable(table, about))
}

function explainTable(table: DecisionTable, about: ExplainedCase): DecisionExplanation {
  const truths = table.rules.map(({ inputs }) =>
    allOf(inputs.map((input) => (input === null ? 'yes' : about.evaluator.truthOf(input)))),
  )
  const rows = table.rules.map(
    ({ inputs, outputs }, index): DecisionRow => ({
      row: index + 1,
      counts: COUNTING[table.hits](truths, index),
      inputs: inputs.flatMap((input) => (input === null ? [] : [traceCondition(input, 'question', about)])),
      results: outputs.flatMap((value, column) => {
        const output = table.outputs[column]
        return value === null || output === undefined ? [] : [`${output.name}为${printMeasured(value, output.unit)}`]
      }),
    }),
  )
  const open = rows.filter(({ counts }) => counts === 'unknown')
  const conditions = open.flatMap(({ row }) => table.rules[row - 1]?.inputs ?? [])
  const neededFacts = [
    ...new Set(conditions.flatMap((input) => (input === null ? [] : about.evaluator.neededFor(input)))),
  ]
  return { table, rows, neededFacts, sentence: `${table.name}：${sentenceOf(rows, neededFacts)}` }
}

/** Whether a row counts, by what its cells and those of the others come to. */
const COUNTING: Readonly<Record<DecisionTable['hits'], (truths: readonly Truth[], index: number) => Truth>> = {
  all: (truths, index) => truths[index] ?? 'no',
  unique: (truths, index) => {
    const own = truths[index] ?? 'no'
    return own === 'unknown' && truths.includes('yes') ? 'no' : own
  },
  first: (truths, index) => {
    const before = truths.slice(0, index)
    if (before.includes('yes')) return 'no'
    return allOf([truths[index] ?? 'no', before.includes('unknown') ? 'unknown' : 'yes'])
  },
}

function sentenceOf(rows: readonly DecisionRow[], neededFacts: readonly string[]): string {
  const sure = rows.filter(({ counts }) => counts === 'yes')
  const open = rows.filter(({ counts }) => counts === 'unknown')
  const parts = [
    ...(sure.length === 0 ? [] : [`按第${placesOf(sure)}行，${sure.flatMap(({ results }) => results).join('、')}`]),
    ...(open.length === 0 ? [] : [`还不确定第${placesOf(open)}行，要看${neededFacts.join('、')}`]),
  ]
  return parts.length === 0 ? '没有适用的行' : parts.join('；')
}

function placesOf(rows: readonly DecisionRow[]): string {
  return rows.map(({ row }) => String(row)).join('、')
}
