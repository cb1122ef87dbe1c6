import { expect, test } from 'vitest'
import { evolve } from '../../../src/engine/evolve.ts'
import { newCase } from '../../../src/engine/new-case.ts'
import { replay } from '../../../src/engine/replay.ts'
import { accepted, complete, DECIDER, ISSUER, REVIEWER, reviewed } from './food-licence.ts'

const { events } = reviewed()

test('every prefix of a history is a case on its way', () => {
  let state = evolve(newCase('case-1'), events[0] ?? expect.unreachable())
  for (let length = 1; length <= events.length; length++) {
    if (length > 1) state = evolve(state, events[length - 1] ?? expect.unreachable())
    expect(replay('case-1', events.slice(0, length))).toEqual(state)
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  }
})

test('taking an event in changes nothing of the state before', () => {
  const food = accepted()
  const before = food.state
  const copy = structuredClone(before)
  complete(food, REVIEWER, '材料审查')
  food.do({ kind: 'requestService', service: 'courier' })
  expect(before).toEqual(copy)
})

test('the same commands in the same order give the same bytes', () => {
  const tell = () => {
    const food = reviewed()
    complete(food, DECIDER, '决定', '通过')
    complete(food, ISSUER, '制证送达')
    return JSON.stringify(food.events)
  }
  expect(tell()).toBe(tell())
})

test('what is no history is not replayed', () => {
  expect(() => replay('case-1', [])).toThrow(TypeError)
  expect(() => replay('case-1', events.slice(1))).toThrow(TypeError)
  expect(() => replay('case-1', [...events.slice(0, 3), ...events.slice(4)])).toThrow('event 5 cannot follow version 3')
  const [first, second] = events
  if (first === undefined || second === undefined) throw new Error('no events')
  expect(() => replay('case-1', [first, { ...first, seq: 2 }])).toThrow('a case cannot be submitted twice')
  expect(() => replay('case-1', [{ ...second, seq: 1 }])).toThrow('a case cannot begin with')
})
