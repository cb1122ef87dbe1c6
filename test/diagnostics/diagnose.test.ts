import { expect, test } from 'vitest'
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts'
import { diagnose } from '../../src/diagnostics/diagnose.ts'

const origin = { file: 'a.zw', span: { start: 3, end: 5 } }

test('words come from the catalogue', () => {
  expect(diagnose('ZW1101', { keyword: '份数', expected: '数量' }, origin)).toEqual({
    code: 'ZW1101',
    severity: 'error',
    message: '“份数：”后面没有内容',
    labels: [{ origin, text: '这里应写数量' }],
    help: '请补上数量，或者删去这一行',
    fixes: [],
  })
})

test('a caller who knows better says so', () => {
  const related = { origin: { file: 'b.zw', span: { start: 0, end: 1 } }, text: '另一处' }
  const fix = { title: '删去这一行', applicability: 'ask' as const, edits: [{ origin, text: '' }] }
  const details = { label: '空着', related: [related], help: '问主管部门', fixes: [fix], context: '事项“甲”' }
  expect(diagnose('ZW1101', { keyword: '份数' }, origin, details)).toMatchObject({
    labels: [{ origin, text: '空着' }, related],
    help: '问主管部门',
    fixes: [fix],
    context: '事项“甲”',
  })
})

test('codes are ZW and four digits, titles say what is wrong without a stop', () => {
  for (const [code, { title }] of Object.entries(CATALOGUE)) {
    expect(code).toMatch(/^ZW\d{4}$/)
    expect(title).toMatch(/^[^。！？]+$/)
  }
  const titles = Object.values(CATALOGUE).map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
})
