import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const folder = fileURLToPath(new URL('../../examples/plan-restaurant/', import.meta.url))
const permit = readFileSync(join(folder, 'permit.zw'), 'utf8')
const files = { 'permit.zw': permit }
const NAME = '食品经营许可（餐饮服务）新办'

async function planJson(...options: readonly string[]) {
  const { code, out } = await runCli(['plan', NAME, 'permit.zw', '--json', ...options], { files })
  return { code, plan: JSON.parse(out) }
}

test('zw plan aims at the matter’s own 目标, and gives every number as it is', async () => {
  const { code, plan } = await planJson()
  expect(code).toBe(0)
  expect(plan).toMatchObject({
    schema: 'zw/plan/1',
    matter: NAME,
    target: { percent: '65', workdays: '7' },
    status: 'optimal',
    now: { workdays: '19', fromAcceptance: '18' },
    cost: '25',
    costUnit: '人日',
    workdays: '7',
    lowerBound: '25',
    proof: { kind: 'chains', lowerBound: '25' },
    binding: ['受理', '材料审查', '决定并制证送达'],
    blockedByLaw: [{ measure: '改为事后核查', what: ['现场核查'] }],
    byHand: { cost: '30', met: true },
  })
  expect(plan.measures).toEqual([
    { name: '审查核查同时开展', kind: '并联', cost: '4', saves: '3', costWithout: null },
    { name: '不再科室复核', kind: '取消环节', cost: '3', saves: '2', costWithout: null },
    { name: '核查三日办结', kind: '提速', cost: '12', saves: '3', costWithout: null },
    { name: '决定制证合并', kind: '合并环节', cost: '6', saves: '3', costWithout: '32' },
  ])
})

test('zw plan aims at what is asked for, and lists the prices of all times', async () => {
  const { plan } = await planJson('--days', '12', '--frontier')
  expect(plan).toMatchObject({ target: { percent: null, workdays: '12' }, cost: '10', frontierExact: true })
  expect(plan.frontier.map(({ workdays, cost }: { workdays: string; cost: string }) => `${workdays}/${cost}`)).toEqual([
    '19/0',
    '17/3',
    '15/4',
    '13/7',
    '12/10',
    '11/12',
    '10/13',
    '8/18',
    '7/25',
    '6/33',
  ])
  expect((await planJson('--target', '60%')).plan).toMatchObject({ workdays: '8', cost: '18' })
  expect((await planJson('--days', '20')).plan).toMatchObject({ status: 'already-met', measures: [] })
})

test('zw plan ends with 1 where the target is out of reach, and says which chain stands in the way', async () => {
  const { code, out } = await runCli(['plan', NAME, 'permit.zw', '--days', '5'], { files })
  expect(code).toBe(1)
  expect(out).toContain('结论：达不到；能采取的措施都采取，也要6个工作日')
  expect(out).toContain('为什么达不到\n1. 【制售热食】为是时')
  expect(out).toContain('“改为事后核查”：“现场核查”是法定的，不能取消、挪动')
})

test('zw plan --apply writes a version that measures to what the plan said', async () => {
  const { code, out, cwd } = await runCli(['plan', NAME, 'permit.zw', '--apply', '-o', '新版本.zw'], { files })
  expect(code).toBe(0)
  // How long it took before says nothing of how long it takes now.
  expect(out).toMatch(/ {4}环节：现场核查\n- {5}时限：7个工作日\n- {5}实际用时：.*\n\+ {5}时限：3个工作日\n/)
  expect(out).toContain('- 承诺时限：19个工作日\n+ 承诺时限：7个工作日\n')
  const checked = await runCli(['check', '新版本.zw'], { cwd })
  expect(checked.out).toContain('检查了1个文件：2个警告')
  expect((await runCli(['verify', '新版本.zw'], { cwd })).code).toBe(0)
  const again = await runCli(['plan', NAME, '新版本.zw', '--json'], { cwd })
  expect(JSON.parse(again.out)).toMatchObject({ status: 'already-met', now: { workdays: '7' } })
  const refused = await runCli(['plan', NAME, 'permit.zw', '--apply', '-o', '新版本.zw'], { cwd })
  expect(refused).toMatchObject({ code: 2, err: 'zw：“新版本.zw”已经有了，不覆盖；请换一个文件名\n' })
})

test('zw plan --apply --from keeps the present promise until that day', async () => {
  const options = ['--apply', '-o', 'x.zw', '--from', '2027-01-01']
  const { out } = await runCli(['plan', NAME, 'permit.zw', ...options], { files })
  expect(out).toContain('\n+ 承诺时限：7个工作日（自2027年1月1日起）\n')
  expect(out).not.toContain('- 承诺时限')
})

test('zw plan speaks of a place with all that it takes over', async () => {
  const place = ['语言版本：1', '实施清单：餐饮许可（某县）', `基于：${NAME}`, '行使层级：县级', '']
  const both = { ...files, 'county.zw': place.join('\n') }
  const run = await runCli(['plan', '餐饮许可（某县）', '.', '--apply', '-o', 'x.zw', '--days', '8'], { files: both })
  expect(run).toMatchObject({ code: 0, err: '' })
  expect(run.out).toContain('沿用基本事项的也写全了')
  const checked = await runCli(['check', 'x.zw'], { cwd: run.cwd })
  // 8 days are what was asked for; the 目标 of the base is 7.
  expect(checked.out.match(/错误\[.*?\]/g)).toEqual(['错误[ZW6006]'])
})

test('zw plan --apply writes nothing where there is no plan', async () => {
  const run = await runCli(['plan', NAME, 'permit.zw', '--days', '5', '--apply', '-o', 'x.zw'], { files })
  expect(run).toMatchObject({ code: 1, err: 'zw：达不到目标，没有写出新版本\n' })
  expect((await runCli(['check', 'x.zw'], { cwd: run.cwd })).err).toBe('zw：找不到“x.zw”\n')
})

test.each([
  [['--target', '60%', '--days', '8'], '--target 和 --days 只能写一个'],
  [['--apply'], '--apply 和 -o 要一起写'],
  [['--target', '百分之六十'], '请写0到100的百分数，如“60%”'],
  [['--target', '0.7'], '要写百分号，请写成“60%”的样子'],
  [['--target', '100%'], '请写成“60%”的样子，在0和100之间'],
  [['--days', '7.3'], '请写成“8”或者“7.5”的样子'],
])('zw plan %j is called wrongly', async (options, message) => {
  const { code, err } = await runCli(['plan', NAME, 'permit.zw', ...options], { files })
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('zw plan needs a target, a limit to cut, and files without errors', async () => {
  const planFor = (text: string, ...options: readonly string[]) =>
    runCli(['plan', NAME, 'permit.zw', ...options], { files: { 'permit.zw': text } })
  const without = (line: string) => permit.replace(new RegExp(`^${line}.*\n(?:  .*\n)*`, 'm'), '')
  expect((await planFor(without('目标'))).err).toContain('没有可以照着算的“目标：”')
  expect((await planFor(without('法定时限'), '--target', '60%')).err).toContain('请用 --days 写天数')
  expect((await planFor(permit.replace('成本：4人日', '成本：4元'))).err).toContain('先用 zw check 改好')
  expect((await runCli(['plan', '食品许可'], { files })).err).toContain('没有名为“食品许可”的事项')
})
