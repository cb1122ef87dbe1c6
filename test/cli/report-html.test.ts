import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

test('a page that cannot be written is a failure with its path', async () => {
  const { code, err } = await runCli(['report', 'city', '--html', 'nowhere/r.html'], { files })
  expect(code).toBe(2)
  expect(err).toContain('nowhere/r.html')
})
