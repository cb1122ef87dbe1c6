import { diagnose } from '../../diagnostics/diagnose.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import type { Condition } from '../../model/condition.ts'
import type { DecisionOutput, DecisionRule, DecisionTable } from '../../model/decision-table.ts'
import { HIT_POLICIES } from '../../model/terms.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { CellSyntax, ColumnSyntax, OperandSyntax, TableSyntax } from '../../syntax/tree.ts'
import { factNamed } from '../names/fact-named.ts'
import type { Declaration } from '../names/name-space.ts'
import { findDeclaration } from '../names/resolve-name.ts'
import { lowerCondition } from './conditions.ts'
import { lowerDate } from './dates.ts'
import { lowerDuration } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { originOf, termOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** The decision tables of a matter (判定表) in the order written. */
export function lowerDecisionTables(lowering: Lowering): readonly DecisionTable[] {
  return [...lowering.names.decisions.byKey.values()].flatMap((table) => decisionTableOf(table, lowering) ?? [])
}

/** One decision table, lowered when it is first asked for; undefined where a part of it is wrong, which is reported. */
export function decisionTableOf(declaration: Declaration, lowering: Lowering): DecisionTable | undefined {
  const { decisions } = lowering
  if (!decisions.has(declaration)) {
    // A table whose conditions rest on itself finds nothing here.
    decisions.set(declaration, undefined)
    decisions.set(declaration, lowerTable(declaration, lowering))
  }
  return decisions.get(declaration)
}

function lowerTable({ name, node }: Declaration, lowering: Lowering): DecisionTable | undefined {
  const { table } = node
  if (table === undefined || !isComplete(table)) {
    if (table === undefined || table.columns.every(({ name: head }) => head.key !== ''))
      reportIncomplete(name.text, node, lowering)
    return undefined
  }
  const inputs = table.columns.map((column) => (column.isOutput ? undefined : inputNamed(column, lowering)))
  const rows = table.rows.map((row) => lowerInputs(row.cells, table.columns, inputs, lowering))
  const outputs = table.columns.flatMap((column, place) => {
    if (!column.isOutput) return []
    const cells = table.rows.map(({ cells }) => cells[place])
    return lowerOutput(column, cells, lowering)
  })
  const known = rows.filter((row) => row !== undefined)
  if (known.length < rows.length) return undefined
  if (known.every((row) => row.every((condition) => condition === null))) {
    lowering.report(diagnose('ZW7007', { table: name.text, missing: 'conditions' }, originOf(lowering.source, node)))
    return undefined
  }
  return {
    name: name.text,
    hits: termOf(node, 'decisionTable.hits', HIT_POLICIES) ?? 'unique',
    inputs: inputs.filter((input) => input !== undefined),
    outputs: outputs.map(({ output }) => output),
    rules: known.map((conditions, index): DecisionRule => {
      const span = table.rows[index]?.span ?? node.valueSpan
      return {
        inputs: conditions,
        outputs: outputs.map(({ values }) => values[index] ?? null),
        origin: { file: lowering.source.uri, span },
      }
    }),
    ...lowerAnnotations(node, lowering),
  }
}

/** A table needs something to go by, something to give, and a row. */
function isComplete({ columns, rows }: TableSyntax): boolean {
  return rows.length > 0 && columns.some(({ isOutput }) => isOutput) && columns.some(({ isOutput }) => !isOutput)
}

function reportIncomplete(name: string, node: Declaration['node'], lowering: Lowering): void {
  const { table } = node
  const missing =
    table === undefined
      ? 'table'
      : !table.columns.some(({ isOutput }) => isOutput)
        ? 'outputs'
        : table.rows.length === 0
          ? 'rows'
          : 'inputs'
  lowering.report(diagnose('ZW7007', { table: name, missing }, originOf(lowering.source, node)))
}

/** The fact or situation at the head of an input column, as declared; undefined where none is, which is reported. */
function inputNamed({ name, unit, span }: ColumnSyntax, lowering: Lowering): string | undefined {
  if (name.key === '') return undefined
  const situation = findDeclaration(name, 'situations', lowering)
  if (situation !== undefined) return lowering.situations.has(name.key) ? situation.name.text : undefined
  const left = factNamed(name, lowering, ['facts', 'situations'])
  if (left === undefined) return undefined
  const { fact } = left
  if (unit === undefined || fact.type !== 'number' || fact.unit === undefined || foldKey(fact.unit) === unit)
    return fact.name
  lowering.report(
    diagnose('ZW5002', { name: fact.name, unit: fact.unit, written: unit }, { file: lowering.source.uri, span }),
  )
  return undefined
}

/** The conditions of one row; undefined where one of them is wrong. */
function lowerInputs(
  cells: readonly CellSyntax[],
  columns: readonly ColumnSyntax[],
  inputs: readonly (string | undefined)[],
  lowering: Lowering,
): readonly (Condition | null)[] | undefined {
  const conditions: (Condition | null)[] = []
  let complete = true
  for (const [place, { reading }] of cells.entries()) {
    if (columns[place]?.isOutput !== false) continue
    const condition = inputs[place] === undefined ? undefined : lowerCell(reading, lowering)
    if (condition === undefined) complete = false
    else conditions.push(condition)
  }
  return complete ? conditions : undefined
}

function lowerCell(reading: CellSyntax['reading'], lowering: Lowering): Condition | null | undefined {
  if (reading.kind === 'any') return null
  return reading.kind === 'condition' ? lowerCondition(reading.condition, lowering) : undefined
}

interface LoweredOutput {
  readonly output: DecisionOutput
  /** One a row. */
  readonly values: readonly (FactValue | null)[]
}

/** The values of an output column: of one type where all its cells agree, otherwise words. */
function lowerOutput(
  { name, unit }: ColumnSyntax,
  cells: readonly (CellSyntax | undefined)[],
  lowering: Lowering,
): LoweredOutput {
  const operands = cells.map((cell) => (cell?.reading.kind === 'operand' ? cell.reading.operand : undefined))
  const kinds = new Set(operands.flatMap((operand) => operand?.kind ?? []))
  const plain = kinds.size === 1
  const values = cells.map((cell, row): FactValue | null => {
    const operand = operands[row]
    if (cell === undefined || operand === undefined) return null
    return (plain ? factValueOf(operand, lowering) : undefined) ?? { kind: 'option', option: wordOf(cell, operand) }
  })
  const type = values.find((value) => value !== null)?.kind ?? 'option'
  const options = [...new Set(values.flatMap((value) => (value?.kind === 'option' ? value.option : [])))]
  const written = unit ?? operands.find((operand) => operand?.kind === 'number' && operand.unit !== undefined)
  const measure = typeof written === 'string' ? written : written?.kind === 'number' ? written.unit : undefined
  const output: DecisionOutput = {
    name: name.text,
    type,
    options,
    ...(type === 'number' && measure !== undefined && { unit: measure }),
  }
  return { output, values }
}

function wordOf({ text }: CellSyntax, operand: OperandSyntax): string {
  return operand.kind === 'name' ? operand.name.text : text
}

function factValueOf(operand: OperandSyntax, lowering: Lowering): FactValue | undefined {
  switch (operand.kind) {
    case 'number':
      return { kind: 'number', amount: operand.amount }
    case 'yesNo':
      return { kind: 'boolean', value: operand.value }
    case 'text':
      return { kind: 'text', text: operand.text }
    case 'money':
      return { kind: 'money', amountFen: operand.amountFen }
    case 'duration':
      return { kind: 'duration', duration: lowerDuration(operand.duration, operand.span, lowering) }
    case 'date': {
      const date = lowerDate(operand.date, '判定表', operand.span, lowering)
      return date === undefined ? undefined : { kind: 'date', date }
    }
    case 'name':
    case 'shifted':
      return undefined
  }
}
