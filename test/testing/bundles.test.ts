import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { matterIn, mattersIn, zhengwuMatchers } from '../../src/testing/index.ts'
import { exampleSources } from '../support/syntax-examples.ts'

expect.extend(zhengwuMatchers)

const AS_OF = '2026-11-22'
type Change = readonly [from: string, to: string]

/** The bundle of an example with its matters, changed. */
function workspaceOf(folder: string, ...changes: readonly Change[]) {
  const sources = exampleSources().filter(({ uri }) => uri.startsWith(`examples/bundles/${folder}/`))
  const changed = sources.map(({ uri, text }) => ({
    uri,
    text: changes.reduce((each, [from, to]) => each.replace(from, to), text),
  }))
  for (const [from] of changes) expect(sources.some(({ text }) => text.includes(from))).toBe(true)
  return compile(changed, { asOf: AS_OF })
}

/** What a failing assertion says. */
function failureOf(assertion: () => void): string {
  try {
    assertion()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new RangeError('it did not fail')
}

const restaurant = workspaceOf('restaurant')
const shop = matterIn(restaurant, '开办餐饮店')

test('a bundle is found by its name, and is none of the matters', () => {
  expect(shop.matter.name).toBe('开办餐饮店')
  expect(mattersIn(restaurant).map(({ matter }) => matter.name)).not.toContain('开办餐饮店')
  expect(() => matterIn(restaurant, '开办餐饮')).toThrow('工作区里没有事项“开办餐饮”；是不是“开办餐饮店”？')
})

describe('toMeetTargets', () => {
  test('asks about the targets of bundles, of a workspace and by name', () => {
    expect(restaurant).toMeetTargets()
    expect(shop).toMeetTargets()
    expect(workspaceOf('veteran')).toMeetTargets()
  })

  test('fails with the words of zw verify', () => {
    const veteran = workspaceOf('veteran', ['压减材料：不低于65%', '压减材料：不低于70%'])
    const told =
      '实际68.8%（16→5份材料，还差1份材料；压减最小的情形：【安置方式】为“政府安排工作”）\n    来自 examples/bundles/veteran/veteran.zw:69  压减材料：不低于70%'
    for (const received of [veteran, matterIn(veteran, '军人退役')]) {
      expect(received).not.toMeetTargets()
      expect(failureOf(() => expect(received).toMeetTargets())).toContain(
        `2项里有1项没有达到\n  ✗ 军人退役：压减材料 不低于 70%，${told}`,
      )
    }
  })

  test('fails for a promise that the steps of the bundle do not allow', () => {
    const newborn = workspaceOf('newborn', ['承诺时限：5个工作日\n目标', '承诺时限：1个工作日\n目标'])
    for (const received of [newborn, matterIn(newborn, '新生儿出生')]) {
      expect(failureOf(() => expect(received).toMeetTargets())).toContain(
        '错误[ZW9006]：一件事“新生儿出生”承诺1个工作日',
      )
    }
  })
})

test('toPassScenarios runs the 用例 of a bundle', () => {
  expect(shop).toPassScenarios()
  const veteran = workspaceOf('veteran', ['【安置方式】为 自主就业\n  那么：', '【安置方式】为 政府安排工作\n  那么：'])
  for (const received of [veteran, matterIn(veteran, '军人退役')]) {
    expect(failureOf(() => expect(received).toPassScenarios())).toContain(
      '2个里有1个不成立\n  军人退役 › 用例“自主就业的办六项”',
    )
  }
})

describe('toCompressBy', () => {
  test('compares what a bundle takes with 基准, for whom it is cut least', () => {
    const veteran = matterIn(workspaceOf('veteran'), '军人退役')
    // 22→11 workdays for those who are given work, 27→15 for those who look for it themselves.
    expect(veteran).toCompressBy('44%')
    expect(veteran).not.toCompressBy('45%')
    expect(veteran).toCompressBy('50%', { given: { 安置方式: '政府安排工作' } })
    expect(failureOf(() => expect(veteran).toCompressBy('50%'))).toContain(
      '期望“军人退役”压减时限不低于50%，实际44.4%（27→15个工作日，还差1.5个工作日）\n  口径 基准时限→联办承诺时限\n  最不利的情形 【安置方式】为“自主就业”\n',
    )
  })

  test('takes the 口径 of bundles, and no option that says nothing of them', () => {
    expect(shop).toCompressBy('60%', { basis: '分项法定时限之和→联办承诺时限' })
    expect(() => expect(shop).toCompressBy('60%', { countFrom: 'acceptance' })).toThrow(
      '是一件事，压减不能给“countFrom”',
    )
    expect(failureOf(() => expect(shop).toCompressBy('60%', { basis: '原承诺时限→联办承诺时限' }))).toContain(
      '无法核对',
    )
  })
})

test('toFinishWithin and toBeSound ask about what the bundle makes of its matters', () => {
  const veteran = matterIn(workspaceOf('veteran'), '军人退役')
  expect(veteran).toFinishWithin('15个工作日')
  expect(veteran).not.toFinishWithin('14个工作日')
  expect(veteran).toFinishWithin('11个工作日', { given: { 安置方式: '政府安排工作' } })
  expect(veteran).toBeSound()
  const faulty = matterIn(workspaceOf('veteran', ['时限：9个工作日', '时限：若干']), '军人退役')
  expect(faulty).not.toBeSound()
  expect(failureOf(() => expect(faulty).toMeetTargets())).toContain('有错的部分没有核对')
})

test('a bundle whose components do not come together is not tested', () => {
  const circle = workspaceOf('veteran', ['  子项：退役报到\n', '  子项：退役报到\n    前序：预备役登记\n'])
  expect(() => matterIn(circle, '军人退役')).toThrow('一件事“军人退役”合不成一个事项：')
})
