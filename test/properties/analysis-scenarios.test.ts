import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verify } from '../analysis/scenarios.ts'

const FACTS = {
  主体业态: ['餐饮服务经营', '单位食堂', '食品销售经营'],
  经营面积: ['5', '8', '20', '150', '200'],
  自制高风险食品: ['是', '否'],
  连锁企业: ['是', '否'],
  审查结论: ['通过', '不通过'],
} as const

const EXPECTATIONS = [
  '受理条件 满足',
  '受理条件 不满足',
  '不满足的条件 包含 属于餐饮服务',
  '提示 包含 “面积”',
  '所需材料 包含 布局图',
  '所需材料 共2份',
  '经过环节 包含 现场核查',
  '经过环节 为 受理、材料审查、决定、制证',
  '结果 为 登记证',
  '材料审查 与 现场核查 同时办理',
  '计入办理时限的时间 不超过 5个工作日',
  '办结日期 不超过 2025年3月11日',
  '承诺时限 为 8个工作日',
]

const known = fc.tuple(
  ...Object.entries(FACTS).map(([name, values]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined }).map((value) => ({ name, value })),
  ),
)

function truths(facts: readonly { readonly name: string; readonly value: string | undefined }[]) {
  const premises = facts.flatMap(({ name, value }) => (value === undefined ? [] : [`  假如：【${name}】为 ${value}`]))
  const lines = [
    '用例：随机',
    ...premises,
    '  当：2025年3月3日 提交申请',
    ...EXPECTATIONS.map((each) => `  那么：${each}`),
  ]
  const { results, workspace } = verify(lines.join('\n'))
  expect(workspace.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return results[0]?.checks.map(({ truth }) => truth) ?? []
}

test('what is decided stays decided when more is known, whatever it is', () => {
  fc.assert(
    fc.property(known, known, (facts, more) => {
      const before = truths(facts)
      const after = truths(facts.map((fact, index) => ({ ...fact, value: fact.value ?? more[index]?.value })))
      expect(after).toHaveLength(EXPECTATIONS.length)
      before.forEach((truth, index) => {
        if (truth !== 'unknown') expect(after[index], EXPECTATIONS[index]).toBe(truth)
      })
    }),
    { numRuns: 150 },
  )
})

test('with everything known nothing is 待定', () => {
  const everything = fc.tuple(
    ...Object.entries(FACTS).map(([name, values]) => fc.constantFrom(...values).map((value) => ({ name, value }))),
  )
  fc.assert(
    fc.property(everything, (facts) => {
      expect(truths(facts)).not.toContain('unknown')
    }),
    { numRuns: 100 },
  )
})
