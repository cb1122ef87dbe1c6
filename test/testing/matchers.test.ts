import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { measureCatalogue } from '../../src/analysis/catalogue-report.ts'
import { measureMatter } from '../../src/analysis/matter-report.ts'
import { compile } from '../../src/compile/compile.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { type GivenValue, matterIn, zhengwuMatchers } from '../../src/testing/index.ts'
import { expectGolden } from '../support/golden.ts'
import { file, matter } from '../support/short-matter.ts'
import { ADVICE, SHOP_PERMIT, workspaceOf } from './shop-permit.ts'

expect.extend(zhengwuMatchers)

const workspace = workspaceOf(SHOP_PERMIT)
const permit = matterIn(workspace, '小餐饮店许可')
const wide = workspaceOf(SHOP_PERMIT + ADVICE)
const advice = matterIn(wide, '开店咨询')
const small = { 经营面积: 30 }
const large = { 经营面积: 200 }
/** What a person found where the rules cannot tell. */
const JUDGED = { judgements: { 卫生合格: true } }
/** As quick in the worst situation as the shorter promise. */
const QUICKER = ['时限：5个工作日', '时限：4个工作日'] as const

test('the permit that these tests are about has no errors but its missed target', () => {
  expect(workspace.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'ZW6006',
  ])
})

describe('toCompressBy', () => {
  test('holds in the worst situation, and in the one that is given', () => {
    expect(permit).toCompressBy('40%')
    expect(permit).not.toCompressBy('40.1%')
    expect(permit).toCompressBy('60%', { given: small })
    expect(permit).not.toCompressBy('60%', { situation: '大型' })
  })

  test('measures by the basis that is named', () => {
    expect(permit).toCompressBy('55%', { basis: '法定时限→关键路径' })
    expect(permit).not.toCompressBy('55.1%', { basis: '法定时限→关键路径' })
    expect(permit).toCompressBy('80%', { basis: '法定时限→关键路径', given: small })
  })

  test('asks each matter of a workspace, or their sum', () => {
    expect(wide).toCompressBy('40%', { allowUnmeasured: true })
    expect(wide).not.toCompressBy('60%', { allowUnmeasured: true })
    expect(wide).not.toCompressBy('60%')
    expect(wide).toCompressBy('40%', { over: '合计' })
    expect(wide).not.toCompressBy('41%', { over: '合计' })
  })

  test('goes by the day of the workspace', () => {
    const changes = ['承诺时限：12个工作日', '承诺时限：12个工作日（自2026年12月1日起）'] as const
    const soon = workspaceOf(SHOP_PERMIT, changes, QUICKER)
    expect(matterIn(soon, '小餐饮店许可')).toCompressBy('60%')
    expect(matterIn(soon, '小餐饮店许可')).not.toCompressBy('60%', { asOf: '2026-12-01' })
  })

  test('trusts no path over steps that nobody has timed, but where it is too long already', () => {
    const untimed = matterIn(workspaceOf(SHOP_PERMIT, ['    时限：2个工作日\n', '']), '小餐饮店许可')
    const basis = '法定时限→关键路径'
    expect(untimed).not.toCompressBy('70%', { basis })
    expect(() => expect(untimed).toCompressBy('60%', { basis })).toThrow('没有写时限的环节：材料审查')
    expect(() => expect(untimed).not.toCompressBy('60%', { basis })).toThrow('无法核对')
    expect(untimed).not.toFinishWithin('6个工作日')
  })

  test('takes a report as it was made', () => {
    expect(measureMatter(permit)).toCompressBy('40%')
    expect(measureMatter(permit)).not.toCompressBy('41%')
    expect(measureCatalogue([permit, advice])).toCompressBy('40%', { over: '合计' })
    expect(() => expect(measureMatter(permit)).toCompressBy('40%', { given: small })).toThrow(TypeError)
  })
})

describe('toFinishWithin', () => {
  test('holds in the worst situation, and in the one that is given', () => {
    expect(permit).toFinishWithin('9个工作日')
    expect(permit).not.toFinishWithin('8.5个工作日')
    expect(permit).toFinishWithin('4个工作日', { given: small })
    expect(permit).not.toFinishWithin('4个工作日', { given: large })
    expect(permit).toFinishWithin('3个工作日', { given: small, countFrom: 'acceptance' })
    expect(workspace).toFinishWithin('9个工作日')
    expect(workspace).not.toFinishWithin('8个工作日')
  })
})

describe('toBeSound', () => {
  const broken = workspaceOf(SHOP_PERMIT, ['【经营面积】不低于8\n', '【经营面织】不低于8\n'])

  test('sees errors of the matter and of the workspace, but no missed target', () => {
    expect(permit).toBeSound()
    expect(workspace).toBeSound()
    expect(broken).not.toBeSound()
    expect(matterIn(broken, '小餐饮店许可')).not.toBeSound()
  })

  test('tells the matters of a file apart', () => {
    const mixed = workspaceOf(SHOP_PERMIT + ADVICE, ['  环节：答复决定', '  环节：答复决定\n    前序：没有的环节'])
    expect(mixed).not.toBeSound()
    expect(matterIn(mixed, '小餐饮店许可')).toBeSound()
    expect(matterIn(mixed, '开店咨询')).not.toBeSound()
  })

  test('minds warnings where it is told to', () => {
    const clean = compile([file('plain.zw', matter('居住证明'))])
    expect(clean).toBeSound({ denyWarnings: true })
    expect(workspace).toBeSound()
    expect(workspace).not.toBeSound({ denyWarnings: true })
  })

  test('checks a matter that nobody has checked, as it would be printed', () => {
    const flow = permit.matter.flow.slice(0, 3)
    const endless = { ...permit.matter, flow }
    expect({ matter: permit.matter, graph: permit.graph }).toBeSound()
    expect({ matter: endless, graph: buildGraph(endless).graph }).not.toBeSound()
  })

  test('checks a flow that comes as JSON', () => {
    const { edges } = permit.graph
    expect({ ...permit, graph: { ...permit.graph, edges: { ...edges, inEdge: [] } } }).not.toBeSound()
  })
})

describe('toMeetTargets', () => {
  const met = workspaceOf(SHOP_PERMIT, ['承诺时限：12个工作日', '承诺时限：8个工作日'], QUICKER)

  test('judges what the matter itself asks for', () => {
    expect(met).toMeetTargets()
    expect(workspace).not.toMeetTargets()
    expect(matterIn(met, '小餐饮店许可')).toMeetTargets()
    expect(permit).not.toMeetTargets()
    expect(measureMatter(permit)).not.toMeetTargets()
    expect(measureCatalogue([matterIn(met, '小餐饮店许可')])).toMeetTargets()
  })

  test('judges of a workspace what it asks of several matters too', () => {
    expect(withGoal('事项类型为 行政许可', '60%')).toMeetTargets()
    expect(withGoal('事项类型为 行政许可', '61%')).not.toMeetTargets()
    // Nothing is asked of any matter: that proves nothing, either way.
    expect(() => expect(withGoal('事项类型为 行政处罚', '60%')).not.toMeetTargets()).toThrow('范围里没有事项')
  })
})

/** The permit with its target met, beside a 目标 over several matters. */
function withGoal(scope: string, percent: string) {
  const met = SHOP_PERMIT.replace('承诺时限：12个工作日', '承诺时限：8个工作日').replace(...QUICKER)
  const goal = `语言版本：1\n目标：提速\n  范围：${scope}\n  合计：\n    压减时限：${percent}\n      口径：法定时限→承诺时限\n`
  return compile([
    { uri: 'shop.zw', text: met },
    { uri: 'goal.zw', text: goal },
  ])
}

describe('toPassScenarios', () => {
  const failing = workspaceOf(SHOP_PERMIT, ['承诺时限 为 8个工作日', '承诺时限 为 7个工作日'])

  test('runs the scenarios of the matter or of the workspace', () => {
    expect(permit).toPassScenarios()
    expect(workspace).toPassScenarios()
    expect(failing).not.toPassScenarios()
    expect(matterIn(failing, '小餐饮店许可')).not.toPassScenarios()
  })
})

describe('toNeedMaterials', () => {
  test('asks for what has to be handed in, in any order', () => {
    expect(permit).toNeedMaterials(['房屋产权证明', '申请表'], { given: { 自有房屋: true } })
    expect(permit).toNeedMaterials(['申请表', '租赁合同'], { given: { 自有房屋: false } })
    expect(permit).not.toNeedMaterials(['申请表'], { given: { 自有房屋: '否' } })
    expect(permit).not.toNeedMaterials(['申请表', '租赁合同', '营业执照'], { given: { 自有房屋: false } })
  })
})

describe('toAccept and toReject', () => {
  test('judge the conditions of acceptance', () => {
    expect(permit).toAccept({ 经营面积: 8 }, JUDGED)
    expect(permit).not.toAccept({ 经营面积: '7.9' })
    expect(permit).toReject({ 经营面积: 5 })
    expect(permit).toReject({ 经营面积: 5 }, { because: ['面积足够'] })
    expect(permit).not.toReject({ 经营面积: 5 }, { because: ['卫生合格'], judgements: { 卫生合格: true } })
    expect(permit).not.toReject(small, JUDGED)
  })

  test('decide nothing while a condition waits for a person, unless another fails', () => {
    const open = '无法核对：其他条件满足，但是还要人工判断：卫生合格'
    expect(() => expect(permit).toAccept(small)).toThrow(open)
    expect(() => expect(permit).not.toAccept(small)).toThrow(open)
    expect(() => expect(permit).not.toReject(small)).toThrow(open)
    expect(() => expect(permit).toReject(small, { because: [] })).toThrow('的受理条件不满足，无法核对')
    expect(permit).toReject({ 经营面积: 5 })
  })

  test('take the judgement of a person', () => {
    expect(permit).toAccept(small, { judgements: { 卫生合格: true } })
    expect(permit).toReject(small, { judgements: { 卫生合格: false }, because: ['卫生合格'] })
  })
})

describe('facts as tests write them', () => {
  /** Turned away unless the fact is just at its bound. */
  const bounds: readonly (readonly [type: string, rule: string, inside: GivenValue, outside: GivenValue])[] = [
    ['金额', '【甲】不低于 99.5元', '99.5元', 99],
    ['日期', '【甲】不低于 2025年3月1日', '2025-03-01', '2025-02-28'],
    ['时长', '【甲】不低于 3个月', '3个月', '2个月'],
    ['文本', '【甲】为 “城区”', '城区', '郊区'],
    ['是否', '【甲】', true, '否'],
    ['数', '【甲】不低于 0.5', 0.5, '0.49'],
  ]

  test.each(bounds)('%s', (type, rule, inside, outside) => {
    const changed = workspaceOf(
      SHOP_PERMIT,
      ['  信息：自有房屋\n', `  信息：甲\n    类型：${type}\n  信息：自有房屋\n`],
      ['判断：【经营面积】不低于8', `判断：${rule}`],
    )
    const tested = matterIn(changed, '小餐饮店许可')
    expect(tested).toBeSound()
    expect(tested).toAccept({ 甲: inside }, JUDGED)
    expect(tested).toReject({ 甲: outside })
  })

  test('dates that every matter knows, and facts as the engine has them', () => {
    const rule = ['判断：【经营面积】不低于8', '判断：【申请日期】不低于 2025年3月1日'] as const
    const dated = matterIn(workspaceOf(SHOP_PERMIT, rule), '小餐饮店许可')
    expect(dated).toBeSound()
    expect(dated).toAccept({ 申请日期: '2025-03-01' }, JUDGED)
    expect(dated).toReject(new Map([['申请日期', { kind: 'date', date: '2025-02-28' } as const]]))
    expect(() => expect(dated).toAccept(new Map([['乙', { kind: 'boolean', value: true } as const]]))).toThrow(
      TypeError,
    )
  })
})

describe('what cannot be decided', () => {
  const undecided: Readonly<Record<string, readonly [plainly: () => void, negated: () => void]>> = {
    没有法定时限: [() => expect(advice).toCompressBy('60%'), () => expect(advice).not.toCompressBy('60%')],
    '2项里无法核对1项\n  开店咨询：无法核对，没有法定时限': [
      () => expect(wide).toCompressBy('40%'),
      () => expect(wide).not.toCompressBy('40%'),
    ],
    没有可以核算的事项: [() => expect(compile([])).toBeSound(), () => expect(compile([])).not.toBeSound()],
    没有写时限的环节: [
      () => expect(advice).toFinishWithin('3个工作日'),
      () => expect(advice).not.toFinishWithin('3个工作日'),
    ],
    一个目标也没有: [() => expect(advice).toMeetTargets(), () => expect(advice).not.toMeetTargets()],
    一个用例也没有: [() => expect(advice).toPassScenarios(), () => expect(advice).not.toPassScenarios()],
    '【自有房屋】': [
      () => expect(permit).toNeedMaterials(['申请表', '租赁合同']),
      () => expect(permit).not.toNeedMaterials(['申请表', '租赁合同']),
    ],
    '【经营面积】': [() => expect(permit).toAccept({}), () => expect(permit).not.toAccept({})],
    '还不能判断：卫生合格': [
      () => expect(permit).toReject({ 经营面积: 5 }, { because: ['卫生合格'] }),
      () => expect(permit).not.toReject({ 经营面积: 5 }, { because: ['卫生合格'] }),
    ],
    '还要知道【经营面积】': [() => expect(permit).toReject({}), () => expect(permit).not.toReject({})],
    给定的情形不会出现: [
      () => expect(permit).toFinishWithin('9个工作日', { given: small, situation: '大型' }),
      () => expect(permit).not.toFinishWithin('9个工作日', { given: small, situation: '大型' }),
    ],
  }

  test.each(Object.entries(undecided))('fails with and without .not: %s', (reason, [plainly, negated]) => {
    expect(plainly).toThrow(reason)
    expect(negated).toThrow(reason)
    expect(plainly).toThrow('无法核对')
  })
})

describe('what rests on lines with errors is not checked', () => {
  const faulty = workspaceOf(SHOP_PERMIT + ADVICE, ['承诺时限：8个工作日', '承诺时限：8'])
  const shop = matterIn(faulty, '小餐饮店许可')
  const checks: Readonly<Record<string, readonly [plainly: () => void, negated: () => void]>> = {
    时限: [() => expect(shop).toCompressBy('40%'), () => expect(shop).not.toCompressBy('60%')],
    每项: [() => expect(faulty).toCompressBy('40%'), () => expect(faulty).not.toCompressBy('60%')],
    合计: [
      () => expect(faulty).toCompressBy('40%', { over: '合计' }),
      () => expect(faulty).not.toCompressBy('60%', { over: '合计' }),
    ],
    用时: [() => expect(shop).toFinishWithin('9个工作日'), () => expect(shop).not.toFinishWithin('8个工作日')],
    目标: [() => expect(faulty).toMeetTargets(), () => expect(faulty).not.toMeetTargets()],
    用例: [() => expect(faulty).toPassScenarios(), () => expect(faulty).not.toPassScenarios()],
    材料: [
      () => expect(shop).toNeedMaterials(['申请表', '房屋产权证明'], { given: { 自有房屋: true } }),
      () => expect(shop).not.toNeedMaterials(['申请表'], { given: { 自有房屋: true } }),
    ],
    受理: [() => expect(shop).toAccept(small), () => expect(shop).not.toAccept({ 经营面积: 5 })],
    不受理: [() => expect(shop).toReject({ 经营面积: 5 }), () => expect(shop).not.toReject(small)],
  }

  test.each(Object.entries(checks))('%s, with .not too, and the error is told', (_what, [plainly, negated]) => {
    for (const check of [plainly, negated]) {
      expect(check).toThrow('无法核对：有1个错误，有错的部分没有核对\n  事项“小餐饮店许可”')
      expect(check).toThrow('错误[ZW5006]')
      expect(check).toThrow('来自 shop.zw:52  承诺时限：8')
    }
  })

  test('a matter beside it is checked all the same', () => {
    expect(matterIn(faulty, '开店咨询')).toNeedMaterials([])
  })

  test('an error in what a matter is based on counts like its own', () => {
    const place = '\n实施清单：小餐饮店许可（东区）\n基于：小餐饮店许可\n实施主体：东区市场监督管理局\n'
    const based = workspaceOf(SHOP_PERMIT + place, ['承诺时限：8个工作日', '承诺时限：8'])
    expect(() => expect(matterIn(based, '小餐饮店许可（东区）')).toAccept(small)).toThrow('错误[ZW5006]')
    expect(matterIn(workspaceOf(SHOP_PERMIT + place), '小餐饮店许可（东区）')).toAccept(small, JUDGED)
  })
})

describe('what a failure says', () => {
  const broken = workspaceOf(SHOP_PERMIT, ['【经营面积】不低于8\n', '【经营面织】不低于8\n'])
  const failing = workspaceOf(
    SHOP_PERMIT,
    ['承诺时限 为 8个工作日', '承诺时限 为 7个工作日'],
    ['  假如：【经营面积】为 5平方米\n', ''],
  )
  const failures: readonly (() => void)[] = [
    () => expect(permit).toCompressBy('60%'),
    () => expect(permit).not.toCompressBy('60%', { given: small }),
    () => expect(permit).toCompressBy('60%', { basis: '法定时限→关键路径' }),
    () => expect(advice).toCompressBy('60%'),
    () => expect(wide).toCompressBy('60%'),
    () => expect(wide).toCompressBy('60%', { over: '合计' }),
    () => expect(measureMatter(permit)).toCompressBy('60%'),
    () => expect(permit).toFinishWithin('8个工作日'),
    () => expect(permit).not.toFinishWithin('4个工作日', { given: small }),
    () => expect(wide).toFinishWithin('8个工作日'),
    () => expect(broken).toBeSound(),
    () => expect(permit).not.toBeSound(),
    () => expect(permit).toMeetTargets(),
    () => expect(measureCatalogue([permit])).toMeetTargets(),
    () => expect(failing).toPassScenarios(),
    () => expect(permit).not.toPassScenarios(),
    () => expect(permit).toNeedMaterials(['申请表', '房屋产权证', '租赁合同'], { given: { 自有房屋: true } }),
    () => expect(permit).toNeedMaterials(['申请表']),
    () => expect(permit).not.toNeedMaterials(['申请表', '租赁合同'], { given: { 自有房屋: false } }),
    () => expect(permit).toAccept({ 经营面积: 5 }),
    () => expect(permit).toAccept(small),
    () => expect(permit).not.toAccept(small, JUDGED),
    () => expect(permit).toReject(small, JUDGED),
    () => expect(permit).toReject({ 经营面积: 5 }, { because: ['卫生合格'], judgements: { 卫生合格: true } }),
    () => expect(permit).not.toReject({ 经营面积: 5 }),
    () => expect(permit).not.toReject({ 经营面积: 5 }, { because: ['面积足够'] }),
    () => expect(withGoal('事项类型为 行政许可', '61%')).toMeetTargets(),
  ]

  test('reads like the report', () => {
    const told = failures.map((fail) => `${messageOf(fail)}\n`)
    expectGolden(fileURLToPath(new URL('failures.txt', import.meta.url)), told.join(`\n${'─'.repeat(72)}\n`))
  })
})

/** What a failing expectation tells; one that holds is a mistake of this test. */
function messageOf(fail: () => void): string {
  try {
    fail()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error(`${fail} does not fail`)
}
