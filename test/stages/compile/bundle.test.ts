import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { openWorkspace } from '../../../src/compile/workspace.ts'
import { bundleSchema } from '../../../src/model/bundle.ts'
import { birth, COMPONENTS, check, matter, matters } from '../../support/birth-bundle.ts'
import { applyFix } from '../../support/matter-text.ts'

const folder = fileURLToPath(new URL('../../../examples/bundles/restaurant/', import.meta.url))
const restaurant = readdirSync(folder)
  .filter((name) => name.endsWith('.zw'))
  .map((name) => ({ uri: name, text: readFileSync(`${folder}${name}`, 'utf8') }))

describe('开办餐饮店, the bundle of the design', () => {
  const { bundles, matters: compiled, diagnostics } = compile(restaurant, { asOf: '2026-11-22' })
  const { bundle, components } = bundles.get('开办餐饮店') ?? {}

  test('compiles without a finding, and is what the schema of the model says', () => {
    expect(diagnostics).toEqual([])
    expect(bundleSchema.safeParse(bundle).error?.issues ?? []).toEqual([])
    expect(JSON.parse(JSON.stringify(bundle))).toStrictEqual(bundle)
  })

  test('knows its four matters, who needs them and in which order', () => {
    expect(bundle?.components.map(({ name, after }) => [name, after])).toEqual([
      ['企业设立登记', []],
      ['食品经营许可（餐饮服务）新办', ['企业设立登记']],
      ['设置大型户外广告及招牌审批', ['企业设立登记']],
      ['公众聚集场所投入使用营业前消防安全检查', []],
    ])
    expect(bundle?.components.map(({ when }) => when)).toEqual([
      { kind: 'not', of: { kind: 'fact', fact: '已有营业执照' } },
      undefined,
      { kind: 'fact', fact: '设置大型招牌' },
      { kind: 'fact', fact: '公众聚集场所' },
    ])
    for (const [name, component] of components ?? []) expect(component).toBe(compiled.get(name))
    expect(components?.size).toBe(4)
  })

  test('hands the 营业执照 of the registration on to the permits', () => {
    expect(bundle?.outputReuses).toMatchObject([
      {
        output: { component: '企业设立登记', name: '营业执照' },
        materials: [
          { component: '食品经营许可（餐饮服务）新办', name: '营业执照' },
          { component: '设置大型户外广告及招牌审批', name: '营业执照' },
        ],
      },
    ])
  })

  test('merges a document with one of which the applicant picks one of two', () => {
    expect(bundle?.sharedMaterials[1]).toMatchObject({
      name: '经营场所合法使用证明',
      materials: [{ name: '住所使用证明' }, { name: '经营场所合法使用证明' }],
    })
  })

  test('takes three steps together, each with a limit of its own', () => {
    expect(bundle?.sharedSteps.map(({ kind, name, limit, steps }) => [kind, name, limit, steps.length])).toEqual([
      ['acceptance', '综合窗口', { unit: 'workday', amount: '1' }, 0],
      ['inspection', '食品与消防联合核查', { unit: 'workday', amount: '5' }, 2],
      ['delivery', '综合窗口', { unit: 'workday', amount: '1' }, 0],
    ])
  })

  test('has the published figures as its baseline, and targets against them', () => {
    expect(bundle?.baseline).toMatchObject({
      time: { unit: 'workday', amount: '48' },
      materials: '35',
      steps: '17',
      trips: '6',
    })
    expect(bundle?.promisedLimits.map(({ limit }) => limit)).toEqual([{ unit: 'workday', amount: '13' }])
    expect(bundle?.targets[0]).toMatchObject({ percent: '60', basis: { before: 'baseline', after: 'bundlePromise' } })
    expect(bundle).toMatchObject({
      leadDepartment: '市场监督管理部门',
      coDepartments: ['城市管理部门', '消防救援机构', '数据管理部门'],
    })
  })
})

describe('paths 事项·名称', () => {
  const materialsOf = (list: string) =>
    check(birth(['材料归并：', '  共用材料：身份证件', `    对应：${list}`])).bundle?.sharedMaterials[0]?.materials.map(
      ({ component, name }) => `${component}|${name}`,
    )

  test.each([
    ['出生医学证明签发·母亲身份证件、出生户口登记·父母身份证件'],
    ['出生医学证明签发•母亲身份证件，出生户口登记・父母身份证件。'],
    ['【出生医学证明签发】·【母亲身份证件】、【出生户口登记】·【父母身份证件】'],
    [' 出生医学证明签发 · 母亲身份证件 ； 出生户口登记 · 父母身份证件'],
  ])('%s', (list) => {
    expect(materialsOf(list)).toEqual(['出生医学证明签发|母亲身份证件', '出生户口登记|父母身份证件'])
  })

  test('names with 、 in them are read whole, and those with · in 【】', () => {
    const text = ['语言版本：1']
      .concat(
        matter('食品、药品许可', ['材料：布局、流程等文件'], '许可证'),
        matter('甲·乙登记', ['材料：布局图、流程图'], '登记证'),
        '一件事：开店',
        '包含事项：',
        '  子项：食品、药品许可',
        '  子项：登记',
        '    来自：甲·乙登记',
        '材料归并：',
        '  共用材料：布局文件',
        '    对应：登记·布局图、流程图、食品、药品许可·布局、流程等文件',
      )
      .join('\n')
    const { bundles, diagnostics } = compile([{ uri: 'a.zw', text }])
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([])
    expect(bundles.get('开店')?.bundle.sharedMaterials[0]?.materials).toMatchObject([
      { component: '登记', name: '布局图、流程图' },
      { component: '食品、药品许可', name: '布局、流程等文件' },
    ])
  })

  test.each(['母亲身份证件', '出生医学证明签发·', '·母亲身份证件', '甲·乙·丙'])('“%s” is none', (list) => {
    expect(check(birth(['材料归并：', '  共用材料：身份证件', `    对应：${list}`])).found).toEqual([
      expect.stringMatching(/^ZW1102 “对应：/),
    ])
  })
})

describe('what a bundle refers to must be there', () => {
  test('a matter that is not in the workspace is reported once, and its paths are left in peace', () => {
    const components = [...COMPONENTS, '  子项：预防接种建档']
    const lines = ['表单归并：', '  申请表：一张表', '    合并：预防接种建档·建档表、社会保障卡申领·申领表']
    expect(check(birth(lines, components)).found).toEqual(['ZW4003 引用的“预防接种建档”不在工作区里'])
  })

  test('a 子项 may call its matter otherwise', () => {
    const components = [
      '  子项：落户',
      '    来自：出生户口登记',
      '  子项：办卡',
      '    来自：社会保障卡申领',
      '    前序：落户',
    ]
    const lines = ['材料归并：', '  结果复用：落户·居民户口簿', '    用于：办卡·居民户口簿']
    const { bundle, found } = check(birth(lines, components))
    expect(found).toEqual([])
    expect(bundle?.components).toMatchObject([
      { name: '落户', matter: '出生户口登记' },
      { name: '办卡', matter: '社会保障卡申领', after: ['落户'] },
    ])
  })

  test.each<readonly [string, readonly string[]]>([
    [
      'ZW4001 找不到名为“出生户囗登记”的子项',
      ['材料归并：', '  共用材料：证件', '    对应：出生户囗登记·父母身份证件'],
    ],
    [
      'ZW8104 “出生户口登记·父亲身份证件”：该事项没有名为“父亲身份证件”的材料',
      ['材料归并：', '  共用材料：证件', '    对应：出生户口登记·父亲身份证件'],
    ],
    [
      'ZW8104 “出生户口登记·上门核查”：该事项没有名为“上门核查”的环节',
      ['联合踏勘：一次上门', '  合并：出生户口登记·上门核查、社会保障卡申领·上门核实'],
    ],
    [
      'ZW8101 结果复用“出生户口登记·居民户口本”：该事项不产出“居民户口本”',
      ['材料归并：', '  结果复用：出生户口登记·居民户口本', '    用于：社会保障卡申领·居民户口簿'],
    ],
  ])('%s', (message, lines) => {
    const text = birth(lines)
    const { diagnostics, found } = check(text)
    const about = diagnostics.find(({ code }) => message.startsWith(code))
    expect(found).toContain(message)
    expect(about?.fixes.length).toBe(1)
    for (const fix of about?.fixes ?? []) expect(check(applyFix(text, fix)).found).not.toContain(message)
  })

  test('a result is not a material, and a material no step', () => {
    expect(
      check(birth(['材料归并：', '  结果复用：出生户口登记·父母身份证件', '    用于：社会保障卡申领·居民户口簿']))
        .found,
    ).toEqual(['ZW8101 结果复用“出生户口登记·父母身份证件”：该事项不产出“父母身份证件”'])
  })

  test.each([
    ['共用材料“证件”缺少“对应：”', ['材料归并：', '  共用材料：证件']],
    ['结果复用“出生户口登记·居民户口簿”缺少“用于：”', ['材料归并：', '  结果复用：出生户口登记·居民户口簿']],
    ['申请表“一张表”缺少“合并：”', ['表单归并：', '  申请表：一张表']],
    ['联合踏勘“一次上门”缺少“合并：”', ['联合踏勘：一次上门']],
  ])('%s', (message, lines) => {
    expect(check(birth(lines)).found).toEqual([`ZW2007 ${message}`])
  })

  test('a bundle of nothing is none', () => {
    const { diagnostics } = compile([{ uri: 'a.zw', text: '语言版本：1\n一件事：新生儿出生\n' }])
    expect(diagnostics.map(({ message }) => message)).toEqual(['一件事“新生儿出生”缺少“包含事项：”'])
  })

  test('a component is listed once', () => {
    expect(check(birth([], [...COMPONENTS, '  子项：出生户口登记'])).found).toEqual([
      expect.stringMatching(/^ZW4002 子项“出生户口登记”声明了两次/),
    ])
  })

  test('what is asked of nobody is not asked', () => {
    const lines = ['申报信息：', '  信息：是否双胞胎', '    类型：是否']
    expect(check(birth(lines)).found).toEqual(['ZW4005 “信息：是否双胞胎”没有被用到'])
  })
})

describe('order', () => {
  const reuse = ['材料归并：', '  结果复用：出生医学证明签发·出生医学证明', '    用于：出生户口登记·出生医学证明']

  test('who uses a result comes after who issues it, at whatever remove', () => {
    const remote = ['材料归并：', '  结果复用：出生医学证明签发·出生医学证明', '    用于：社会保障卡申领·申领表']
    expect(check(birth(remote)).found).toEqual([])
  })

  test.each([
    [['  子项：出生医学证明签发', '  子项：出生户口登记', '  子项：社会保障卡申领']],
    [['  子项：出生医学证明签发', '  子项：社会保障卡申领', '  子项：出生户口登记', '    前序：社会保障卡申领']],
  ])('where it does not say so, the fix says it', (components) => {
    const text = birth(reuse, components)
    const { diagnostics, found } = check(text)
    expect(found).toEqual(['ZW8102 子项“出生户口登记”用到“出生医学证明签发”的结果“出生医学证明”，却没有写“前序：”'])
    const [fix] = diagnostics[0]?.fixes ?? []
    expect(fix?.applicability).toBe('auto')
    const mended = check(fix === undefined ? '' : applyFix(text, fix))
    expect(mended.found).toEqual([])
    expect(mended.bundle?.components.find(({ name }) => name === '出生户口登记')?.after).toContain('出生医学证明签发')
  })

  test('a circle of 前序 is printed as a loop', () => {
    const components = [
      '  子项：出生户口登记',
      '    前序：社会保障卡申领',
      '  子项：社会保障卡申领',
      '    前序：出生户口登记',
    ]
    expect(check(birth([], components)).found).toEqual([
      'ZW4004 循环依赖：出生户口登记 → 社会保障卡申领 → 出生户口登记',
    ])
  })

  test('so is a circle of results, and one of both', () => {
    const both = [...reuse, '  结果复用：社会保障卡申领·社会保障卡', '    用于：出生医学证明签发·登记表']
    const { diagnostics, found } = check(birth(both))
    expect(found).toEqual(['ZW4004 循环依赖：出生医学证明签发 → 社会保障卡申领 → 出生户口登记 → 出生医学证明签发'])
    expect(diagnostics[0]?.labels.map(({ text }) => text)).toEqual([
      '“出生医学证明签发”要用“社会保障卡申领”的“社会保障卡”',
      '“社会保障卡申领”排在“出生户口登记”之后',
      '“出生户口登记”排在“出生医学证明签发”之后',
    ])
  })

  test('a component does not wait for itself', () => {
    const own = ['材料归并：', '  结果复用：出生户口登记·居民户口簿', '    用于：出生户口登记·父母身份证件']
    expect(check(birth(own)).found).toEqual(['ZW4004 循环依赖：出生户口登记 → 出生户口登记'])
  })
})

describe('shared documents', () => {
  const shared = [
    '材料归并：',
    '  共用材料：证件',
    '    对应：出生医学证明签发·母亲身份证件、出生户口登记·父母身份证件',
  ]
  const withLine = (from: string, to: string) => birth(shared).replace(from, to)

  test('an 电子证照 is an 电子件: no complaint', () => {
    expect(check(birth(shared)).found).toEqual([])
  })

  test('no form that would do everywhere is a warning', () => {
    expect(check(withLine('形式：电子件', '形式：原件')).found).toEqual([
      'ZW8103 共用材料“证件”各处要求的形式不同（电子证照 / 原件），按较严的一处处理',
    ])
  })

  test('other 编码 are other documents', () => {
    const text = withLine('形式：电子证照', '编码：甲').replace('形式：电子件', '编码：乙')
    expect(check(text).found).toEqual(['ZW8105 共用材料“证件”对应的材料编码不同：甲、乙'])
  })

  test('a document goes into one thing only', () => {
    const twice = [...shared, '  共用材料：另一份', '    对应：出生户口登记·父母身份证件']
    expect(check(birth(twice)).found).toEqual([
      'ZW8106 “出生户口登记·父母身份证件”归并了两次：共用材料“证件”、共用材料“另一份”',
    ])
  })
})

describe('承办能力', () => {
  const withOffice = (lines: readonly string[]) =>
    check(birth(lines).replaceAll('事项类型：公共服务\n', '事项类型：公共服务\n实施主体：卫生健康部门\n'))

  test('says how many steps an office does at a time', () => {
    const { bundle, found } = withOffice([
      '承办能力：卫生健康部门',
      '  同时办理：1个',
      '统一受理：综合窗口',
      '办理能力：综合窗口',
      '  同时办理：2',
    ])
    expect(found).toEqual([])
    expect(bundle?.capacities).toMatchObject([
      { office: '卫生健康部门', atOnce: 1 },
      { office: '综合窗口', atOnce: 2 },
    ])
  })

  test.each<readonly [string, readonly string[]]>([
    ['ZW4001 找不到名为“卫生健康局”的承办部门', ['承办能力：卫生健康局', '  同时办理：1个']],
    [
      'ZW4002 承办能力“卫生健康部门”声明了两次',
      ['承办能力：卫生健康部门', '  同时办理：1个', '承办能力：卫生健康部门', '  同时办理：2个'],
    ],
    ['ZW2007 承办能力“卫生健康部门”缺少“同时办理：”', ['承办能力：卫生健康部门']],
    ['ZW1102 “同时办理：0个”应为大于0的整数', ['承办能力：卫生健康部门', '  同时办理：0个']],
    ['ZW1102 “同时办理：1.5”应为整数', ['承办能力：卫生健康部门', '  同时办理：1.5']],
  ])('%s', (message, lines) => {
    expect(withOffice(lines).found).toEqual([expect.stringContaining(message)])
  })

  test('a slip of the name is mended', () => {
    const [finding] = withOffice(['承办能力：卫生健康部们', '  同时办理：1个']).diagnostics
    expect(finding?.fixes.map(({ title }) => title)).toEqual(['改为“卫生健康部门”'])
  })
})

describe('in a workspace', () => {
  test('a bundle finds its matters in other files, and follows them when they change', () => {
    const bundle = birth(['材料归并：', '  结果复用：出生户口登记·居民户口簿', '    用于：社会保障卡申领·居民户口簿'])
    const [head = '', tail = ''] = bundle.split('一件事：')
    const files = [
      { uri: 'matters.zw', text: head },
      { uri: 'bundle.zw', text: `语言版本：1\n一件事：${tail}` },
    ]
    const workspace = openWorkspace(files)
    expect(workspace.result.diagnostics).toEqual([])
    const changed = workspace.update('matters.zw', head.replaceAll('居民户口簿', '户口簿'))
    expect(changed.result.diagnostics.map(({ code, labels }) => `${labels[0].origin.file} ${code}`)).toEqual([
      'bundle.zw ZW8101',
      'bundle.zw ZW8104',
    ])
    expect(changed.result.bundles.get('新生儿出生')?.components.get('出生户口登记')).toBe(
      changed.result.matters.get('出生户口登记'),
    )
  })

  test('of several versions the one in force on the day stands', () => {
    const version = (from: string, more: string) =>
      ['一件事：新生儿出生', `施行：自${from}起`, '包含事项：', '  子项：出生户口登记', more].join('\n')
    const text = [
      '语言版本：1',
      ...matters,
      version('2024年1月1日', ''),
      version('2026年1月1日', '  子项：社会保障卡申领'),
    ].join('\n')
    const sizeOn = (asOf: string) =>
      compile([{ uri: 'a.zw', text }], { asOf }).bundles.get('新生儿出生')?.bundle.components.length
    expect([sizeOn('2025-06-01'), sizeOn('2026-06-01')]).toEqual([1, 2])
  })
})
