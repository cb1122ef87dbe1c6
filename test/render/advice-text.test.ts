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
