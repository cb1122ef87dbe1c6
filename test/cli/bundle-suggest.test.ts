import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = 'examples/bundles/restaurant'

test('zw bundle --suggest tells which matters would make one thing, why, and what it would save', async () => {
  const { code, out } = await runCli(['bundle', '--suggest', FOLDER], { cwd })
  expect(code).toBe(0)
  expect(out).toContain('1. “企业设立登记”、')
  expect(out).toContain('相同的材料1项：营业执照')
  expect(out).toContain('结果接着用：企业设立登记·营业执照 → ')
  expect(out).toContain('压减：时限56→14.5个工作日（74.1%），材料12→12份（0.0%），跑动6→2次（66.7%）')
  expect(out).toContain('已经在一件事“开办餐饮店”里')
})

test('the same as JSON', async () => {
  const { code, out } = await runCli(['bundle', '--suggest', '--json', FOLDER], { cwd })
  expect(code).toBe(0)
  const { schema, among, groups } = JSON.parse(out)
  expect([schema, among, groups.length]).toEqual(['zw/bundle-suggest/1', 4, 1])
  expect(groups[0]).toMatchObject({
    materials: [{ name: '营业执照' }],
    facts: [],
    cuts: {
      时限: { before: '56', after: '14.5', ratio: '83/112', percent: '74.1' },
      材料: { before: '12', after: '12', ratio: '0', percent: '0.0' },
      跑动: { before: '6', after: '2', ratio: '2/3', percent: '66.7' },
    },
    problems: [],
    within: ['开办餐饮店'],
  })
  expect(groups[0].matters).toHaveLength(4)
})

test('matters that have nothing in common are left alone', async () => {
  const matter = (name: string) => `事项：${name}\n申请材料：\n  材料：${name}申请表\n结果：${name}证\n\n`
  const { code, out } = await runCli(['bundle', '--suggest'], { files: { 'a.zw': matter('甲') + matter('乙') } })
  expect(code).toBe(0)
  expect(out).toContain('看了2个事项，没有哪几项')
})

test('without a name and without --suggest the command says what to write', async () => {
  const { code, err } = await runCli(['bundle'], { cwd })
  expect([code, err]).toEqual([2, 'zw：请写一件事的名称；要找可以合成一件事的，加上 --suggest\n'])
})
