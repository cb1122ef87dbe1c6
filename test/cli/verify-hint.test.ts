import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const read = (name: string) => readFileSync(new URL(`../../examples/bundles/newborn/${name}`, import.meta.url), 'utf8')
const matters = read('matters.zw')
const bundle = read('newborn.zw')
const files = { 'matters.zw': matters, 'newborn.zw': bundle }
const remedy =
  '它们是一件事“新生儿出生”的子项：一件事压减多少，写在它自己的“目标：”里，如“压减时限：不低于60%”、“口径：基准时限→联办承诺时限”。'

test.each([
  [['--each', '60%'], '--each '],
  [['--total', '60%'], '--total '],
  [['--each', '60%', '--total', '60%'], '--each、--total '],
])('zw verify %s tells what to do where no component of a bundle has 法定时限', async (options, named) => {
  const { code, out } = await runCli(['verify', ...options], { files })
  expect(code).toBe(1)
  expect(out).toContain(
    `${named}按“法定时限→承诺时限”核对事项，7项没有法定时限，没有可以比的。${remedy}这里已经写了，上面核对过了。\n`,
  )
})

test('zw verify says no bundle was verified that was not, and nothing of one that has no such target', async () => {
  const some = await runCli(['verify', '--each', '60%', '--where', '事项类型=公共服务'], { files })
  expect(some.out).toContain(`${remedy}这里已经写了，不加 --where 就核对。\n`)
  const other = { ...files, 'newborn.zw': bundle.replace(/ {2}压减时限：.*\n(?: {4}口径：.*\n)?/u, '') }
  expect((await runCli(['verify', '--each', '60%'], { files: other })).out).toContain(`${remedy}\n`)
})

test('zw verify --each names no bundle where none is, and says nothing where all can be compared', async () => {
  const alone = await runCli(['verify', '--each', '60%'], { files: { 'matters.zw': matters } })
  expect(alone.out).toContain('没有可以比的。要按别的口径比的，在事项里写“目标：”和“口径：”。\n')
  const limited = { 'matters.zw': matters.replaceAll('法定时限：无法定时限', '法定时限：20个工作日') }
  expect((await runCli(['verify', '--each', '60%'], { files: limited })).out).not.toContain('没有可以比的')
  expect((await runCli(['verify'], { files })).out).not.toContain('没有可以比的')
})
