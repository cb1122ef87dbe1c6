import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileChecklist } from '../../../src/analysis/checklist/applicant-checklist.ts'
import { compile } from '../../../src/compile/compile.ts'
import { writeGuideJson } from '../../../src/exchange/guide-json/write-guide-json.ts'
import type { Step } from '../../../src/model/flow.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { matter, step, workdays } from '../../graph/matters.ts'
import { anyMatter } from '../../support/arbitrary-matter.ts'
import { expectGolden } from '../../support/golden.ts'
import { guideSchema } from '../../support/guide-schema.ts'
import { bundleExample, fullMatterExample, GUIDE_DAY } from '../../support/guided-examples.ts'
import { exampleSources } from '../../support/syntax-examples.ts'

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
formats.default(ajv)
const accepts = ajv.compile(JSON.parse(guideSchema()))

/** What the schema finds wrong. */
function faultsOf(document: unknown): readonly string[] {
  return accepts(JSON.parse(JSON.stringify(document)))
    ? []
    : (accepts.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

test('grammar/guide.schema.json is what the fields say', () => {
  expectGolden('grammar/guide.schema.json', guideSchema())
})

describe('of the examples', () => {
  test('a matter with every kind of line, with one applicant’s list', () => {
    const { matter: full, graph, rendering } = fullMatterExample()
    const facts = new Map([['自制高风险食品', { kind: 'boolean', value: false }]] as const)
    const checklist = compileChecklist({ matter: full, graph }, { facts, asOf: GUIDE_DAY, start: rendering.start })
    const document = writeGuideJson(full, { asOf: GUIDE_DAY, checklist })
    expect(faultsOf(document)).toEqual([])
    expectGolden('test/exchange/guide-json/full-matter.golden.txt', `${JSON.stringify(document, undefined, 2)}\n`)
  })

  test('a 一件事, whose parts say where they come from', () => {
    const { matter: merged, rendering } = bundleExample('newborn')
    const document = writeGuideJson(merged, { asOf: GUIDE_DAY, made: rendering.made })
    expect(faultsOf(document)).toEqual([])
    expectGolden('test/exchange/guide-json/newborn.golden.txt', `${JSON.stringify(document, undefined, 2)}\n`)
  })

  test('all others fit the schema too', () => {
    for (const compiled of compile(exampleSources(), { asOf: GUIDE_DAY }).matters.values()) {
      expect(faultsOf(writeGuideJson(compiled.matter, { asOf: GUIDE_DAY }))).toEqual([])
    }
  })
})

test('whatever matter fits the schema, and says each name, note and hint of it', () => {
  fc.assert(
    fc.property(anyMatter, (any) => {
      const document = writeGuideJson(any)
      expect(faultsOf(document)).toEqual([])
      const said = new Set<string>(stringsIn(document))
      const whole = [...said].join('\n')
      for (const text of textsOf(any)) expect(whole).toContain(text)
    }),
    { numRuns: 150 },
  )
})

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function textsOf(any: Matter): readonly string[] {
  const parts = [...any.requirements, ...any.materials, ...any.specialProcedures, ...any.extensions, ...any.outputs]
  const steps = any.flow.filter((item) => item.kind === 'step')
  return [
    ...parts.flatMap(({ name, notes }) => [name, ...notes]),
    ...steps.flatMap(({ name, notes, role, department }) => [
      name,
      ...notes,
      ...[role, department].flatMap((who) => who ?? []),
    ]),
    ...any.flow.flatMap((item) =>
      item.kind === 'choice' ? [item.name, ...item.notes, ...item.branches.map(({ target }) => target)] : [],
    ),
    ...any.fees.map(({ text }) => text),
    ...[...any.situations, ...any.facts, ...any.supplements, ...any.decisionTables].flatMap(({ name, notes }) => [
      name,
      ...notes,
    ]),
    ...any.requirements.flatMap(({ hint, manualCheck }) => [hint, manualCheck].flatMap((text) => text ?? [])),
    ...any.notes,
  ]
}

describe('the codes of the standard', () => {
  const write = (parts: Partial<Matter>) => writeGuideJson(matter(parts))
  const limit = (limits: Matter['promisedLimits']) => write({ promisedLimits: limits }).limits.promised
  const line = { limit: workdays(8), sources: [], notes: [] }

  test.each([
    ['licence', '01', '行政许可'],
    ['otherPower', '10', '其他行政权力'],
    ['publicService', '20', '公共服务'],
  ] as const)('事项类型 %s is %s', (type, code, value) => {
    expect(write({ type }).basic.type).toEqual({ name: '事项类型', field: null, value, code })
  })

  test('words that the standard does not have stay without a code', () => {
    const { audiences, channels } = write({
      audiences: ['company', 'soleTrader'],
      channels: ['window', 'selfService'],
    }).basic
    expect(audiences.value).toEqual([
      { code: '2', text: '企业法人' },
      { code: null, text: '个体工商户' },
    ])
    expect(channels.value?.map(({ code }) => code)).toEqual(['1', '9'])
  })

  test('what nobody has said is null, not 否 and not 0', () => {
    const { basic, limits, fees } = write({})
    const { name, ...others } = basic
    expect(Object.values(others).map(({ value }) => value)).toEqual(Object.values(others).map(() => null))
    expect(name.value).toBe('示例事项')
    expect([limits.statutory.value.value, limits.promised.unit.code, fees.charged.value]).toEqual([null, null, null])
  })

  test('a code of more than 12 characters is that of an implementation', () => {
    const { basicCode, taskCode } = write({ code: '11440100696927671X3442011817001' }).basic
    expect([basicCode.value, taskCode.value]).toEqual([null, '11440100696927671X3442011817001'])
    expect(write({ code: '00016421300Y' }).basic.basicCode.value).toBe('00016421300Y')
  })

  test('a limit is value, unit and explanation', () => {
    const { value, unit } = limit([line])
    expect([value.value, unit.value, unit.code]).toEqual(['8', '工作日', 'W'])
    const monthly = limit([{ ...line, limit: { unit: 'month', amount: '3' } }])
    expect([monthly.value.value, monthly.unit.value, monthly.unit.code]).toEqual(['3', '月', null])
    expect(limit([{ ...line, limit: { unit: 'instant' } }]).value.value).toBe('即办')
  })

  test('of limits by situation the one of all others is told, and the explanation has them all', () => {
    const when = { kind: 'situation', situation: '大型餐馆' } as const
    const both = limit([{ ...line, limit: workdays(12), when }, line])
    expect(both.value.value).toBe('8')
    expect(both.explanation.value).toBe('大型餐馆：12个工作日\n其他情形：8个工作日')
    expect(limit([{ ...line, when }]).value.value).toBe(null)
  })

  test('copies count for 原件 or 复印件 only where it is clear which', () => {
    const one = (forms: Matter['materials'][number]['forms']) => {
      const [written] = write({ materials: [{ name: '申请书', forms, copies: '2', sources: [], notes: [] }] }).materials
      return [written?.originals.value, written?.photocopies.value, written?.format.code]
    }
    expect(one(['original'])).toEqual([2, null, '1'])
    expect(one(['copy', 'electronic'])).toEqual([null, 2, '3'])
    expect(one(['original', 'copy'])).toEqual([null, null, '1'])
    expect(one(['electronicCertificate'])).toEqual([null, null, '2'])
  })

  test('受理时限 is that of the one step that does nothing but accept', () => {
    const told = (...stages: readonly Step['stages'][]) =>
      write({ flow: stages.map((own, index) => step(`环节${index}`, index + 1, { stages: own })) }).basic
        .acceptanceLimit.value
    expect(told(['acceptance'], ['review'])).toBe('1个工作日')
    expect(told(['acceptance', 'review'])).toBe(null)
    expect(told(['acceptance'], ['acceptance'])).toBe(null)
  })

  test('容缺受理 is 是 where a document may come later, 否 only where all of them say that they may not', () => {
    const told = (...all: readonly Matter['materials'][number]['necessity'][]) =>
      write({
        materials: all.map((necessity, index) => ({
          ...{ name: `材料${index}`, forms: [], sources: [], notes: [] },
          ...(necessity !== undefined && { necessity }),
        })),
      }).basic.deferral.value
    expect(told('required', 'deferrable')).toBe('1')
    expect(told('required', 'optional')).toBe('0')
    expect(told('required', undefined)).toBe(null)
    expect(told()).toBe(null)
  })

  test('a special procedure is of kind 2, an extension of kind 1', () => {
    const { specialProcedures } = fullJson()
    expect(specialProcedures.map(({ name, kind }) => [name.value, kind.code])).toEqual([
      ['专家评审', '2'],
      ['延长办理期限', '1'],
    ])
  })

  test('steps have the codes and the phases of their stages', () => {
    const { steps } = write({
      flow: [step('受理', 1, { stages: ['acceptance'] }), step('办结', 1, { stages: ['decision', 'delivery'] })],
    })
    expect(steps.map(({ stage }) => [stage.codes, stage.phases])).toEqual([
      [['acceptance'], ['申请与受理']],
      [
        ['decide', 'delivery'],
        ['审查与决定', '颁证与送达'],
      ],
    ])
  })
})

function fullJson() {
  return writeGuideJson(fullMatterExample().matter)
}

test('the schema refuses a code that does not go with its word, and a field that there is not', () => {
  const document = writeGuideJson(matter({ type: 'licence' }))
  expect(faultsOf(document)).toEqual([])
  const { basic } = document
  expect(faultsOf({ ...document, basic: { ...basic, type: { ...basic.type, code: '02' } } })).not.toEqual([])
  expect(faultsOf({ ...document, basic: { ...basic, colour: '红' } })).not.toEqual([])
})
