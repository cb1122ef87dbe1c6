import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { expectGolden } from '../support/golden.ts'
import { readHtml, textOf } from '../support/html-tree.ts'
import { createFolder, runCli } from './run-cli.ts'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = 'examples/bundles/restaurant'

async function bundleJson(...options: readonly string[]) {
  const { code, out } = await runCli(['bundle', '开办餐饮店', FOLDER, '--json', ...options], { cwd })
  return { code, bundle: JSON.parse(out) }
}

test('zw bundle shows the materials, the order with its dates, the savings and every combination', async () => {
  const { code, out } = await runCli(['bundle', '开办餐饮店', FOLDER, '--start', '2026-11-23'], { cwd })
  expect(code).toBe(0)
  expectGolden('test/cli/bundle.golden.txt', out)
})

test('zw bundle gives exact numbers as JSON', async () => {
  const { code, bundle } = await bundleJson()
  expect(code).toBe(0)
  expect(bundle).toMatchObject({
    schema: 'zw/bundle/1',
    name: '开办餐饮店',
    limit: { value: '10.5', unit: '工作日', workdays: '10.5' },
    promised: { value: '13' },
    baselines: { 法定时限之和: '56', 承诺时限之和: '26.5', 环节依次办理: '29.5', 基准: '48' },
    cuts: {
      时限: { before: '48', after: '13', ratio: '35/48', percent: '72.9' },
      跑动: { before: '6', after: '1', ratio: '5/6' },
    },
    comparedWith: '基准',
    after: '承诺时限',
    reachable: { before: '48', after: '10.5', ratio: '25/32', percent: '78.1' },
    problems: [],
  })
  expect(bundle.selections).toHaveLength(8)
  expect(bundle.selections[7]).toMatchObject({
    comparedWith: '法定时限之和',
    after: '承诺时限',
    cuts: { 时限: { before: '20', after: '13' } },
    reachable: { before: '20', after: '9' },
  })
  expect(bundle.criticalPath.steps).toEqual([
    '统一受理',
    '企业设立登记·受理',
    '企业设立登记·核准登记',
    '食品与消防联合核查',
    '公众聚集场所投入使用营业前消防安全检查·决定',
    '统一出件',
  ])
  expect(bundle.materials).toContainEqual({
    name: '营业执照',
    from: ['食品经营许可（餐饮服务）新办·营业执照', '设置大型户外广告及招牌审批·营业执照'],
    providedBy: '企业设立登记·营业执照',
  })
})

test('dates that rest on holidays not published yet are marked, in the terminal, as JSON and on the page', async () => {
  const files = Object.fromEntries(
    readdirSync(join(cwd, FOLDER))
      .filter((name) => name.endsWith('.zw'))
      .map((name) => [name, readFileSync(join(cwd, FOLDER, name))]),
  )
  const run = await runCli(['bundle', '开办餐饮店', '--start', '2026-12-17', '--html', 'p.html'], { files })
  expect(run.out).toContain('假定2026年12月17日提交申请，从次日起算；日期是最晚哪一天办完。\n')
  expect(run.out).toMatch(/统一受理 .*2026-12-18\n/)
  expect(run.out).toMatch(/统一出件 .*2027-01-04 暂定\n/)
  expect(run.out).toContain('暂定：那一年的放假通知还没有公布，按法定节日推算，公布以后请重新算。')
  const { steps } = (await bundleJson('--start', '2026-12-17')).bundle
  const endOf = (name: string) => steps.find((step: { name: string }) => step.name === name)
  expect(endOf('统一受理')).toMatchObject({ endsOn: '2026-12-18', provisional: false })
  expect(endOf('统一出件')).toMatchObject({ endsOn: '2027-01-04', provisional: true })
  const page = textOf(readHtml(readFileSync(join(run.cwd, 'p.html'), 'utf8')))
  expect(page).toContain('12月18日（星期五）')
  expect(page).toContain('2027年1月4日（星期一）暂定')
  expect(page).toContain('写“暂定”的，那一年的放假通知还没有公布')
  const settled = await runCli(['bundle', '开办餐饮店', FOLDER, '--start', '2026-11-23'], { cwd })
  expect(settled.out).not.toContain('暂定')
})

test('what the applicant says chooses the components: the sums then are those of these', async () => {
  const { bundle } = await bundleJson(
    '--given',
    '已有营业执照=是',
    '--given',
    '设置大型招牌=否',
    '--given',
    '公众聚集场所=是',
  )
  expect(bundle.selections).toHaveLength(1)
  expect(bundle.components.filter(({ selected }: { selected: boolean }) => selected)).toMatchObject([
    { name: '食品经营许可（餐饮服务）新办' },
    { name: '公众聚集场所投入使用营业前消防安全检查' },
  ])
  expect(bundle).toMatchObject({ limit: { value: '10' }, baselines: { 法定时限之和: '33', 基准: null } })
})

test('a slip in a name is answered with what was meant', async () => {
  const slip = await runCli(['bundle', '开办饭店', FOLDER], { cwd })
  expect([slip.code, slip.err]).toEqual([2, 'zw：没有名为“开办饭店”的一件事，是不是“开办餐饮店”？\n'])
  const fact = await runCli(['bundle', '开办餐饮店', FOLDER, '--given', '有营业执照=是'], { cwd })
  expect(fact.err).toContain('不问“有营业执照”，是不是“已有营业执照”？')
  const value = await runCli(['bundle', '开办餐饮店', FOLDER, '--given', '主体业态=饭店'], { cwd })
  expect(value.err).toContain('“主体业态”不能是“饭店”，可以写：食品销售经营、餐饮服务经营、单位食堂')
})

const matter = (name: string) =>
  `事项：${name}\n事项类型：公共服务\n办理环节：\n  环节：办理\n    阶段：受理、决定\n    时限：1个工作日\n    产出：${name}证\n法定时限：5个工作日\n承诺时限：1个工作日\n结果：${name}证\n\n`

test('a loop of components is printed, and the command fails', async () => {
  const text = `${matter('甲')}${matter('乙')}一件事：互等\n包含事项：\n  子项：甲\n    前序：乙\n  子项：乙\n    前序：甲\n`
  const { code, out, err } = await runCli(['bundle', '互等', 'loop.zw'], { files: { 'loop.zw': text } })
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('“loop.zw”里有1个错误，算出来的不可靠；子项互相等待：甲→乙→甲')
})

test('a bundle with an error in it gives no number: what the error touches is left out', async () => {
  const files = {
    'a.zw': `${matter('甲')}${matter('乙')}一件事：合办\n包含事项：\n  子项：甲\n  子项：乙\n    当：【没有的信息】\n`,
  }
  expect(await runCli(['bundle', '合办', 'a.zw'], { files })).toMatchObject({
    code: 2,
    out: '',
    err: 'zw：“a.zw”里有1个错误，算出来的不可靠；先用 zw check 改好\n',
  })
})

test('a component without a limit leaves the sums out, and says so', async () => {
  const unlimited = matter('乙').replace('法定时限：5个工作日\n承诺时限：1个工作日', '法定时限：无法定时限')
  const files = { 'a.zw': `${matter('甲')}${unlimited}一件事：合办\n包含事项：\n  子项：甲\n  子项：乙\n` }
  const { code, out } = await runCli(['bundle', '合办', 'a.zw', '--json'], { files })
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    cuts: { 时限: null },
    problems: ['子项“乙”没有法定时限，也没有承诺时限，合计算不出来'],
  })
})

describe('what an office can do at a time', () => {
  const newborn = ['bundle', '新生儿出生', 'examples/bundles/newborn']

  test('--capacity queues what is too much, and says in which order', async () => {
    const { code, out } = await runCli([...newborn, '--capacity', '医疗保障部门=1'], { cwd })
    expect(code).toBe(0)
    expect(out).toContain('先后：共7个工作日')
    expect(out).toMatch(/排队\n {2}医疗保障部门最多同时办1个环节，依次办：出生信息联合核查、生育医疗费用报销·拨付、/)
    expect(out).toContain('试遍了各种次序，这样总时间最短。')
  })

  test('as JSON with every wait; null where nobody asked', async () => {
    const asked = await runCli([...newborn, '--capacity', '医疗保障部门=2个', '--capacity', '公安机关＝1', '--json'], {
      cwd,
    })
    expect(JSON.parse(asked.out).queueing).toMatchObject({
      offices: [
        { office: '公安机关', atOnce: 1, waits: [] },
        { office: '医疗保障部门', atOnce: 2, waits: [] },
      ],
      shortest: true,
      lowerBound: '5',
    })
    expect(JSON.parse((await runCli([...newborn, '--json'], { cwd })).out).queueing).toBeNull()
  })

  test('the page says it under the order of the steps', async () => {
    const elsewhere = createFolder({})
    symlinkSync(join(cwd, 'examples'), join(elsewhere, 'examples'))
    const { code } = await runCli([...newborn, '--capacity', '医疗保障部门=1', '--html', 'a.html'], { cwd: elsewhere })
    expect(code).toBe(0)
    const page = textOf(readHtml(readFileSync(join(elsewhere, 'a.html'), 'utf8')))
    expect(page).toContain('一个部门忙不过来的，排队')
    expect(page).toContain('医疗保障部门最多同时办1个环节，依次办：')
  })

  test.each([
    ['消防=1', '没有环节由“消防”办；承办的有：'],
    ['公安机关=0', '请写成“市场监督管理局=1”的样子'],
    ['公安机关', '请写成“市场监督管理局=1”的样子'],
  ])('%s is refused', async (written, message) => {
    const { code, err } = await runCli([...newborn, '--capacity', written], { cwd })
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

test('zw bundle --html writes the page beside the terminal view, with the dates and for the facts given', async () => {
  const files = Object.fromEntries(
    readdirSync(join(cwd, FOLDER))
      .filter((name) => name.endsWith('.zw'))
      .map((name) => [name, readFileSync(join(cwd, FOLDER, name))]),
  )
  const argv = ['bundle', '开办餐饮店', '--start', '2026-11-23', '--given', '已有营业执照=是', '--html', '餐饮店.html']
  const run = await runCli(argv, { files })
  expect([run.code, run.err]).toEqual([0, ''])
  expect(run.out).toContain('一件事：开办餐饮店')
  const page = textOf(readHtml(readFileSync(join(run.cwd, '餐饮店.html'), 'utf8')))
  expect(page).toContain('开办餐饮店“一件事”4个事项')
  expect(page).toContain('按2026年11月22日有效的规定 · 假定2026年11月23日提交申请')
  expect(page).toContain('办其中3个事项的情形')
  expect(page).toContain('11月24日（星期二）')
  expect(page).toContain(`由 zhengwu ${packageJson.version} 核算`)
})

test('a page that cannot be written is a failure, and so is one of proposals', async () => {
  const { code, err } = await runCli(['bundle', '开办餐饮店', FOLDER, '--html', 'nowhere/b.html'], { cwd })
  expect([code, err]).toEqual([2, expect.stringContaining('没有文件夹“nowhere”，写不了“nowhere/b.html”')])
  expect((await runCli(['bundle', FOLDER, '--suggest', '--html', 'b.html'], { cwd })).code).toBe(2)
})
