import { expect, test } from 'vitest'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { decide } from '../../../src/engine/decide.ts'
import { newCase } from '../../../src/engine/new-case.ts'
import type { FactRecord } from '../../../src/engine/parts.ts'
import type { Condition } from '../../../src/model/condition.ts'
import { fact, matter, step } from '../../graph/matters.ts'
import { define } from './flow-state.ts'

test('a length in another unit than the one asked for is refused, since nothing could be made of it', () => {
  const when: Condition = {
    kind: 'compare',
    fact: '使用期限',
    operator: 'ge',
    operand: { kind: 'duration', duration: { unit: 'month', amount: '36' } },
  }
  const flow = [step('受理', 1, { stages: ['acceptance'] }), step('审查', 1, { stages: ['review'], when })]
  const definition = define(matter({ facts: [fact('使用期限', 'duration'), fact('有效期', 'duration')], flow }))
  const refusedFor = (name: string, unit: 'month' | 'year') => {
    const facts: FactRecord = { [name]: { kind: 'duration', duration: { unit, amount: '3' } } }
    const by = { kind: 'applicant', id: 'applicant-1', roles: [] } as const
    const context = { at: Date.UTC(2026, 0, 5, 1), by, calendar: createCalendar() }
    return decide(definition, newCase('case-1'), { kind: 'submit', facts }, context).refused
  }
  expect(refusedFor('使用期限', 'month')).toBeUndefined()
  expect(refusedFor('有效期', 'year')).toBeUndefined()
  expect(refusedFor('使用期限', 'year')).toMatchObject({
    code: 'bad-fact',
    help: '请用月填写',
    field: 'facts.使用期限',
  })
})
