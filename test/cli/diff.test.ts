import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectGolden } from '../support/golden.ts'
import { baseText, implementation } from '../support/implementation-text.ts'
import { matterText } from '../support/matter-text.ts'
import { runCli } from './run-cli.ts'

const file = (text: string) => `语言版本：1\n\n${text}`
const FACTS = [
  '信息：占道面积',
  '  类型：数',
  '  单位：平方米',
  '  提问：要占用多少平方米？',
  '信息：自有场地',
  '  类型：是否',
  '  提问：场地是您自己的吗？',
]
const before = matterText({
  facts: FACTS,
  situations: ['情形：大面积', '  当：【占道面积】不低于 150平方米'],
  requirements: ['条件：面积够用', '  判断：【占道面积】不低于 10平方米'],
  materials: ['材料：申请表', '材料：租赁合同', '  当：非【自有场地】', '材料：营业执照'],
  steps: [
    '环节：受理',
    '  时限：1个工作日',
    '环节：现场核查',
    '  当：【大面积】',
    '  时限：3个工作日',
    '环节：决定',
    '  时限：1个工作日',
    '  产出：占道施工许可证',
  ],
  limits: ['法定时限：20个工作日', '承诺时限：8个工作日'],
})
const after = matterText({
  facts: FACTS,
  situations: ['情形：大面积', '  当：【占道面积】不低于 200平方米'],
  requirements: ['条件：面积够用', '  判断：【占道面积】不低于 5平方米'],
  materials: ['材料：申请表', '材料：营业执照（副本）', '材料：租赁合同', '  当：非【自有场地】 且 【大面积】'],
  steps: [
    '环节：受理',
    '  时限：1个工作日',
    '环节：现场核查',
    '  当：【大面积】',
    '  时限：2个工作日',
    '环节：决定',
    '  时限：1个工作日',
    '  产出：占道施工许可证',
  ],
  limits: ['法定时限：20个工作日', '承诺时限：5个工作日'],
})
const LIMITS = ['法定时限：20个工作日', '承诺时限：3个工作日']
const SLOW = ['环节：受理', '  时限：2个工作日', '环节：审查决定', '  时限：2个工作日', '  产出：占道施工许可证']
const FILES = {
  'old/permit.zw': file(before),
  'old/gone.zw': file(matterText({}, '夜间施工许可')),
  'new/permit.zw': file(after),
  'new/come.zw': file(matterText({}, '临时占道许可')),
}

describe('zw diff', () => {
  test('tells what changed, for whom, and where it is written', async () => {
    const { code, out, err } = await runCli(['diff', 'old', 'new'], { files: FILES })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expectGolden('test/cli/diff.golden.txt', out)
  })

  test('says so where nothing changed', async () => {
    const { code, out } = await runCli(['diff', 'old', 'old'], { files: FILES })
    expect(code).toBe(0)
    expect(out).toBe('改动对照：old → old\n事项没有变化2个；合计压减没有变，是72.5%。\n')
  })

  test('gives JSON with exact figures and those concerned', async () => {
    const { out } = await runCli(['diff', 'old', 'new', '--matter', '占道施工许可', '--json'], { files: FILES })
    const diff = JSON.parse(out)
    expect(diff).toMatchObject({ schema: 'zw/diff/1', matters: [{ name: '占道施工许可', kind: 'changed' }] })
    expect(diff.matters[0].figures).toMatchObject({ 时限: { before: '8', after: '5' } })
    expect(diff.matters[0].before.cut).toMatchObject({ ratio: '3/5', percent: '60.0' })
    expect(diff.matters[0].outcomes).toContainEqual({
      kind: 'stepRemoved',
      effect: 'better',
      name: '现场核查',
      whom: '【占道面积】150平方米以上不满200平方米',
    })
    expect(diff.matters[0].outcomes).toContainEqual({
      kind: 'admitted',
      effect: 'better',
      whom: '【占道面积】5平方米以上不满10平方米',
    })
  })

  test('compares with the version before, and with the one of a day', async () => {
    const versions = ['施行：自2024年1月1日起', '施行：自2026年1月1日起'].map((line, index) =>
      (index === 0 ? before : after).replace('事项类型：', `${line}\n事项类型：`),
    )
    const files = { 'permit.zw': file(versions.join('\n')) }
    for (const former of ['前一版', '2025-06-30']) {
      const { code, out } = await runCli(['diff', former, 'permit.zw'], { files })
      expect(code).toBe(0)
      expect(out).toContain('承诺时限8→5个工作日')
    }
    const { out } = await runCli(['diff', '前一版', 'permit.zw'], { files })
    expect(out.split('\n')[0]).toBe('改动对照：前一版 → permit.zw')
  })

  test('tells what becomes of the 实施清单 that rest on a matter', async () => {
    const city = implementation('优待证办理（市）', '优待证办理', ['行使层级：市级', '承诺时限：7个工作日'])
    const base = ['语言版本：1', ...baseText(), ''].join('\n')
    const files = {
      'old/base.zw': base,
      'old/city.zw': ['语言版本：1', ...city, ''].join('\n'),
      'new/base.zw': base.replace(/承诺时限：\d+个工作日/u, '承诺时限：9个工作日'),
      'new/city.zw': ['语言版本：1', ...city, ''].join('\n'),
    }
    const { out } = await runCli(['diff', 'old', 'new'], { files })
    expect(out).toContain('“优待证办理（市）”没有变：变的地方它自己另有规定')
  })

  test('follows a matter that has another name by its 编码', async () => {
    const coded = (name: string) => file(matterText({ properties: ['编码：示例07', '事项类型：行政许可'] }, name))
    const files = { 'old.zw': coded('占道许可'), 'new.zw': coded('占用道路许可') }
    const { out } = await runCli(['diff', 'old.zw', 'new.zw'], { files })
    expect(out).toContain('事项改动1个')
    expect(out).toContain('事项 占道许可→占用道路许可')
  })

  test('writes a page that escapes what the files say', async () => {
    const hostile = FILES['new/permit.zw'].replaceAll('申请表', '申请<表>')
    const args = ['diff', 'old', 'new', '--html', 'd.html', '--title', '三季度改了什么']
    const run = await runCli(args, { files: { ...FILES, 'new/permit.zw': hostile } })
    const page = readFileSync(join(run.cwd, 'd.html'), 'utf8')
    expect(page).toContain('<h1>三季度改了什么</h1>')
    expect(page).toContain('申请&lt;表&gt;')
    expect(page).not.toContain('申请<表>')
  })

  test('writes a page without the folders of this machine, that marks what is good for applicants and what is not', async () => {
    const later = after
      .replace('材料：申请表', '材料：申请表\n  必要性：容缺后补\n  容缺期限：5个工作日')
      .replace('材料：营业执照（副本）', '材料：营业执照（副本）\n  形式：原件\n  份数：2份')
    const files = { ...FILES, 'new/permit.zw': file(later) }
    const run = await runCli(['diff', 'old', 'new', '--html', 'd.html'], { files })
    expect(run.out).toContain('“申请表”可以后补了（容缺期限5个工作日）：任何情形')
    const page = readFileSync(join(run.cwd, 'd.html'), 'utf8')
    expect(page).toContain('>permit.zw第')
    expect(page).not.toContain('new/permit.zw')
    expect(page).toContain('<pre>形式：原件<br>份数：2份</pre>')
    expect(page).toContain('<li class="better"><span class="unseen">对申请人更方便：</span>不用再交“租赁合同”')
    expect(page).toContain('<li class="worse"><span class="unseen">对申请人要求更多：</span>要多交“营业执照（副本）”')
    expect(page).toContain('<span class="better">压减60.0%→75.0%</span>')
  })

  test('tells what applicants pay and how often they come, better or worse', async () => {
    const text = (fees: readonly string[], trips: number) =>
      file(matterText({ properties: ['事项类型：行政许可', `到现场次数：${trips}次`], limits: [...LIMITS, ...fees] }))
    const outcomes = async (was: string, now: string) => {
      const files = { 'was.zw': was, 'now.zw': now }
      const { out } = await runCli(['diff', 'was.zw', 'now.zw'], { files })
      const { out: json } = await runCli(['diff', 'was.zw', 'now.zw', '--json'], { files })
      const said = out.split('\n').filter((line) => line.endsWith('：任何情形'))
      const effects: readonly { readonly effect: string }[] = JSON.parse(json).matters[0].outcomes
      return said.map((line, index) => `${line.trim()} ${effects[index]?.effect}`)
    }
    const free = ['收费：不收费']
    const fee = (amount: string, ...more: readonly string[]) => ['收费：工本费', `  标准：${amount}`, ...more]
    expect(await outcomes(text(free, 1), text(fee('100元／本'), 1))).toEqual([
      '要交费了，工本费100元／本：任何情形 worse',
    ])
    expect(await outcomes(text(fee('100元／本'), 2), text(free, 1))).toEqual([
      '到现场次数2→1次：任何情形 better',
      '不用交费了，原来工本费100元／本：任何情形 better',
    ])
    expect(await outcomes(text(fee('100元／本'), 1), text(fee('80元／本'), 2))).toEqual([
      '到现场次数1→2次：任何情形 worse',
      '工本费100元／本→80元／本：任何情形 better',
    ])
    expect(await outcomes(text(fee('100元／本'), 1), text(fee('80元／页'), 1))).toEqual([
      '工本费100元／本→80元／页：任何情形 mixed',
    ])
    expect(await outcomes(text([], 1), text(fee('100元'), 1))).toEqual([
      '写明要交费（原来没有写收不收费），工本费100元：任何情形 mixed',
    ])
    expect(await outcomes(text(fee('100元'), 1), text([...fee('100元'), '收费：检测费', '  标准：20元'], 1))).toEqual([
      '要多交一项费，检测费20元：任何情形 worse',
    ])
    expect(await outcomes(text(fee('100元'), 1), text(fee('100元', '  减免：低保对象免收'), 1))).toEqual([
      '工本费减免“没有写”→“低保对象免收”：任何情形 better',
    ])
  })

  test('tells where the critical path changed, and marks what rests on a promise that the steps cannot keep', async () => {
    const slow = matterText({ steps: SLOW, limits: ['法定时限：20个工作日', '承诺时限：2个工作日'] })
    const files = { 'was.zw': file(matterText()), 'now.zw': file(slow) }
    const run = await runCli(['diff', 'was.zw', 'now.zw', '--html', 'd.html'], { files })
    expect(run.out).toContain('其中1个事项的承诺短于环节，做不到。')
    expect(run.out).toContain('承诺时限3→2个工作日（做不到），关键路径3→4个工作日，压减85.0%→90.0%（做不到）')
    expect(run.out).toContain('现在的承诺短于环节，做不到：承诺2个工作日，环节要4个工作日')
    expect([run.code, run.err]).toEqual([1, 'zw：文件里有1个错误（ZW6002），照样对照；运行 zw check 查看\n'])
    const page = readFileSync(join(run.cwd, 'd.html'), 'utf8')
    expect(page).toContain('<span class="worse">关键路径3→4个工作日</span>')
    expect(page).toContain('<p class="overrun">现在的承诺短于环节，做不到')
    const { out } = await runCli(['diff', 'was.zw', 'now.zw', '--json'], { files })
    expect(JSON.parse(out).matters[0]).toMatchObject({
      figures: { 关键路径: { before: '3', after: '4' } },
      overruns: { before: [], after: [{ promised: '2', steps: '4' }] },
    })
  })

  test('names what was not read whole, and what was compared in spite of its errors', async () => {
    const unread = file(matterText({}, '摊位许可')).replace('时限：2个工作日', '时眼：2个工作日')
    const slow = file(matterText({ steps: SLOW }, '占道施工许可'))
    const { err } = await runCli(['diff', '前一版', '.'], { files: { 'a.zw': unread, 'b.zw': slow } })
    expect(err).toMatch(
      /^zw：文件里有1个错误（ZW\d{4}），“摊位许可”没有读全，有错的地方没有对照；另有1个错误（ZW6002），照样对照；运行 zw check 查看\n$/u,
    )
  })

  test('asks for a name that is there', async () => {
    const { code, err } = await runCli(['diff', 'old', 'new', '--matter', '占道施工许'], { files: FILES })
    expect([code, err]).toEqual([2, 'zw：没有名为“占道施工许”的事项，是不是“占道施工许可”？\n'])
  })
})
