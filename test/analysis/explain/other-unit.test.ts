import { expect, test } from 'vitest'
import { explainAdmission } from '../../../src/analysis/explain/explain-admission.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { fact, matter } from '../../graph/matters.ts'

test('a length of time in a unit that nothing asks for leaves nothing to be told, and the sentence says why', () => {
  const half = { kind: 'duration', duration: { unit: 'month', amount: '6' } } as const
  const closed = matter({
    facts: [fact('停业时间', 'duration')],
    requirements: [
      {
        name: '停业不久',
        rule: { kind: 'compare', fact: '停业时间', operator: 'lt', operand: half },
        except: [],
        sources: [],
        notes: [],
      },
    ],
  })
  const told = new Map([['停业时间', { kind: 'duration', duration: { unit: 'calendarDay', amount: '183' } }]] as const)
  const [explained] = explainAdmission({ matter: closed, graph: buildGraph(closed).graph }, told).requirements
  expect(explained?.sentence).toBe('“停业不久”：待定，填写的单位和要求的不一样，比不了')
})
