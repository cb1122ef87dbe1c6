import { describe, expect, test } from 'vitest'
import { runBundleScenarios } from '../../../src/analysis/run-bundle-scenarios.ts'
import { verifyScenarios } from '../../../src/analysis/verify-scenarios.ts'
import { verifyTargets } from '../../../src/analysis/verify-targets.ts'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { compile } from '../../../src/compile/compile.ts'
import { exampleSources } from '../../support/syntax-examples.ts'

const asOf = '2026-11-22'

/** The five sets of examples with which the language was designed; they live in two folders. */
describe.each([
  {
    folder: 'examples/language/',
    matters: ['社会保障卡密码重置', '食品经营许可（餐饮服务）新办', '食品经营许可（餐饮服务）新办（示例市示例区）'],
    scenarios: [
      '单位食堂可以受理且不需要布局文件',
      '食品销售不予受理并说明原因',
      '补正期间和专家评审不计入办理时限',
      '承诺时限的版本',
      '示例区承诺时限压减75%',
    ],
    targets: 2,
  },
  {
    folder: 'examples/bundles/restaurant/',
    matters: ['食品经营许可（餐饮服务）新办', '企业设立登记'],
    scenarios: ['只办食品许可和消防检查'],
    targets: 0,
  },
])('the reference examples in $folder', ({ folder, matters, scenarios, targets }) => {
  const workspace = compile(
    exampleSources().filter(({ uri }) => uri.startsWith(folder)),
    { asOf },
  )

  test('compile without errors', () => {
    expect(workspace.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const name of matters) expect([...workspace.matters.keys()]).toContain(name)
  })

  test('every 用例 holds and every target is met', () => {
    const calendar = createCalendar({ overlays: [...workspace.calendars.values()] })
    const options = { asOf, calendar }
    const { results, failed } = verifyScenarios(
      [...workspace.versions.values()].flat(),
      options,
      [...workspace.bundles.values()].flatMap((bundle) => runBundleScenarios(bundle, options)),
    )
    expect(failed).toBe(0)
    expect(results.map(({ scenario }) => scenario.name)).toEqual(expect.arrayContaining(scenarios))
    expect(verifyTargets(workspace.matters.values(), { asOf })).toMatchObject({ met: targets, missed: 0, undecided: 0 })
  })
})
