import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fixWorkspace } from '../../../src/compile/fix-workspace.ts'
import { openWorkspace } from '../../../src/compile/workspace.ts'
import { badExamplesFolder } from '../../support/bad-examples.ts'

const open = (text: string) => openWorkspace([{ uri: 'a.zw', text }], { asOf: '2026-11-22' })
const textOf = (workspace: ReturnType<typeof open>) => workspace.result.sources[0]?.text ?? ''
const isSafe = ({ applicability }: { readonly applicability: string }) => applicability === 'auto'

const examples = readdirSync(badExamplesFolder).filter((name) => name.endsWith('.zw'))

test.each(examples)('%s: no safe fix is left, and what is not safe stays as it was', (name) => {
  const text = readFileSync(join(badExamplesFolder, name), 'utf8')
  const before = open(text).result.diagnostics
  const { workspace, applied } = fixWorkspace(open(text))
  expect(workspace.result.diagnostics.flatMap(({ fixes }) => fixes.filter(isSafe))).toEqual([])
  if (before.every(({ fixes }) => !fixes.some(isSafe))) {
    expect({ text: textOf(workspace), applied }).toEqual({ text, applied: [] })
  }
})

test('fixes that touch each other go in one after the other', () => {
  const { workspace, applied } = fixWorkspace(open('事象：优待证办理\n'))
  expect(applied.map(({ code }) => code).sort()).toEqual(['ZW0102', 'ZW1002'])
  expect(textOf(workspace)).toBe('语言版本：1\n事项：优待证办理\n')
})

test('many fixes go in together', () => {
  const text = '事项 优待证办理\n事项类型 公共服务\n法定时限 10个工作日\n申请材料\n材料 居民身份证\n份数 1份\n'
  const { workspace, applied } = fixWorkspace(open(text))
  expect(applied.map(({ code }) => code).sort()).toEqual(['ZW0102', ...Array<string>(6).fill('ZW1003')])
  expect(textOf(workspace).replace(/： /g, '：')).toBe(
    '语言版本：1\n事项：优待证办理\n事项类型：公共服务\n法定时限：10个工作日\n申请材料：\n材料：居民身份证\n份数：1份\n',
  )
})
