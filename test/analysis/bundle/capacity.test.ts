import { describe, expect, test } from 'vitest'
import { accountForBundle } from '../../../src/analysis/bundle/account-for-bundle.ts'
import { bundleMatters } from '../../../src/analysis/bundle/bundle-matters.ts'
import { describeOrder, describeQueue } from '../../../src/analysis/bundle/describe-queueing.ts'
import { plainBundle } from '../../../src/analysis/bundle/plain-bundle.ts'
import { compare, printRational } from '../../../src/base/rational.ts'
import type { Bundle } from '../../../src/model/bundle.ts'
import { EMPTY_MATTER } from '../../../src/model/empty-matter.ts'
import type { Step } from '../../../src/model/flow.ts'
import type { Matter } from '../../../src/model/matter.ts'

const nothing = { sources: [], notes: [] }

function step(name: string, days: number, department?: string): Step {
  return {
    kind: 'step',
    name,
    stages: ['review'],
    limits: [{ limit: { unit: 'workday', amount: String(days) } }],
    modes: [],
    outputs: [],
    collects: [],
    terminates: false,
    ...nothing,
    ...(department !== undefined && { department }),
  }
}

/** Matters of an office, by the days of their steps; a step that another office does has its name. */
function mattersOf(courses: Readonly<Record<string, readonly Step[]>>): ReadonlyMap<string, Matter> {
  return new Map(
    Object.entries(courses).map(([name, flow]) => {
      const last = flow.map((each, place) => (place === flow.length - 1 ? { ...each, outputs: [`${name}证`] } : each))
      return [
        name,
        {
          ...EMPTY_MATTER,
          name,
          authority: '甲局',
          flow: last,
          outputs: [{ name: `${name}证`, forms: [], ...nothing }],
        },
      ]
    }),
  )
}

const lengthOf = (bundle: Bundle, matters: ReadonlyMap<string, Matter>, capacity?: ReadonlyMap<string, number>) => {
  const path = accountForBundle(bundle, matters, { capacity }).chosen?.path
  return path && printRational(path.workdays)
}

describe('an office that does one step at a time', () => {
  // The one that leads on to much is done first, though it is the longer one itself.
  const matters = mattersOf({
    一: [step('审查', 3), step('检测', 6, '乙局')],
    二: [step('审查', 2)],
    三: [step('审查', 1)],
  })
  const bundle = plainBundle('合办', matters)
  const capacity = new Map([['甲局', 1]])

  test('does first what the most still comes after', () => {
    const { queueing } = bundleMatters(bundle, matters, { capacity })
    expect(queueing?.queues).toMatchObject([{ office: '甲局', atOnce: 1, steps: ['一·审查', '二·审查', '三·审查'] }])
    expect(queueing?.queues.map(describeQueue)).toEqual(['甲局最多同时办1个环节，依次办：一·审查、二·审查、三·审查'])
    expect(queueing && describeOrder(queueing)).toBe('试遍了各种次序，这样总时间最短。')
    expect([lengthOf(bundle, matters), lengthOf(bundle, matters, capacity)]).toEqual(['9', '9'])
  })

  test('the bundle may say so itself; what is asked for besides comes first', () => {
    const office = { office: '甲局', atOnce: 1, ...nothing }
    const own = { ...bundle, capacities: [office] }
    const waitsIn = (each: Bundle, options?: ReadonlyMap<string, number>) =>
      bundleMatters(each, matters, { capacity: options }).queueing?.queues.flatMap(({ waits }) => waits).length
    expect([
      waitsIn(own),
      waitsIn(own, new Map([['甲局', 2]])),
      waitsIn(own, new Map([['甲局', 3]])),
      waitsIn(bundle),
    ]).toEqual([2, 1, 0, undefined])
  })

  test('is told where it has nothing to do', () => {
    const { problems, queueing } = bundleMatters(bundle, matters, { capacity: new Map([['丙局', 1]]) })
    expect(problems).toContainEqual({ kind: 'unknownOffice', office: '丙局', offices: ['乙局', '甲局'] })
    expect(queueing?.queues).toEqual([])
    expect(() => bundleMatters(bundle, matters, { capacity: new Map([['甲局', 0]]) })).toThrow(RangeError)
  })
})

test('a joint inspection takes everybody who comes along', () => {
  const matters = mattersOf({ 一: [step('踏勘', 2, '乙局')], 二: [step('踏勘', 2)], 三: [step('审查', 3)] })
  const steps = ['一', '二'].map((component) => ({ component, name: '踏勘' }))
  const joint = { kind: 'inspection' as const, name: '联合踏勘', steps, ...nothing }
  const bundle = { ...plainBundle('合办', matters), sharedSteps: [joint] }
  const { queueing } = bundleMatters(bundle, matters, { capacity: new Map([['甲局', 1]]) })
  expect(queueing?.queues[0]?.steps).toEqual(expect.arrayContaining(['联合踏勘', '三·审查']))
  expect(lengthOf(bundle, matters, new Map([['甲局', 1]]))).toBe('5')
  expect(lengthOf(bundle, matters, new Map([['乙局', 1]]))).toBe('3')
})

test('steps of which an applicant needs only one do not wait for each other', () => {
  const matters = mattersOf({ 一: [step('审查', 4)], 二: [step('审查', 4)] })
  const plain = plainBundle('合办', matters)
  const asked = { kind: 'fact' as const, fact: '要一' }
  const bundle: Bundle = {
    ...plain,
    facts: [{ name: '要一', type: 'boolean', options: [], ...nothing }],
    components: plain.components.map((component) => ({
      ...component,
      when: component.name === '一' ? asked : { kind: 'not', of: asked },
    })),
  }
  expect(lengthOf(bundle, matters, new Map([['甲局', 1]]))).toBe('4')
})

test('too many to try every order go by rule, with what every order takes at least', () => {
  const courses = Array.from({ length: 24 }, (_, index) => [
    `事项${String(index).padStart(2, '0')}`,
    [
      step('初审', 1 + ((index * 7) % 5)),
      step('检测', 1 + ((index * 3) % 7), '乙局'),
      step('决定', 1 + ((index * 5) % 4)),
    ],
  ])
  const matters = mattersOf(Object.fromEntries(courses))
  const bundle = plainBundle('合办', matters)
  const capacity = new Map([
    ['甲局', 3],
    ['乙局', 2],
  ])
  const { chosen, bundled } = accountForBundle(bundle, matters, { capacity })
  const { queueing } = bundled
  expect(queueing?.isShortest).toBe(false)
  const bound = queueing?.lowerBound
  expect(bound && chosen?.path && compare(bound, chosen.path.workdays)).toBeLessThanOrEqual(0)
  expect(queueing && describeOrder(queueing)).toMatch(
    /^环节多，没有试遍，按“后面还要办得最久的先办”排，不一定最短；不论怎样排，至少要\d+个工作日。$/,
  )
  expect(queueing?.queues.find(({ office }) => office === '乙局')?.steps).toHaveLength(24)
})
