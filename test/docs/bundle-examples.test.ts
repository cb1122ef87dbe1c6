import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createFolder, runCli } from '../cli/run-cli.ts'
import { expectGolden } from '../support/golden.ts'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const ROOT = join(cwd, 'examples/bundles')

/** What each bundle comes to with all its components, before and after; the README beside it compares them with what was published. */
const FIGURES = {
  'after-death': {
    name: '公民身后',
    given: ['非正常死亡=否'],
    figures: { 时限: '20→7', 材料: '32→5', 环节: '10→5', 跑动: '8→1', 全部环节: '14→9' },
  },
  'close-company': {
    name: '企业注销',
    given: [],
    figures: { 时限: '15→12', 材料: '15→4', 环节: '7→2', 跑动: '6→1', 全部环节: '13→8' },
  },
  newborn: {
    name: '新生儿出生',
    given: [],
    figures: { 时限: '32→5', 材料: '9→2', 环节: '10→3', 跑动: '4→1', 全部环节: '16→11' },
  },
  'open-company': {
    name: '企业开办',
    given: [],
    figures: { 时限: '2.5→1', 材料: '14→5', 环节: '6→2', 跑动: '5→0', 全部环节: '10→7' },
  },
  'restaurant-sichuan': {
    name: '开办餐饮店（四川）',
    given: [],
    figures: { 时限: '48→13', 材料: '35→17', 环节: '9→2', 跑动: '6→1', 全部环节: '17→9' },
  },
  veteran: {
    name: '军人退役',
    given: ['安置方式=政府安排工作'],
    figures: { 时限: '22→11', 材料: '16→5', 环节: '8→2', 跑动: '5→1', 全部环节: '11→7' },
  },
}

const folders = readdirSync(ROOT)

async function bundleJson(name: string, folder: string, given: readonly string[] = []) {
  const { code, out } = await runCli(
    ['bundle', name, join('examples/bundles', folder), '--json', ...given.flatMap((each) => ['--given', each])],
    { cwd },
  )
  expect(code).toBe(0)
  return JSON.parse(out)
}

test('there are at least six bundles besides the one of the language design, each with its figures here', () => {
  expect(folders).toEqual([...Object.keys(FIGURES), 'restaurant'].sort())
})

describe.each(folders)('examples/bundles/%s', (folder) => {
  const path = join(ROOT, folder, 'README.md')

  test('is clean: nothing to find fault with, in the standard layout, every 用例 holds', async () => {
    const place = join('examples/bundles', folder)
    expect(await runCli(['check', place], { cwd })).toMatchObject({ code: 0 })
    expect((await runCli(['check', place, '--json'], { cwd })).out).toContain('"diagnostics": []')
    expect(await runCli(['fmt', '--check', place], { cwd })).toMatchObject({ code: 0 })
    const { code, out } = await runCli(['verify', place], { cwd })
    expect(code).toBe(0)
    expect(out).toMatch(/用例(\d+)个：成立\1个/)
  })

  test('says of each data file whether its data are an example', () => {
    for (const file of readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.zw'))) {
      const text = readFileSync(join(ROOT, folder, file), 'utf8')
      if (/^(?:事项|一件事)：/m.test(text)) expect(text, file).toMatch(/^注：.*示例数据/m)
    }
  })

  test('has a README that names its sources, and whose commands run', async () => {
    const page = readFileSync(path, 'utf8')
    expect(page).toMatch(/^## (?:数字的)?来源$/m)
    for (const [, link = ''] of page.matchAll(/\]\(([^):#]+)\)/g)) {
      expect(existsSync(join(ROOT, folder, link)), link).toBe(true)
    }
    const commands = [...page.matchAll(/^npm run zw -- (.*)$/gm)].map(([, line = '']) => line)
    expect(commands.length).toBeGreaterThan(1)
    // What a command writes stays out of the repository.
    const elsewhere = createFolder({})
    symlinkSync(join(cwd, 'examples'), join(elsewhere, 'examples'))
    for (const line of commands)
      expect(await runCli(line.split(' '), { cwd: elsewhere }), line).toMatchObject({ code: 0 })
  })

  test('prints what the terminal of its README shows', async () => {
    let page = readFileSync(path, 'utf8')
    for (const [block, line = ''] of page.matchAll(/^```终端\n\$ zw (.*)\n[\s\S]*?^```$/gm)) {
      const { code, out, err } = await runCli(line.split(' '), { cwd })
      expect({ code, err }, line).toEqual({ code: 0, err: '' })
      page = page.replace(block, () => `\`\`\`终端\n$ zw ${line}\n${out.replaceAll(/ +$/gm, '')}\`\`\``)
    }
    expectGolden(path, page)
  })
})

describe.each(Object.entries(FIGURES))('the figures of %s', (folder, { name, given, figures }) => {
  test('follow from the components: none is stated, nothing is wrong, nothing is left to guess', async () => {
    const { problems, proposals, baselines, cuts } = await bundleJson(name, folder, given)
    expect({ problems, proposals }).toEqual({ problems: [], proposals: [] })
    expect(baselines.基准).toBeNull()
    const computed = Object.keys(figures).map((subject) => [subject, `${cuts[subject].before}→${cuts[subject].after}`])
    expect(Object.fromEntries(computed)).toEqual(figures)
  })

  test('keep the promise: the stated 承诺时限 is what the order of the steps comes to', async () => {
    const { selections, promised, limit } = await bundleJson(name, folder, given)
    expect(promised).toEqual(limit)
    expect(selections.length).toBeGreaterThan(0)
  })
})

describe('what was published', () => {
  test('of 开办餐饮店 in 四川: 72.92 %, 51.43 %, 83.33 %; 88.24 % from all 环节 before to 办事环节 after', async () => {
    const { cuts } = await bundleJson('开办餐饮店（四川）', 'restaurant-sichuan')
    expect([cuts.时限.ratio, cuts.材料.ratio, cuts.跑动.ratio]).toEqual(['35/48', '18/35', '5/6'])
    expect([cuts.全部环节.before, cuts.环节.after]).toEqual(['17', '2'])
  })

  test('of 新生儿出生 in 青海: 32→5 workdays, 9→2 documents, 4→1 trips; 16→3 from all 环节 to 办事环节', async () => {
    const { cuts } = await bundleJson('新生儿出生', 'newborn')
    expect([cuts.时限.ratio, cuts.材料.ratio, cuts.跑动.ratio]).toEqual(['27/32', '7/9', '3/4'])
    expect([cuts.全部环节.before, cuts.环节.after]).toEqual(['16', '3'])
  })

  test('of 公民身后 in 济宁: one set of seven documents', async () => {
    const { materials } = await bundleJson('公民身后', 'after-death')
    expect(materials.map(({ name }: { name: string }) => name).sort()).toEqual(
      ['逝者居民身份证', '经办人居民身份证', '户口簿', '死亡证明', '火化证明', '逝者社保卡', '受益人银行卡号'].sort(),
    )
  })
})
