import { expect, test } from 'vitest'
import { compileChecklist } from '../../../src/analysis/checklist/applicant-checklist.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { renderGuideMarkdown } from '../../../src/render/guide/guide-markdown.ts'
import { fact, isTrue, matter, parallel, procedure, step } from '../../graph/matters.ts'

const one = matter({
  facts: [fact('高风险')],
  flow: [
    step('受理', 1),
    step('审查', 3),
    step('核查', 5, { when: isTrue('高风险') }),
    parallel('审查', '核查'),
    step('公示', 7, { clock: 'excluded' }),
    step('决定', 1),
  ],
  specialProcedures: [procedure('专家评审', 20, { step: '审查', where: 'after' }, { when: isTrue('高风险') })],
})

function stepsFor(risky: boolean): string {
  const facts = new Map([['高风险', { kind: 'boolean', value: risky } as const]])
  const checklist = compileChecklist({ matter: one, graph: buildGraph(one).graph }, { facts })
  const [, list = ''] = renderGuideMarkdown(one, { checklist }).split('### 走环节')
  return list.split('\n### ')[0] ?? ''
}

test('the steps of an applicant say what is done at the same time, and which time does not count', () => {
  const steps = stepsFor(true)
  expect(steps).toContain('审查\n   - 多久：3个工作日\n   - 同时办：核查\n')
  expect(steps).toContain('核查\n   - 多久：5个工作日\n   - 同时办：审查\n')
  expect(steps).toContain('公示\n   - 多久：7个工作日（不算在办理时限里）\n')
  expect(steps).toContain('专家评审\n   - 多久：20个工作日（不算在办理时限里）\n   - 什么时候：在“审查”之后\n')
})

test('what is not done for him is nothing that is done at the same time', () => {
  const steps = stepsFor(false)
  expect(steps).toContain('审查\n   - 多久：3个工作日\n')
  expect(steps).not.toContain('同时办')
  expect(steps).not.toContain('专家评审')
})
