import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runBundleScenarios } from '../../src/analysis/run-bundle-scenarios.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { compile } from '../../src/compile/compile.ts'

const folder = fileURLToPath(new URL('../../examples/bundles/restaurant/', import.meta.url))
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.zw'))
  .map((uri) => ({ uri, text: readFileSync(`${folder}${uri}`, 'utf8') }))

function withLines(...lines: readonly string[]) {
  return sources.map((source) =>
    source.uri === 'open-restaurant.zw' ? { ...source, text: `${source.text}\n${lines.join('\n')}\n` } : source,
  )
}

/** What becomes of 用例 added to 开办餐饮店, the one that it has first. */
function verify(...scenarios: readonly string[]) {
  const { bundles, diagnostics } = compile(withLines(...scenarios))
  expect(diagnostics).toEqual([])
  return [...bundles.values()].flatMap((bundle) => runBundleScenarios(bundle, { calendar: createCalendar() }))
}

const told = (...scenarios: readonly string[]) =>
  verify(...scenarios).map(({ scenario, passed, checks }) => [
    scenario.name,
    passed,
    ...checks.map(({ expected, actual }) => `${expected} | ${actual}`),
  ])

const ALL =
  '企业设立登记、食品经营许可（餐饮服务）新办、设置大型户外广告及招牌审批、公众聚集场所投入使用营业前消防安全检查'

describe('which matters belong to 开办餐饮店', () => {
  test('food and fire for who has a licence and puts up no large sign', () => {
    expect(told()).toEqual([
      [
        '只办食品许可和消防检查',
        true,
        expect.stringMatching(
          /^包含事项 为 .* \| 食品经营许可（餐饮服务）新办、公众聚集场所投入使用营业前消防安全检查$/,
        ),
      ],
    ])
  })

  test('all of them for who starts from nothing; another claim fails and shows what came out', () => {
    const given = ['  假如：【已有营业执照】为 否', '  并且：【设置大型招牌】为 是', '  并且：【公众聚集场所】为 是']
    const [, right, wrong] = verify(
      '用例：全办',
      ...given,
      `  那么：包含事项 为 ${ALL}`,
      '用例：不办招牌',
      ...given,
      '  那么：包含事项 不包含 设置大型户外广告及招牌审批',
    )
    expect(right?.passed).toBe(true)
    expect(wrong?.passed).toBe(false)
    expect(wrong?.checks[0]?.actual).toContain('设置大型户外广告及招牌审批')
  })

  test('what is not known leaves it 待定', () => {
    const [, open] = verify(
      '用例：没有问招牌',
      '  假如：【已有营业执照】为 是',
      `  那么：包含事项 包含 设置大型户外广告及招牌审批`,
    )
    expect(open?.passed).toBe(false)
    expect(open?.checks[0]).toMatchObject({ truth: 'unknown', neededFacts: ['设置大型招牌'] })
  })
})

describe('what comes out of 开办餐饮店 for one applicant', () => {
  const SMALL = [
    '  假如：【已有营业执照】为 否',
    '  并且：【设置大型招牌】为 否',
    '  并且：【公众聚集场所】为 否',
    '  并且：【主体业态】为 餐饮服务经营',
    '  并且：【经营面积】不满150平方米',
    '  并且：【自制高风险食品】为 否',
  ]
  const FOOD = '食品经营许可（餐饮服务）新办'

  test('the materials of the one set: shared documents under their own names, results of others not asked for', () => {
    const [, run] = verify(
      '用例：小餐馆的材料',
      ...SMALL,
      '  那么：所需材料 包含 开办餐饮店“一件事”申请表、公司章程、经营场所合法使用证明',
      `  并且：所需材料 包含 ${FOOD}·保证食品安全的规章制度`,
      '  并且：所需材料 不包含 营业执照',
      '  并且：所需材料 共 4份',
    )
    expect(run?.checks.map(({ truth, actual }) => [truth, actual])).toEqual([
      ['yes', expect.any(String)],
      ['yes', expect.any(String)],
      ['yes', expect.any(String)],
      ['yes', expect.stringMatching(/^共4份/)],
    ])
  })

  test('the steps of the one flow: shared steps by their names, others by 子项·环节 or the name alone', () => {
    const [, run, wrong] = verify(
      '用例：小餐馆的环节',
      ...SMALL,
      `  当：${FOOD}·决定 结果为 通过`,
      `  那么：经过环节 为 统一受理、企业设立登记·受理、核准登记、材料审查、${FOOD}·决定、制证送达、统一出件`,
      '  并且：结果 为 营业执照、食品经营许可证',
      '  并且：包含事项 共 2个',
      '  并且：承诺时限 为 13个工作日',
      '用例：小餐馆要联合核查',
      ...SMALL,
      '  那么：经过环节 包含 食品与消防联合核查',
    )
    expect(run?.checks.map(({ truth, expected, actual }) => [truth, expected, actual])).toEqual([
      ['yes', expect.stringContaining('企业设立登记·受理、核准登记'), expect.any(String)],
      ['yes', expect.any(String), expect.any(String)],
      ['yes', '包含事项 共2个', expect.any(String)],
      ['yes', expect.any(String), expect.any(String)],
    ])
    expect(wrong?.passed).toBe(false)
  })

  test('the conditions of acceptance of the components, and the day on which all is done', () => {
    const [, refused, done] = verify(
      '用例：食品销售不能这样办',
      '  假如：【主体业态】为 食品销售经营',
      '  那么：受理条件 不满足',
      '  并且：不满足的条件 包含 主体业态属于餐饮服务经营或者单位食堂',
      '用例：小餐馆的日期',
      ...SMALL,
      '  当：2025年3月3日 提交申请',
      `  并且：${FOOD}·决定 结果为 通过`,
      '  那么：办结日期 不超过 2025年3月20日',
    )
    expect(refused?.checks.map(({ truth }) => truth)).toEqual(['yes', 'yes'])
    expect(done?.checks.map(({ truth }) => truth)).toEqual(['yes'])
  })
})

describe('what 开办餐饮店 saves', () => {
  const answers = (licence: string, sign: string, fire: string) => [
    `  假如：【已有营业执照】为 ${licence}`,
    `  并且：【设置大型招牌】为 ${sign}`,
    `  并且：【公众聚集场所】为 ${fire}`,
  ]

  test('the whole set against the published 基准, a part of it against the sum of its 法定时限', () => {
    const [, whole, part] = verify(
      '用例：全办',
      ...answers('否', '是', '是'),
      '  那么：压减比例 不低于 72%',
      '  并且：压减时限 不低于 35个工作日',
      '  并且：压减材料 不低于 50%',
      '  并且：法定时限 为 56个工作日',
      '用例：只办食品许可',
      ...answers('是', '否', '否'),
      '  那么：压减比例 不低于 40%',
      '  并且：法定时限 为 20个工作日',
    )
    expect(whole?.checks.map(({ truth, actual }) => [truth, actual])).toEqual([
      ['yes', '72.9%（48→13个工作日）'],
      ['yes', '35个工作日'],
      ['yes', expect.stringMatching(/^\d+\.\d%（35→\d+份）$/)],
      ['yes', '56个工作日'],
    ])
    expect(part?.checks.map(({ truth, actual }) => [truth, actual])).toEqual([
      ['no', '35.0%（20→13个工作日）'],
      ['yes', '20个工作日'],
    ])
  })

  test('where it depends on what is not known it is 待定, with what to ask; else it is decided', () => {
    const [, open] = verify(
      '用例：没有问全',
      '  假如：【已有营业执照】为 是',
      '  那么：压减比例 不低于 40%',
      '  并且：压减比例 不低于 35%',
    )
    expect(open?.checks[1]?.truth).toBe('yes')
    expect(open?.checks[0]).toMatchObject({ truth: 'unknown', neededFacts: ['设置大型招牌', '公众聚集场所'] })
  })
})

test('a name that neither the bundle nor a component has is reported, with what is near', () => {
  const { diagnostics } = compile(withLines('用例：写错', '  那么：所需材料 包含 公司章程书'))
  expect(diagnostics.map(({ code }) => code)).toEqual(['ZW4001'])
})

test('what is expected of components that do not come together fails, but which of them belong is told', () => {
  const part = (name: string) => `事项：${name}\n办理环节：\n  环节：办理\n    时限：1个工作日\n法定时限：5个工作日\n\n`
  const text = `${part('甲')}${part('乙')}一件事：互等\n包含事项：\n  子项：甲\n    前序：乙\n  子项：乙\n    前序：甲\n用例：都办\n  那么：包含事项 为 甲、乙\n用例：环节\n  那么：经过环节 包含 甲·办理\n`
  const { bundles } = compile([{ uri: 'a.zw', text }])
  const results = [...bundles.values()].flatMap((bundle) => runBundleScenarios(bundle, { calendar: createCalendar() }))
  expect(results.map(({ passed, checks }) => [passed, checks[0]?.actual])).toEqual([
    [true, '甲、乙'],
    [false, '子项合不成一件事'],
  ])
})
