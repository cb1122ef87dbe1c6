import { expect, test } from 'vitest'
import { smallestChanges } from '../../../src/analysis/explain/smallest-changes.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { FactValue } from '../../../src/graph/fact-value.ts'
import type { Requirement } from '../../../src/model/application.ts'
import type { Condition, Operand } from '../../../src/model/condition.ts'
import { fact, matter } from '../../graph/matters.ts'

const month = { unit: 'calendarDay', amount: '30' } as const
const notBefore = (name: string, operand: Operand): Condition => ({
  kind: 'compare',
  fact: name,
  operator: 'ge',
  operand,
})
const requirement = (name: string, rule: Condition): Requirement => ({ name, rule, except: [], sources: [], notes: [] })
const lease = matter({
  facts: [fact('到期日', 'date'), fact('开工日', 'date')],
  requirements: [
    requirement(
      '到期还早',
      notBefore('到期日', { kind: 'shifted', fact: '申请日期', direction: 'later', duration: month }),
    ),
    requirement('到期后开工', notBefore('开工日', { kind: 'fact', fact: '到期日' })),
  ],
})

function wanted(days: Readonly<Record<string, string>>): string | undefined {
  const facts = new Map<string, FactValue>(
    Object.entries({ 申请日期: '2026-11-22', ...days }).map(([name, date]) => [name, { kind: 'date', date }]),
  )
  return smallestChanges({ matter: lease, graph: buildGraph(lease).graph }, facts).remedies[0]?.sentence
}

test('a day that another one would follow is told as one of many, not as the only one', () => {
  expect(wanted({})).toBe('到期日可以是2026年12月22日，并且开工日不早于2026年12月22日')
  expect(wanted({ 到期日: '2026-12-01', 开工日: '2026-11-30' })).toBe(
    '到期日可以改为2026年12月22日（现为2026年12月1日），并且开工日不早于2026年12月22日（现为2026年11月30日）',
  )
})

test('a day that is bounded by what is known is told with its bounds', () => {
  expect(wanted({ 到期日: '2027-03-01' })).toBe('开工日不早于2027年3月1日')
  expect(wanted({ 开工日: '2027-03-01' })).toBe('到期日不早于2026年12月22日、不晚于2027年3月1日')
})
