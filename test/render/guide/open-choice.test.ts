import { expect, test } from 'vitest'
import { compileChecklist } from '../../../src/analysis/checklist/applicant-checklist.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { renderGuideMarkdown } from '../../../src/render/guide/guide-markdown.ts'
import { fact, isTrue, matter } from '../../graph/matters.ts'

test('of a 任选 that may not be needed the list still tells how many', () => {
  const plain = { sources: [], notes: [] }
  const names = ['户口簿', '居住证', '社保记录']
  const one = matter({
    facts: [fact('贵重')],
    materials: names.map((name) => ({ name, forms: [], ...plain })),
    materialChoices: [{ name: '居住证明', materials: names, atLeast: 2, when: isTrue('贵重'), ...plain }],
  })
  const listFor = (valuable: boolean | undefined) => {
    const facts = new Map(valuable === undefined ? [] : [['贵重', { kind: 'boolean', value: valuable } as const]])
    const checklist = compileChecklist({ matter: one, graph: buildGraph(one).graph }, { facts })
    return renderGuideMarkdown(one, { checklist }).split('## 谁能办')[0]
  }
  expect(listFor(undefined)).toContain('- [ ] 居住证明（待定）\n  - 交几种：任选2种\n  - 要看：贵重\n')
  expect(listFor(true)).toContain('- [ ] 居住证明（任选2种）\n')
  expect(listFor(false)).not.toContain('- [ ] 居住证明')
})
