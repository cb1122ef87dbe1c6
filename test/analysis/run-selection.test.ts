import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { verifyScenarios } from '../../src/analysis/verify-scenarios.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { compile } from '../../src/compile/compile.ts'

const folder = fileURLToPath(new URL('../../examples/bundles/restaurant/', import.meta.url))
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.zw'))
  .map((uri) => ({ uri, text: readFileSync(`${folder}${uri}`, 'utf8') }))

/** What becomes of 用例 added to 开办餐饮店, the one that it has first. */
function verify(...scenarios: readonly string[]) {
  const changed = sources.map((source) =>
    source.uri === 'open-restaurant.zw' ? { ...source, text: `${source.text}\n${scenarios.join('\n')}\n` } : source,
  )
  const { bundles, diagnostics } = compile(changed)
  expect(diagnostics).toEqual([])
  return verifyScenarios([], { calendar: createCalendar() }, bundles.values()).results
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

  test('a 用例 about the merged limit is not judged by half', () => {
    expect(told('用例：时限', '  假如：【已有营业执照】为 是', '  那么：承诺时限 为 13个工作日')).toHaveLength(1)
  })
})
