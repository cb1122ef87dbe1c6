import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { badExample } from '../support/bad-examples.ts'
import { elementsOf, readHtml, textOf } from '../support/html-tree.ts'
import { runCli } from './run-cli.ts'

/** 20 → 9 working days, target 60 %. */
const files = { 'city/a.zw': badExample('ZW6006') }

test('zw report --html writes one page beside the table, with the CSV where both are asked for', async () => {
  const { code, out, cwd } = await runCli(['report', 'city', '--html', 'r.html', '--csv', 'r.csv'], { files })
  expect(code).toBe(0)
  expect(out).toContain('合计：1个事项')
  expect(existsSync(join(cwd, 'r.csv'))).toBe(true)
  const page = readHtml(readFileSync(join(cwd, 'r.html'), 'utf8'))
  expect(elementsOf(page, 'h1').map(textOf)).toEqual(['压减核算报告'])
  expect(textOf(page)).toContain('按2026年11月22日有效的规定')
  expect(textOf(page)).toContain('city/a.zw')
  expect(textOf(page)).toMatch(/第\d+行/)
  expect(textOf(page)).toContain(`由 zhengwu ${packageJson.version} 核算`)
})

test('the page takes the title, the digits and the groups of the command line', async () => {
  const argv = ['report', 'city', '--html', 'r.html', '--title', '示例市压减报告', '--digits', '3', '--by', '部门']
  const { cwd } = await runCli(argv, { files })
  const page = readHtml(readFileSync(join(cwd, 'r.html'), 'utf8'))
  expect([...elementsOf(page, 'title'), ...elementsOf(page, 'h1')].map(textOf)).toEqual([
    '示例市压减报告',
    '示例市压减报告',
  ])
  expect(textOf(page)).toContain('55.000%')
  expect(elementsOf(page, 'h2').map(textOf)).toContain('按部门分')
})

test('a page that cannot be written is a failure that says which folder is not there', async () => {
  const { code, err } = await runCli(['report', 'city', '--html', 'nowhere/r.html'], { files })
  expect(code).toBe(2)
  expect(err).toBe('zw：没有文件夹“nowhere”，写不了“nowhere/r.html”；请先新建这个文件夹，或者换一个地方\n')
})

test('the page tells which 用例 do not hold, and what came out', async () => {
  const { cwd } = await runCli(['report', '--html', 'r.html'], { files: { 'a.zw': badExample('ZW9001') } })
  const text = textOf(readHtml(readFileSync(join(cwd, 'r.html'), 'utf8')))
  expect(text).toMatch(/用例\d+个，成立\d+个，不成立1个：/)
  expect(text).toMatch(/应当是“[^”]+”，实际是“[^”]+”/)
})

test('the page compares with an earlier version where it is asked for', async () => {
  const before = new TextDecoder().decode(badExample('ZW6006')).replaceAll('9个工作日', '15个工作日')
  const world = { files: { 'now/a.zw': badExample('ZW6006'), 'before/a.zw': before } }
  const { cwd } = await runCli(['report', 'now', '--against', 'before', '--html', 'r.html'], world)
  const page = readHtml(readFileSync(join(cwd, 'r.html'), 'utf8'))
  expect(elementsOf(page, 'h2').map(textOf)).toContain('与“before”相比')
  expect(elementsOf(page, 'caption').map(textOf)).toEqual(expect.arrayContaining(['对比的一版', '现在']))
  expect(elementsOf(page, 'tfoot').map(textOf)).toEqual([expect.stringMatching(/^合计15→940\.0%/)])
})

test('the page names the file of a line that an 实施清单 takes over', async () => {
  const province = fileURLToPath(new URL('../../examples/province/', import.meta.url))
  const taken = Object.fromEntries(
    ['base.zw', 'city.zw', 'county.zw'].map((name) => [name, readFileSync(join(province, name))]),
  )
  const { cwd } = await runCli(['report', '--html', 'r.html'], { files: taken })
  const page = readHtml(readFileSync(join(cwd, 'r.html'), 'utf8'))
  const county = elementsOf(page, 'details').filter((each) => textOf(each).includes('示例县'))
  expect(county.map(textOf).join('\n')).toMatch(/base\.zw 第53行/)
  expect(county.map(textOf).join('\n')).toMatch(/(?<!zw )第9行/)
})
