import { expect, test } from 'vitest'
import { adviseApplicant } from '../../src/analysis/explain/advise.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { renderAdvice } from '../../src/render/advice-text.ts'
import { fact, isTrue, matter, procedure, step, workdays } from '../graph/matters.ts'

const plain = { forms: [], sources: [], notes: [] }
const signboard = matter({
  facts: [fact('高风险'), fact('有旧照片')],
  materials: [
    { name: '鉴定报告', necessity: 'deferrable', deferral: workdays(5), ...plain },
    { name: '承诺书', necessity: 'deferrable', when: isTrue('高风险'), ...plain },
    { name: '照片', necessity: 'optional', ...plain },
    { name: '旧照片', necessity: 'optional', when: isTrue('有旧照片'), ...plain },
  ],
  flow: [step('受理', 1), step('公示', 7, { clock: 'excluded' }), step('决定', 2)],
  specialProcedures: [procedure('专家评审', 20, { step: '受理', where: 'after' }, { when: isTrue('高风险') })],
  promisedLimits: [{ limit: workdays(3), sources: [], notes: [] }],
})
const told = (known: Readonly<Record<string, boolean>>) =>
  renderAdvice(
    adviseApplicant(
      { matter: signboard, graph: buildGraph(signboard).graph },
      new Map(Object.entries(known).map(([name, value]) => [name, { kind: 'boolean', value }] as const)),
    ),
  )

test('what may come later and what may be left out is told as such', () => {
  const words = told({ 有旧照片: false })
  expect(words).toContain('  鉴定报告（可以后补，最晚5个工作日内）\n')
  expect(words).toContain('  还不确定：承诺书（可以后补）（要看高风险）\n')
  expect(words).toContain('  愿意交的再交：照片\n')
  expect(told({})).toContain('  愿意交的再交：照片、旧照片\n')
})

test('the days that do not count are told beside those that do', () => {
  expect(told({})).toContain('  另加公示7个工作日，不计入办理时限\n  可能另加专家评审20个工作日，不计入办理时限\n')
  expect(told({ 高风险: true })).toContain('  另加专家评审20个工作日，不计入办理时限\n')
  expect(told({ 高风险: false })).not.toContain('专家评审')
})

test('who is refused is not told that nothing is open, and what others decide is not asked of him', () => {
  const licence = matter({
    facts: [fact('成年'), fact('高风险'), { ...fact('通过'), filledBy: '审批人员' }],
    requirements: [{ name: '成年', rule: isTrue('成年'), except: [], sources: [], notes: [] }],
    flow: [step('受理', 1), step('核查', 2, { when: isTrue('高风险') }), step('发证', 1, { when: isTrue('通过') })],
  })
  const lastLine = (known: Readonly<Record<string, boolean>>) =>
    renderAdvice(
      adviseApplicant(
        { matter: licence, graph: buildGraph(licence).graph },
        new Map(Object.entries(known).map(([name, value]) => [name, { kind: 'boolean', value }] as const)),
      ),
    )
      .split('\n\n')
      .at(-1)
  expect(lastLine({ 成年: false })).toBe(
    '现在不用再问：已经不符合受理条件，照“怎样才行”改好了再问；上面“还不确定”的，是说给符合条件的人的',
  )
  expect(lastLine({ 成年: true, 高风险: true })).toBe('不用再问申请人了：还不确定的，要等办理中定下通过')
  expect(lastLine({ 成年: true, 高风险: true, 通过: true })).toBe('不用再问了：再问什么都不影响上面的结果')
})
