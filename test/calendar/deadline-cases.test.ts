import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { computeDeadline } from '../../src/calendar/index.ts'
import { calendar, type DeadlineLine, deadlineInput } from '../support/calendar-text.ts'

interface Case {
  readonly input: DeadlineLine
  readonly expected: Readonly<Record<string, unknown>>
}

// Made by test/support/deadline-oracle.py, which walks day by day with Python's datetime.
const cases: readonly Case[] = readFileSync(new URL('deadline-cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

describe('deadlines agree with the independent walk', () => {
  test('there are enough cases of every kind', () => {
    expect(cases.length).toBeGreaterThan(350)
    const profiles = new Set(cases.map(({ input }) => input.profile))
    expect(profiles.size).toBeGreaterThan(18)
  })

  test.each(cases)('$input', ({ input, expected }) => {
    const answer = computeDeadline(deadlineInput(input), calendar)
    if (!answer.ok) {
      expect({ error: answer.error.code }).toEqual(expected)
      return
    }
    const { due, dueAt, dayPart, provisional } = answer.value
    const seen = {
      due,
      dueAt,
      dayPart: dayPart === '1' ? undefined : dayPart,
      provisional: provisional !== undefined,
    }
    expect(seen).toMatchObject(expected)
  })
})
