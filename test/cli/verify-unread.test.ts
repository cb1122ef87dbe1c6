import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LICENCE } from '../analysis/scenarios.ts'
import { runCli } from './run-cli.ts'

const HOLDS = '用例：承诺\n  那么：承诺时限 为 8个工作日\n'

describe('zw verify, where a 用例 has lines with errors', () => {
  test.each([
    ['an expectation', '  那么：承诺时现 为 3个工作日'],
    ['an expectation that names what is not there', '  那么：经过环节 包含 制证送'],
    ['an event', '  当：发生 专家评什'],
    ['a premise', '  假如：【经营面积】为 60亩'],
    ['a keyword', '  那末：承诺时限 为 3个工作日'],
    ['a row of its examples', '  例子：\n    | 经营面积 | →受理条件 |\n    | 60亩 | 满足 |'],
  ])('a scenario with an error in %s is not run: what is left of it proves nothing', async (_what, broken) => {
    const text = `${LICENCE}${HOLDS}${broken}\n用例：完好\n  那么：承诺时限 为 8个工作日\n`
    const line = text.split('\n').indexOf(broken.split('\n').at(-1) ?? '') + 1
    const { code, out, cwd } = await runCli(['verify', '--junit', 'out.xml'], { files: { 'a.zw': text } })
    expect(code).toBe(1)
    expect(out).toContain(
      `用例\n  ？ 小餐饮登记 › 承诺：无法核对（第${line}行有错）\n  ✓ 小餐饮登记 › 完好\n\n用例2个：成立1个，无法核对1个；`,
    )
    expect(readFileSync(join(cwd, 'out.xml'), 'utf8')).toContain(
      `<testcase classname="小餐饮登记" name="承诺"><failure message="无法核对：第${line}行有错"/></testcase>`,
    )
    const json = await runCli(['verify', '--json'], { files: { 'a.zw': text } })
    const actual = `无法核对（第${line}行有错）`
    const failure = { line, expected: broken.split('\n').at(-1)?.trim(), actual, given: null, neededFacts: [] }
    expect(JSON.parse(json.out)).toMatchObject({
      scenarios: [{ name: '承诺', passed: false, failures: [failure] }, { passed: true }],
      passed: 1,
      failed: 1,
      undecided: 1,
    })
  })

  test('a scenario elsewhere with an error is not run either, nor one of a bundle', async () => {
    const bundle = '一件事：开餐饮店\n包含事项：\n  子项：小餐饮登记\n用例：要登记\n  那么：包含事项 为 小餐饮登计\n'
    const outside = '用例：别处\n  针对：小餐饮登记\n  那么：承诺时限 为 8个工作日\n  那么：办理环节 5亩\n'
    const { code, out } = await runCli(['verify'], {
      files: { 'a.zw': LICENCE, 'b.zw': `语言版本：1\n${outside}`, 'c.zw': `语言版本：1\n${bundle}` },
    })
    expect(code).toBe(1)
    expect(out).toContain('？ 小餐饮登记 › 别处：无法核对（第5行有错）')
    expect(out).toContain('？ 开餐饮店 › 要登记：无法核对（第6行有错）')
    expect(out).toContain('用例2个：无法核对2个；文件里有2个错误')
  })

  test('does not say that no scenario tries a condition where one could not be run', async () => {
    const tries = '用例：太小\n  假如：【经营面积】为 5亩\n  那么：不满足的条件 包含 【面积不小于八平方米】\n'
    const { out } = await runCli(['verify'], { files: { 'a.zw': LICENCE + tries } })
    expect(out).toContain('无法核对')
    expect(out).not.toContain('没有反例')
    expect(out).not.toContain('ZW9002')
  })
})
