import { describe, expect, test } from 'vitest'
import { exampleOf, titleExampleOf } from '../../../src/exchange/xlsx/layout/column-examples.ts'
import { constructOf } from '../../../src/exchange/xlsx/layout/columns.ts'
import { MATTER_SHEET, SHEETS } from '../../../src/exchange/xlsx/layout/sheets.ts'
import { guideSheet } from '../../../src/exchange/xlsx/write/guide-sheet.ts'
import { parse } from '../../../src/syntax/parse.ts'
import { VALUE_KINDS } from '../../../src/syntax/values/value-kinds.ts'

describe('the examples of 填写说明', () => {
  test.each(SHEETS.map((sheet) => [sheet.name, sheet] as const))(
    '%s: each is what may stand in its column',
    (_, sheet) => {
      for (const column of sheet.columns.filter(({ table }) => !table)) {
        const entry = sheet.entries.find((one) => {
          const { id, shared, under = [] } = constructOf(column.construct)
          return shared ? constructOf(one).takes?.includes(id) : under.includes(one)
        })
        const above = sheet.section === undefined ? [] : [`${constructOf(sheet.section).keyword}：`]
        const title =
          entry === sheet.entries[0] ? titleExampleOf(sheet) : VALUE_KINDS[constructOf(entry ?? '').value.kind].example
        const head = sheet === MATTER_SHEET ? [] : [...above, `  ${constructOf(entry ?? '').keyword}：${title}`]
        const text = ['语言版本：1', '', '事项：甲', ...head, `    ${column.head}：${exampleOf(column)}`, ''].join('\n')
        const told = parse({ uri: 'a.zw', text }).diagnostics.map(({ code, message }) => `${code} ${message}`)
        expect(told, text).toEqual([])
      }
    },
  )

  test('are of what the column is about: no other column has the same words', () => {
    const own = SHEETS.flatMap(({ columns }) =>
      columns.filter(({ value }) => value.kind === 'name' || value.kind === 'text'),
    )
    const examples = new Map(own.map((column) => [column.construct, exampleOf(column)]))
    const profiles = [...examples].filter(([, example]) => example === '行政许可法')
    expect(profiles.map(([construct]) => construct)).toEqual(['matter.profile', 'limit.profile'])
    const others = [...examples.values()].filter((example) => example !== '行政许可法')
    expect(others).toEqual([...new Set(others)])
  })

  test('stand beside every column of every sheet, its name included', () => {
    const rows = guideSheet().rows.map((cells) => cells.join('｜'))
    expect(rows).toContain('｜材料｜名称｜营业执照')
    expect(rows).toContain('｜时限｜时限｜20个工作日')
    expect(rows).toContain('｜份数｜数量｜2份')
    expect(rows).toContain('｜咨询电话｜文字｜0755-12345678')
    expect(rows.filter((row) => row.startsWith('｜') && row.endsWith('｜'))).toHaveLength(3)
  })
})
