import { expect, test } from 'vitest'
import { prepareMatch } from '../../../src/analysis/match/prepare-match.ts'
import type { CountedUnit } from '../../../src/calendar/duration.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { fact, matter } from '../../graph/matters.ts'

function closedFor(name: string, unit: CountedUnit) {
  const operand = { kind: 'duration', duration: { unit, amount: '6' } } as const
  const one = matter({
    name,
    facts: [fact('停业时间', 'duration')],
    requirements: [
      {
        ...{ name: '停业不久', except: [], sources: [], notes: [] },
        rule: { kind: 'compare', fact: '停业时间', operator: 'lt', operand },
      },
    ],
  })
  return { matter: one, graph: buildGraph(one).graph }
}

test('a length of time in a unit that no matter asks for is told, not taken for one that is too long', () => {
  const match = prepareMatch([closedFor('按月的', 'month')])
  expect(match.of({ 停业时间: '183个自然日' })).toMatchObject({
    lacksOne: [],
    errors: ['“停业时间”不能是"183个自然日"，应当写时长，单位是月'],
  })
  expect(match.of({ 停业时间: '5个月' }).eligible).toHaveLength(1)
})

test('where one matter asks for months and another for years, either is read', () => {
  const match = prepareMatch([closedFor('按月的', 'month'), closedFor('按年的', 'year')])
  expect(match.of({ 停业时间: '5年' })).toMatchObject({ eligible: [{ matter: { name: '按年的' } }], errors: [] })
  expect(match.of({ 停业时间: '5个工作日' }).errors).toEqual(['“停业时间”不能是"5个工作日"，应当写时长，单位是月、年'])
})
