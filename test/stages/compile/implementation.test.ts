import { describe, expect, test } from 'vitest'
import { affectedImplementations } from '../../../src/compile/affected-implementations.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import type { Matter } from '../../../src/model/matter.ts'
import {
  baseText,
  compileBlocks,
  implementation,
  matterNamed,
  REFINABLE,
  refine,
} from '../../support/implementation-text.ts'
import { applyFix } from '../../support/matter-text.ts'

const steps = ({ flow }: Matter) =>
  flow.flatMap((item) => (item.kind === 'step' ? [[item.name, ...item.limits.map(({ limit }) => limit)]] : []))
const days = (amount: string) => ({ unit: 'workday', amount })

describe('what the level above allows', () => {
  test('a shorter promise with shorter steps', () => {
    const { matter, found } = refine([
      '承诺时限：5个工作日',
      '调整环节：审核',
      '  时限：1个工作日',
      '  部门：县民政局救助科',
      '调整环节：制证送达',
      '  时限：1个工作日',
    ])
    expect(found).toEqual([])
    expect(matter.promisedLimits.map(({ limit }) => limit)).toEqual([days('5')])
    expect(steps(matter)).toEqual([
      ['受理', days('1')],
      ['审核', days('1')],
      ['决定', days('2')],
      ['制证送达', days('1')],
    ])
    expect(matter.flow[1]).toMatchObject({ department: '县民政局救助科' })
  })

  test('how long a step really takes there, which merged steps no longer say', () => {
    const lines = ['调整环节：审核', '  实际用时：1、2、4个工作日']
    const own = refine(lines)
    expect(own.found).toEqual([])
    expect(own.matter.flow[1]).toMatchObject({
      limits: [{ limit: days('3') }],
      timeTaken: { kind: 'observed', unit: 'workday', times: [{ amount: '1' }, { amount: '2' }, { amount: '4' }] },
    })
    const merged = refine([...lines, '合并环节：审核、决定'])
    expect(merged.found).toEqual([])
    expect(merged.matter.flow[1]).toMatchObject({ name: '审核并决定' })
    expect(merged.matter.flow[1]).not.toHaveProperty('timeTaken')
  })

  test('a material that need not be handed in stays an option that counts as met', () => {
    const { matter, found } = refine(['减免材料：照片、回执、身份证', '  说明：部门间共享'])
    expect(found).toEqual([])
    expect(matter.materials.map(({ name, necessity }) => [name, necessity])).toEqual([
      ['身份证', 'waived'],
      ['照片、回执', 'waived'],
      ['户口簿', undefined],
    ])
    expect(matter.materials[0]?.notes).toEqual(['部门间共享'])
    expect(matter.materialChoices.map(({ materials }) => materials)).toEqual([['身份证', '户口簿']])
  })

  test('steps done as one, wherever they are named', () => {
    const { matter, found } = refine([
      '承诺时限：7个工作日',
      '合并环节：审核、决定',
      '  名称：审核决定',
      '  时限：4个工作日',
    ])
    expect(found).toEqual([])
    expect(steps(matter).map(([name]) => name)).toEqual(['受理', '审核决定', '制证送达'])
    expect(matter.flow[1]).toMatchObject({ stages: ['review', 'decision'], limits: [{ limit: days('4') }] })
    expect(matter.supplements[0]?.step).toBe('审核决定')
  })

  test('steps done as one without a limit of their own take what both took', () => {
    const { matter } = refine(['合并环节：审核、决定'])
    expect(steps(matter)[1]).toEqual(['审核并决定', days('5')])
  })

  test('the 用例 of a place speaks of the steps that it does as one', () => {
    const { matter, found } = refine([
      '合并环节：审核、决定',
      '用例：合并',
      '  那么：经过环节 为 受理、审核并决定、制证送达',
    ])
    expect(found).toEqual([])
    expect(matter.scenarios[0]?.assertions).toMatchObject([{ names: ['受理', '审核并决定', '制证送达'] }])
    const named = refine(['合并环节：审核、决定', '  名称：审批', '用例：合并', '  那么：经过环节 包含 审批'])
    expect(named.found).toEqual([])
    const adjusted = refine(['合并环节：审核、决定', '  名称：审批', '调整环节：审批', '  时限：1个工作日'])
    expect(adjusted.found).toEqual(['ZW4001 找不到名为“审批”的环节'])
  })

  test('more channels, fewer trips, a lower fee, and where to go', () => {
    const { matter, found } = refine([
      '增加渠道：网上办理',
      '到现场次数：0次',
      '收费：不收费',
      '办理地点：县政务服务中心',
      '监督电话：12345',
    ])
    expect(found).toEqual([])
    expect(matter).toMatchObject({
      channels: ['window', 'online'],
      trips: 0,
      fees: [{ charged: false }],
      location: '县政务服务中心',
      complaintPhone: '12345',
    })
  })

  test('the same words as above change nothing', () => {
    const restated = [
      '依据：《老年人权益保障法》第一条',
      '法定时限：20个工作日',
      '受理条件：',
      '  条件：年满六十周岁',
      '    判断：【年龄】60周岁以上',
    ]
    expect(refine(restated).found).toEqual([])
  })

  test('a whole element that may be changed', () => {
    const { matter, found } = refine(['结果：优待证', '  类型：证照', '结果：告知书'], [...REFINABLE, '结果可以调整'])
    expect(found.filter((each) => !each.includes('没有哪个环节'))).toEqual([])
    expect(matter.outputs.map(({ name }) => name)).toEqual(['优待证', '告知书'])
  })
})

describe('what goes beyond it is reported with both places and left out', () => {
  test.each([
    [['承诺时限：10个工作日'], 'ZW8004 实施清单把承诺时限从8个工作日改为10个工作日；基本事项只允许“只减不增”'],
    [
      ['调整环节：审核', '  时限：4个工作日'],
      'ZW8004 实施清单把环节“审核”的时限从3个工作日改为4个工作日；基本事项只允许“只减不增”',
    ],
    [
      ['合并环节：审核、决定', '  时限：6个工作日'],
      'ZW8004 实施清单把合并后的时限从5个工作日改为6个工作日；基本事项只允许“只减不增”',
    ],
    [['到现场次数：3次'], 'ZW8004 实施清单把到现场次数从2次改为3次；基本事项只允许“只减不增”'],
    [
      ['收费：工本费', '  标准：30元', '  依据：《收费办法》第二条'],
      'ZW8004 实施清单把收费从“工本费”20元改为“工本费”30元；基本事项只允许“不得增加”',
    ],
    [['渠道：网上办理'], 'ZW8004 实施清单把渠道从“窗口办理”改为“网上办理”；基本事项只允许“可以增加”'],
    [['办件类型：即办件'], 'ZW8004 实施清单把办件类型从原来的规定改为另一种规定；基本事项没有允许细化办件类型'],
    [['法定时限：15个工作日'], 'ZW8005 实施清单改写了统一要素“法定时限”'],
    [['受理条件：', '  条件：本县户籍', '    人工判断：看户口簿'], 'ZW8005 实施清单改写了统一要素“受理条件”'],
    [['依据：《某县办法》第三条'], 'ZW8005 实施清单改写了统一要素“依据”'],
    [['编码：别的编码'], 'ZW8005 实施清单改写了统一要素“编码”'],
    [
      ['允许细化：承诺时限可以调整'],
      'ZW8004 实施清单把下级的细化范围从“只减不增”改为“承诺时限可以调整”；基本事项只允许“只减不增”',
    ],
    [['合并环节：受理、制证送达'], 'ZW8010 “受理”“制证送达”不能合并：中间隔着环节“审核”'],
    [['合并环节：受理、受理'], 'ZW8010 “受理”不能合并：至少要有两个不同的环节'],
    [['减免材料：户囗簿'], 'ZW4001 找不到名为“户囗簿”的材料'],
    [['调整环节：审查', '  时限：1个工作日'], 'ZW4001 找不到名为“审查”的环节'],
    [['调整环节：审核'], 'ZW2007 调整环节“审核”缺少“时限：”'],
  ])('%j', (lines, message) => {
    const { matter, found } = refine(lines)
    expect(found).toContain(message)
    const { matter: untouched } = refine([])
    if (/^ZW800[45]/.test(message) && !/合并|细化范围/.test(message)) {
      expect(bare({ ...matter, flow: [] })).toEqual(bare({ ...untouched, flow: [] }))
      expect(matter.promisedLimits).toEqual(untouched.promisedLimits)
    }
  })

  test('nothing may be changed where nothing is allowed', () => {
    const { found } = refine(['承诺时限：5个工作日', '减免材料：身份证', '增加渠道：网上办理'], [])
    expect(found).toEqual([
      'ZW8004 实施清单把承诺时限从8个工作日改为5个工作日；基本事项没有允许细化承诺时限',
      'ZW8004 实施清单把材料“身份证”从要提交改为免提交；基本事项没有允许细化申请材料',
      'ZW8004 实施清单把渠道从“窗口办理”改为“窗口办理、网上办理”；基本事项没有允许细化渠道',
    ])
  })

  test('the line above stands beside the local one, and the fix takes over its limit', () => {
    const { workspace } = refine(['承诺时限：10个工作日'])
    const [finding] = workspace.diagnostics
    expect(finding?.labels.map(({ origin }) => textAt(workspace.sources[0]?.text ?? '', origin.span))).toEqual([
      '承诺时限：10个工作日',
      '承诺时限：8个工作日',
    ])
    const [fix] = finding?.fixes ?? []
    expect(fix?.title).toBe('改为“8个工作日”')
    const mended = fix && applyFix(workspace.sources[0]?.text ?? '', fix)
    expect(mended?.match(/^承诺时限：8个工作日$/gm)).toHaveLength(2)
  })

  test('a name that does not go on from the one above', () => {
    const workspace = compileBlocks(baseText(), implementation('敬老卡', '优待证办理'))
    expect(workspace.diagnostics.map(({ message, help }) => [message, help])).toEqual([
      ['实施清单改写了统一要素“名称”', '名称要与基本事项的相同，只在后面加括号写明地方'],
    ])
  })

  test('steps on either side of a 分流 do not become one', () => {
    const lines = baseText().flatMap((line) =>
      line === '  环节：制证送达'
        ? ['  分流：结论', '    如果：【年龄】60周岁以上，转 制证送达', '    否则：转 退回', line]
        : [line],
    )
    const end = lines.indexOf('补正：一次告知')
    const base = [...lines.slice(0, end), '  环节：退回', '    时限：1个工作日', '    终止：是', ...lines.slice(end)]
    const workspace = compileBlocks(
      base,
      implementation('优待证办理（某县）', '优待证办理', ['合并环节：决定、制证送达']),
    )
    expect(workspace.diagnostics.map(({ message }) => message)).toEqual([
      '“决定”“制证送达”不能合并：中间隔着分流“结论”',
    ])
  })
})

describe('清单之外无审批', () => {
  test('a base that is not in the workspace, and none at all', () => {
    const { diagnostics, matters } = compileBlocks(implementation('甲', '没有的事项'), ['实施清单：乙'])
    expect(diagnostics.map(({ code, help }) => [code, help?.slice(0, 7)])).toEqual([
      ['ZW4003', '清单之外无审批'],
      ['ZW2007', '清单之外无审批'],
    ])
    expect(matters.size).toBe(0)
  })

  test('two that are based on each other', () => {
    const { diagnostics } = compileBlocks(implementation('甲', '乙'), implementation('乙', '甲'))
    expect(diagnostics.map(({ code }) => code)).toEqual(['ZW4004'])
  })

  test('two of one authority on the same days', () => {
    const lists = (first: string, second: string) =>
      compileBlocks(
        baseText(),
        ['实施清单：优待证办理（甲）', '基于：优待证办理', '实施主体：县民政局', first],
        ['实施清单：优待证办理（乙）', '基于：优待证办理', '实施主体：县民政局', second],
      ).diagnostics.map(({ code }) => code)
    expect(lists('施行：自2025年1月1日起', '施行：自2026年1月1日起')).toEqual(['ZW8009'])
    expect(lists('失效：2025年12月31日', '施行：自2026年1月1日起')).toEqual([])
  })
})

describe('checks of the flattened matter', () => {
  test('a promise that its steps cannot keep is told at the local line, without the findings of the base', () => {
    const { workspace } = refine(['承诺时限：5个工作日'])
    const [finding, ...others] = workspace.diagnostics
    expect(others).toEqual([])
    expect(finding?.code).toBe('ZW6002')
    expect(placeOf(finding, workspace.sources[0]?.text)).toBe('承诺时限：5个工作日')
  })

  test('what is wrong above is told there alone', () => {
    const base = [...baseText().filter((line) => !line.startsWith('法定时限')), '结果：告知书']
    const codes = (...blocks: readonly (readonly string[])[]) =>
      compileBlocks(...blocks).diagnostics.map(({ code }) => code)
    const alone = codes(base)
    expect(alone).toEqual(expect.arrayContaining(['ZW2004', 'ZW6020']))
    expect(codes(base, implementation('优待证办理（某县）', '优待证办理', ['增加渠道：网上办理']))).toEqual(alone)
  })

  test('what goes wrong in an inherited line is told at a local one', () => {
    const base = baseText().flatMap((line) =>
      line.startsWith('承诺时限') ? [line, '目标：', '  压减时限：等于60%', '    口径：法定时限→承诺时限'] : [line],
    )
    const workspace = compileBlocks(
      base,
      implementation('优待证办理（某县）', '优待证办理', [
        '承诺时限：7个工作日',
        '调整环节：审核',
        '  时限：2个工作日',
      ]),
    )
    const [finding, ...others] = workspace.diagnostics
    expect(others).toEqual([])
    expect(finding?.code).toBe('ZW6006')
    expect(
      finding?.labels.some(({ origin }) => textAt(workspace.sources[0]?.text ?? '', origin.span).includes('60%')),
    ).toBe(true)
    const text = workspace.sources[0]?.text ?? ''
    expect(finding?.labels[0].origin.span.start).toBeGreaterThan(text.indexOf('实施清单'))
    expect(finding?.fixes).toEqual([])
  })
})

describe('several levels', () => {
  const city = implementation('优待证办理（某市）', '优待证办理', [
    '承诺时限：7个工作日',
    '调整环节：审核',
    '  时限：2个工作日',
    '统一：收费',
    '允许细化：承诺时限只减不增、环节时限只减不增',
  ])

  test('each is held against the one above it', () => {
    const workspace = compileBlocks(
      implementation('优待证办理（某市某县）', '优待证办理（某市）', [
        '承诺时限：8个工作日',
        '收费：不收费',
        '减免材料：身份证',
      ]),
      city,
      baseText(),
    )
    expect(workspace.diagnostics.map(({ message }) => message)).toEqual([
      '实施清单把承诺时限从7个工作日改为8个工作日；上级实施清单只允许“只减不增”',
      '实施清单改写了统一要素“收费”',
      '实施清单把材料“身份证”从要提交改为免提交；上级实施清单没有允许细化申请材料',
    ])
  })

  test('a change in the base concerns all of them, level by level', () => {
    const county = implementation('优待证办理（某市某县）', '优待证办理（某市）')
    const other = implementation('优待证办理（另市）', '优待证办理')
    const workspace = compileBlocks(
      county,
      city,
      other,
      baseText(),
      [...baseText()].map((line) => line.replace('事项：', '事项：另一种')),
    )
    const affected = (name: string) =>
      affectedImplementations(workspace, name).map(({ compiled, depth }) => [compiled.matter.name, depth])
    expect(affected('优待证办理')).toEqual([
      ['优待证办理（某市）', 1],
      ['优待证办理（另市）', 1],
      ['优待证办理（某市某县）', 2],
    ])
    expect(affected('优待证办理（某市）')).toEqual([['优待证办理（某市某县）', 1]])
    expect(affected('另一种优待证办理')).toEqual([])
    expect(matterNamed('优待证办理（某市某县）', workspace).fees).toEqual(matterNamed('优待证办理', workspace).fees)
  })
})

function bare(matter: Matter): unknown {
  return JSON.parse(JSON.stringify(matter, (key, value: unknown) => (key === 'origin' ? undefined : value)))
}

function textAt(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end)
}

function placeOf(finding: Diagnostic | undefined, text = ''): string {
  return finding === undefined ? '' : textAt(text, finding.labels[0].origin.span)
}
