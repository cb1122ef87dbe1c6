import { VALUE_KINDS } from '../../../syntax/values/value-kinds.ts'
import { choicesOf } from '../layout/choices.ts'
import { type Column, constructOf } from '../layout/columns.ts'
import { GUIDE_SHEET, ROW_CODE, SHEETS } from '../layout/sheets.ts'
import type { Grid } from './sheet-grid.ts'

/** The first sheet (填写说明): what each sheet is for, what its columns take, and how to write it. */
export function guideSheet(): Grid {
  const rows = SHEETS.flatMap(({ name, purpose, columns }) => [
    [name, '', purpose, ''],
    ...columns.map((column) => ['', column.head, describe(column), exampleOf(column)]),
  ])
  return {
    name: GUIDE_SHEET,
    fixed: 0,
    choices: new Map(),
    rows: [
      ['工作表', '列', '怎样填', '例子'],
      ['', '', '一格写几条的，在格内换行（Alt+回车），一行一条。不填的格子空着。', ''],
      ['', '', `各表最左边隐藏的“${ROW_CODE}”请不要改：改了名称的行靠它认出来。新加的行不用填。`, ''],
      ['', '', '可以加列；不认识的列导入时记为说明，不会丢。', ''],
      ...rows,
    ],
  }
}

function describe(column: Column): string {
  const { value, many, conditional, table } = column
  const lines = many && !conditional ? '；几条的一行一条' : ''
  if (conditional) return '时限；不同情形不同时限的一行一条，写“5个工作日，当 【情形】”'
  if (table) return '一行一个例子，第一行写列名，格子之间用“｜”隔开'
  const choices = choicesOf(column)
  if (choices === undefined) return `${VALUE_KINDS[value.kind].expected}${lines}`
  return `${value.kind === 'enums' ? '可以写几个，用“、”隔开' : '选一个'}：${choices.join('、')}`
}

function exampleOf(column: Column): string {
  const choices = choicesOf(column)
  if (choices !== undefined) return choices[0] ?? ''
  return constructOf(column.construct).example ?? VALUE_KINDS[column.value.kind].example
}
