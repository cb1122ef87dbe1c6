import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFacts } from '../../../src/engine/read-facts.ts'
import { applicationSchema } from '../../../src/exchange/json-schema/application-schema.ts'
import { prepareForm } from '../../../src/exchange/json-schema/prepare-form.ts'
import { isPlain, readAnswer } from '../../../src/exchange/json-schema/read-answer.ts'
import { writeValue } from '../../../src/exchange/json-schema/write-answer.ts'
import { arbitraryFacts } from '../../../src/testing/arbitraries/arbitrary-facts.ts'
import { anyAnswer } from './arbitrary-answers.ts'
import { EVERY_TYPE } from './every-type.ts'
import { validatorOf } from './validate-with-ajv.ts'

const { facts } = prepareForm(EVERY_TYPE.matter)

test.each(facts.map((one) => [one.fact.type, one] as const))(
  'an answer of type %s is taken by the JSON Schema exactly where the form reads it, and by the engine as the same value',
  (_, one) => {
    const fields = applicationSchema(EVERY_TYPE.matter).properties?.['facts']
    const isValid = validatorOf((typeof fields === 'object' && fields.properties?.[one.id]) || false)
    fc.assert(
      fc.property(anyAnswer(one), (answer) => {
        const value = readAnswer(one, answer)
        expect(isValid(answer)).toBe(value !== undefined)
        if (value === undefined || !isPlain(answer)) return
        expect(readFacts(EVERY_TYPE, { [one.fact.name]: answer })).toEqual({
          ok: true,
          value: { [one.fact.name]: value },
        })
      }),
      { numRuns: 500 },
    )
  },
)

test('every value that the engine takes can be filled in', () => {
  fc.assert(
    fc.property(arbitraryFacts(EVERY_TYPE), (values) => {
      for (const one of facts) {
        const value = values.get(one.fact.name)
        expect(readAnswer(one, value && writeValue(value))).toEqual(value)
      }
    }),
  )
})

test('an answer that the engine refuses is wrong in the form too', () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['工程类别', '铁路'],
    ['建筑面积', -1],
    ['建筑面积', Number.POSITIVE_INFINITY],
    ['建筑面积', '55'],
    ['已经验收', '是'],
    ['竣工日期', '2026-02-30'],
    ['保修期', '2年'],
    ['保修期', '三个月'],
    ['工程造价', -0.01],
    ['建设单位', '两\n行'],
    ['建设单位', ''],
  ]
  for (const [name, answer] of wrong) {
    const one = facts.find(({ fact }) => fact.name === name)
    expect([name, answer, one && readAnswer(one, answer)]).toEqual([name, answer, undefined])
  }
})
