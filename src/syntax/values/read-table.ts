import type { IToken } from 'chevrotain'
import type { CellTable } from '../block.ts'
import type { Construct } from '../construct.ts'
import { foldCode, foldKey } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
import { isDeclared, mayBeOption, type Scope } from '../scope.ts'
import { type Cell, isBlankCell, isDashCell } from '../table-row.ts'
import type {
  CellReading,
  CellSyntax,
  ColumnSyntax,
  ConditionSyntax,
  OperandSyntax,
  RangeEnd,
  TableRowSyntax,
  TableSyntax,
} from '../tree.ts'
import type { ConditionState } from './condition-state.ts'
import { nameIn } from './name-tokens.ts'
import { scanNumber } from './number.ts'
import { withoutEndMarks } from './read-plain.ts'
import { readExpectation } from './read-scenario.ts'
import { fix, found, type Reading } from './reading.ts'
import { reportUnfilled } from './report-unfilled.ts'
import { RELATIONS, scanCondition } from './scan-condition.ts'
import { LIMIT_MODE, scanQuantity } from './scan-quantity.ts'
import { prepared, type Slice, sliceOf, spanIn, writtenIn } from './slice.ts'
import { Comma, endOf, Not, Or, Range } from './tokens.ts'
import { valueParser } from './value-parser.ts'

/** What stands in the columns behind →: a value, or what must come out. */
type OutputKind = NonNullable<Construct['table']>['output']

const CLOSING = 0x29
const OPENING = 0x28
const ARROW = foldCode('→'.charCodeAt(0))

/** The heads of a table of values (表头): 经营面积（平方米）, →核查方式. */
export function readColumns(text: string, heads: readonly Cell[], scope: Scope): readonly ColumnSyntax[] {
  return heads.map((head) => {
    const slice = prepared(sliceAt(text, head))
    const isOutput = slice.start < slice.end && foldCode(slice.text.charCodeAt(slice.start)) === ARROW
    const start = isOutput ? skipBlanks(slice.text, slice.start + 1, slice.end) : slice.start
    const whole = nameIn(slice, start, slice.end)
    const bracket = isDeclared(scope, ['facts', 'situations'], whole.key) ? -1 : unitBracket(slice, start)
    if (bracket < 0) return { name: whole, isOutput, span: spanOf(head) }
    const unit = foldKey(slice.text, bracket + 1, slice.end - 1)
    return { name: nameIn(slice, start, bracket), unit, isOutput, span: spanOf(head) }
  })
}

/** Where the bracket with the unit begins at the end of a head; −1 where there is none. */
function unitBracket({ text, end }: Slice, start: number): number {
  if (end - start < 3 || foldCode(text.charCodeAt(end - 1)) !== CLOSING) return -1
  for (let at = end - 2; at > start; at--) if (foldCode(text.charCodeAt(at)) === OPENING) return at < end - 2 ? at : -1
  return -1
}

/** Reads the cells of a table of values by their columns. */
export function readTable(reading: Reading, table: CellTable, output: OutputKind): TableSyntax {
  const { text } = reading.report.source
  const columns = readColumns(text, table.heads, reading.scope)
  const rows = table.rows.map((cells, index): TableRowSyntax => {
    const read = cells.map((cell, column) => readCell(reading, cell, columns[column], output, index + 1))
    return { cells: read, span: between(cells) }
  })
  const all = [table.heads, ...table.rows].map(between)
  return { columns, rows, span: { start: all[0]?.start ?? 0, end: all.at(-1)?.end ?? 0 } }
}

function between(cells: readonly Cell[]) {
  return { start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 }
}

function readCell(
  reading: Reading,
  cell: Cell,
  column: ColumnSyntax | undefined,
  output: OutputKind,
  row: number,
): CellSyntax {
  const slice = sliceAt(reading.report.source.text, cell)
  const content = { text: slice.text.slice(slice.start, slice.end), span: spanOf(cell) }
  if (column === undefined) return { ...content, reading: { kind: 'missing' } }
  reading.keyword = column.name.text
  return { ...content, reading: readContent(reading, cell, slice, column, output, row) }
}

function readContent(
  reading: Reading,
  cell: Cell,
  slice: Slice,
  column: ColumnSyntax,
  output: OutputKind,
  row: number,
): CellReading {
  if (isDashCell(slice.text, slice)) return { kind: 'any' }
  if (reportUnfilled(reading, slice)) return { kind: 'missing' }
  if (isBlankCell(cell)) {
    if (output === 'operand') reportBlank(reading, cell, column, row)
    return { kind: output === 'operand' ? 'missing' : 'any' }
  }
  const text = prepared({ ...slice, end: withoutEndMarks(slice) })
  if (!column.isOutput) return readCondition(reading, text, column)
  if (output === 'operand') return { kind: 'operand', operand: readOutput(reading, text, column) }
  const assertion = readExpectation(reading, column.name, text, row === 1)
  return assertion === undefined ? { kind: 'missing' } : { kind: 'assertion', assertion }
}

/** A blank cell may mean "whatever" or, from merged cells, "as above": only the author knows (ZW1011). */
function reportBlank(reading: Reading, { start, end }: Cell, { name, isOutput }: ColumnSyntax, row: number): void {
  const span = { start, end }
  const params = { row, column: name.text, output: isOutput }
  found(reading, 'ZW1011', params, span, () => [fix(reading, '写上“—”', 'ask', [{ ...span, text: '— ' }])])
}

function readCondition(reading: Reading, slice: Slice, column: ColumnSyntax): CellReading {
  const options = readOptions(reading, slice, column)
  if (options !== undefined) return { kind: 'condition', condition: options }
  const state: ConditionState = { reading, slice, failed: false, unreadable: false }
  const tokens = scanCondition(state, false, column.name.key)
  if (state.unreadable) return { kind: 'missing' }
  const [first, ...rest] = tokens
  const parser = valueParser()
  parser.slice = slice
  parser.state = state
  const start = spanIn(slice, slice.start, slice.end).start
  let condition: ConditionSyntax | undefined
  if ((first !== undefined && RELATIONS.has(first.tokenType)) || tokens.some(({ tokenType }) => tokenType === Range)) {
    parser.input = [...tokens]
    condition = parser.cellRelation(column.name, start)
  } else {
    const negated = first?.tokenType === Not
    parser.input = (negated ? rest : tokens).map(withComma)
    const values = parser.cellValues()
    condition =
      parser.errors.length > 0 ? undefined : valuesAs(column, values, negated, spanIn(slice, slice.start, slice.end))
  }
  parser.state = undefined
  if (parser.errors.length === 0 && condition !== undefined && !state.unreadable) {
    return { kind: 'condition', condition: withUnit(condition, column.unit) }
  }
  if (!state.failed) reportUnreadable(reading, slice)
  return { kind: 'missing' }
}

/** 或 between the values of a cell is the same as 、 */
function withComma(token: IToken): IToken {
  return token.tokenType === Or ? { ...token, tokenType: Comma, tokenTypeIdx: Comma.tokenTypeIdx ?? 0 } : token
}

/** Declared options, which may contain words of the language: 不满意、非常满意. */
function readOptions(reading: Reading, slice: Slice, column: ColumnSyntax): ConditionSyntax | undefined {
  const values: OperandSyntax[] = []
  for (let at = slice.start; at < slice.end; ) {
    let stop = at
    while (stop < slice.end && !isComma(slice.text.charCodeAt(stop))) stop++
    const name = nameIn(slice, at, stop)
    if (!mayBeOption(reading.scope, column.name.key, name.key) || isBareYesNo(reading.scope, column, name.key)) {
      return undefined
    }
    values.push({ kind: 'name', name, span: name.span })
    at = stop + 1
  }
  return valuesAs(column, values, false, spanIn(slice, slice.start, slice.end))
}

/** 是 and 否 are words of the language except where the column is about a fact that lists them. */
function isBareYesNo({ options }: Scope, { name }: ColumnSyntax, key: string): boolean {
  return (key === '是' || key === '否') && !options.has(name.key)
}

function isComma(code: number): boolean {
  const folded = foldCode(code)
  return folded === 0x3001 || folded === 0x2c
}

function valuesAs(
  { name: left }: ColumnSyntax,
  values: readonly OperandSyntax[],
  negated: boolean,
  span: ConditionSyntax['span'],
): ConditionSyntax | undefined {
  const [right, ...others] = values
  if (right === undefined) return undefined
  if (others.length > 0) return { kind: 'member', left, negated, values, span }
  return { kind: 'compare', left, operator: negated ? 'ne' : 'eq', right, span }
}

/** A number without a unit has the one of its column. */
function withUnit(condition: ConditionSyntax, unit: string | undefined): ConditionSyntax {
  if (unit === undefined) return condition
  const operand = (value: OperandSyntax): OperandSyntax =>
    value.kind === 'number' && value.unit === undefined ? { ...value, unit } : value
  const end = (range: RangeEnd): RangeEnd => ({ ...range, value: operand(range.value) })
  if (condition.kind === 'compare') return { ...condition, right: operand(condition.right) }
  if (condition.kind === 'member') return { ...condition, values: condition.values.map(operand) }
  if (condition.kind !== 'range') return condition
  const { lower, upper } = condition
  return { ...condition, ...(lower && { lower: end(lower) }), ...(upper && { upper: end(upper) }) }
}

function reportUnreadable(reading: Reading, slice: Slice): void {
  const span = spanIn(slice, slice.start, slice.end)
  const value = writtenIn(slice, slice.start, slice.end)
  const params = { keyword: reading.keyword, value, expected: '条件', example: '不满50', reason: undefined }
  found(reading, 'ZW1102', params, span)
}

/** What a row gives: a limit, an amount, 是 or 否, a date, or words, which stand as they are. */
function readOutput(reading: Reading, slice: Slice, { unit }: ColumnSyntax): OperandSyntax {
  const span = spanIn(slice, slice.start, slice.end)
  const content = unit !== undefined && isNumber(slice) ? withUnitBehind(slice, unit) : slice
  const parser = valueParser()
  parser.slice = content
  parser.input = scanQuantity(content, LIMIT_MODE)
  const limit = parser.limit()
  if (parser.errors.length === 0 && limit.kind === 'duration' && limit.from === undefined) {
    return { kind: 'duration', duration: limit.duration, span }
  }
  const state: ConditionState = {
    reading: { ...reading, quiet: true },
    slice: content,
    failed: false,
    unreadable: false,
  }
  parser.input = scanCondition(state, false)
  const last = parser.input.at(-1)
  const operand = parser.plainOperand()
  const isWhole = parser.errors.length === 0 && !state.unreadable && last !== undefined && endOf(last) === content.end
  if (isWhole && operand.kind !== 'name') return { ...operand, span }
  return { kind: 'name', name: nameIn(slice, slice.start, slice.end), span }
}

function isNumber({ text, start, end }: Slice): boolean {
  return scanNumber(text, start, end)?.end === end
}

/** 5 under 核查时限（工作日） is read as 5工作日. */
function withUnitBehind(slice: Slice, unit: string): Slice {
  const text = `${slice.text.slice(slice.start, slice.end)}${unit}`
  const last = spanIn(slice, slice.start, slice.end)
  const offsets = Array.from({ length: text.length + 1 }, (_, at) => Math.min(last.start + at, last.end))
  return { text, start: 0, end: text.length, offsets }
}

function sliceAt(text: string, { start, end, pieces }: Cell): Slice {
  return sliceOf(text, { start, end }, pieces)
}

function spanOf({ start, end }: Cell) {
  return { start, end }
}
