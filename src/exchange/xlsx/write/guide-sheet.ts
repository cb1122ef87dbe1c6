import { VALUE_KINDS } from '../../../syntax/values/value-kinds.ts'
import { choicesOf } from '../layout/choices.ts'
import { exampleOf, titleExampleOf } from '../layout/column-examples.ts'
import { type Column, constructOf } from '../layout/columns.ts'
import { GUIDE_SHEET, KIND, MATTER_SHEET, OWNER, ROW_CODE, SHEETS, type SheetLayout } from '../layout/sheets.ts'
import type { Grid } from './sheet-grid.ts'

/** The first sheet (填写说明): what each sheet is for, what its columns take, and how to write it. */
export function guideSheet(): Grid {
  const rows = SHEETS.flatMap((layout) => [
    [layout.name, '', layout.purpose, ''],
    ...titleRows(layout),
    ...layout.columns.map((column) => ['', column.head, describe(column), exampleOf(column)]),
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

/** The columns in front of the others: which matter, of which kind, and what the row is called. */
function titleRows(layout: SheetLayout): readonly (readonly string[])[] {
  const example = titleExampleOf(layout)
  if (layout === MATTER_SHEET) return [['', OWNER, '事项的名称，每行都要填', example]]
  const kinds = layout.entries.map((entry) => constructOf(entry).keyword)
  const [first = ''] = layout.entries
  const kind = kinds.length > 1 ? [['', KIND, `选一个：${kinds.join('、')}；不填的是${kinds[0]}`, kinds[0] ?? '']] : []
  const owner = ['', OWNER, '属于哪个事项；只有一项，或者和上一行一样的可以不填', titleExampleOf(MATTER_SHEET)]
  return [owner, ...kind, ['', layout.title, VALUE_KINDS[constructOf(first).value.kind].expected, example]]
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
