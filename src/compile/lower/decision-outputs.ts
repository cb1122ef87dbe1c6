import { diagnose } from '../../diagnostics/diagnose.ts'
import { ruleCondition } from '../../graph/decision-table.ts'
import { createEvaluator } from '../../graph/evaluate-condition.ts'
import type { Condition } from '../../model/condition.ts'
import type { DecisionOutput, DecisionTable } from '../../model/decision-table.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { Name } from '../../syntax/tree.ts'
import { outputColumns, outputsNamed } from '../names/output-columns.ts'
import type { FactInScope, Lowering } from './lowering.ts'

/** A column of a decision table that a line refers to. */
export interface NamedOutput {
  readonly table: DecisionTable
  readonly index: number
  readonly output: DecisionOutput
}

/**
 * The output of a decision table that a name in a condition means: 【核查方式】 or 【核查方式·核查方式】. `'none'` where no
 * table has it or a 信息 or 情形 is called so; undefined where the table cannot be used or several have it.
 */
export function outputInCondition(name: Name, lowering: Lowering): NamedOutput | undefined | 'none' {
  if (lowering.facts.has(name.key) || outputsNamed(name, lowering.names).length === 0) return 'none'
  return outputNamed(name, lowering)
}

/** The output of a decision table of this name; undefined too where none or several have it, which is reported. */
export function outputNamed(name: Name, lowering: Lowering): NamedOutput | undefined {
  const origin = { file: lowering.source.uri, span: name.span }
  const columns = outputColumns(lowering.names).get(name.key) ?? []
  const [only, ...others] = columns
  if (only === undefined) {
    if (lowering.names.decisions.open || lowering.isRejected(name.text)) return undefined
    const declared = [...outputColumns(lowering.names).values()].flat().map(({ column }) => column.name.text)
    lowering.report(
      diagnose('ZW4001', { kind: '判定表输出', name: name.text, declared: [...new Set(declared)] }, origin),
    )
    return undefined
  }
  if (others.length > 0) {
    const full = columns.map(({ table, column }) => `${table.name.text}·${column.name.text}`)
    const fixes = full.map((text) => ({
      title: `改为【${text}】`,
      applicability: 'ask' as const,
      edits: [{ origin, text }],
    }))
    lowering.report(diagnose('ZW4012', { name: name.text, outputs: full }, origin, { fixes }))
    return undefined
  }
  lowering.used.add(only.table)
  const table = lowering.decisionTable(only.table, lowering)
  const output = table?.outputs[only.index]
  return table && output && { table, index: only.index, output }
}

/** An output as conditions compare it: like a fact of its type. */
export function asFact({ output }: NamedOutput, name: Name): FactInScope {
  const { type, options, unit } = output
  const fact = { name: name.text, type, options, sources: [], notes: [], ...(unit !== undefined && { unit }) }
  return { fact, options: new Map(options.map((option) => [foldKey(option), option])) }
}

/**
 * Puts the rules of the table in the place of its output: the condition holds where a rule counts whose value meets it.
 * `condition` is about {@link asFact}. With 命中：全部 several values may count, and one that meets it is enough.
 */
export function conditionOnOutput(named: NamedOutput, condition: Condition, fact: string): Condition {
  const { table, index } = named
  if (table.hits === 'all') {
    if (condition.kind === 'not') return { kind: 'not', of: conditionOnOutput(named, condition.of, fact) }
    if (condition.kind === 'compare' && condition.operator === 'ne') {
      return { kind: 'not', of: conditionOnOutput(named, { ...condition, operator: 'eq' }, fact) }
    }
  }
  const ways: Condition[] = []
  const before: Condition[] = []
  for (const rule of table.rules) {
    const value = rule.outputs[index] ?? null
    const meets = value !== null && createEvaluator([], new Map([[fact, value]])).truthOf(condition) === 'yes'
    const applies = ruleCondition(rule)
    if (meets) ways.push(allOf(applies === undefined ? [] : [applies], table.hits === 'first' ? before : []))
    else if (applies !== undefined) before.push(applies)
    // What stands below a row that always applies is never reached.
    if (applies === undefined && table.hits === 'first') break
  }
  const [way] = ways
  if (way === undefined) return never(table)
  if (ways.some((each) => each.kind === 'all' && each.of.length === 0)) return { kind: 'not', of: never(table) }
  return ways.length === 1 ? way : { kind: 'any', of: ways }
}

/** All of the first, none of the second. */
function allOf(applies: readonly Condition[], excluded: readonly Condition[]): Condition {
  const of = [...applies, ...excluded.map((condition): Condition => ({ kind: 'not', of: condition }))]
  const [only] = of
  return of.length === 1 && only !== undefined ? only : { kind: 'all', of }
}

/** What no situation meets, said with a condition of the table so that it can be written down. */
function never({ rules }: DecisionTable): Condition {
  const some = rules.map(ruleCondition).find((condition) => condition !== undefined)
  return some === undefined ? { kind: 'any', of: [] } : { kind: 'all', of: [some, { kind: 'not', of: some }] }
}
