import fc from 'fast-check'
import { uploadsOf } from '../../../src/exchange/json-schema/application-schema.ts'
import type { FormAnswers } from '../../../src/exchange/json-schema/form.ts'
import { type PreparedFact, prepareForm } from '../../../src/exchange/json-schema/prepare-form.ts'
import { writeAnswers } from '../../../src/exchange/json-schema/read-application.ts'
import type { FlowGraph } from '../../../src/graph/flow-graph.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { arbitraryFacts } from '../../../src/testing/arbitraries/arbitrary-facts.ts'

/** What people and programs may put into a field: answers that fit, nearly fit, and do not. */
export function anyAnswer({ fact }: PreparedFact): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.boolean(),
    fc.oneof(fc.nat({ max: 1000 }), fc.double({ noNaN: true, min: -10, max: 1e22 }), fc.constantFrom(1e-7, -0, 1e300)),
    fc.constantFrom(
      ...fact.options,
      '其他',
      '',
      ' ',
      '示例路1号',
      '两\n行',
      '𬭎',
      '公'.repeat(2001),
      '𬭎'.repeat(2000),
    ),
    fc.constantFrom(
      '2026-11-22',
      '2026-02-29',
      '2024-02-29',
      '2026-13-01',
      '0000-01-01',
      '2026-11-31',
      '9999-12-31',
      '20261122',
    ),
    fc.constantFrom('3个月', '2年', '1.5年', '5个工作日', '即办', '无法定时限', '三个月', '-3个月', '3月', '3个'),
    fc.constantFrom(null, [], {}, '55', 'true'),
  )
}

const REFERENCES = [
  '文件1',
  true,
  'sha256:0f',
  '',
  false,
  3,
  null,
  'x'.repeat(256),
  'x'.repeat(257),
  ' ',
  '𬭎',
] as const

/** Answers of a form, right and wrong ones, some left out. */
export function anyAnswers(matter: Matter): fc.Arbitrary<FormAnswers> {
  const prepared = prepareForm(matter)
  const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
  return fc
    .tuple(
      fc.tuple(...prepared.facts.map((one) => maybe(anyAnswer(one)).map((answer) => [one.id, answer] as const))),
      fc.tuple(
        ...uploadsOf(prepared).map(({ id }) => maybe(fc.constantFrom(...REFERENCES)).map((one) => [id, one] as const)),
      ),
    )
    .map(([facts, materials]) => ({ facts: present(facts), materials: present(materials) }))
}

/** Answers of a form that fit, some left out; those that conditions tell apart turn up soon. */
export function goodAnswers(matter: Matter, graph: FlowGraph, partial = true): fc.Arbitrary<FormAnswers> {
  const uploads = uploadsOf(prepareForm(matter)).map(({ material }) => material.name)
  return fc.tuple(arbitraryFacts({ matter, graph }, { partial }), fc.subarray(uploads)).map(([facts, brought]) =>
    writeAnswers(
      matter,
      Object.fromEntries(facts),
      brought.map((name) => ({ name })),
    ),
  )
}

function present(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
