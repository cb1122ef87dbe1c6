import { describe, expect, test } from 'vitest'
import { frontierOfNetwork } from '../../../src/analysis/plan/frontier.ts'
import type { PlanNetwork } from '../../../src/analysis/plan/network.ts'
import { planNetwork } from '../../../src/analysis/plan/plan-network.ts'

const modes = [{ duration: 1, cost: 1 }]
const one: PlanNetwork = { activities: [{ id: 'a', predecessors: [], modes }], deadline: 5 }
const withModes = (duration: number | string, cost: number | string): PlanNetwork => ({
  activities: [{ id: 'a', predecessors: [], modes: [{ duration, cost }] }],
  deadline: 5,
})

const cases: readonly (readonly [string, unknown, string, string])[] = [
  ['no object', null, 'bad-shape', ''],
  ['no activities', { deadline: 3 }, 'bad-shape', ''],
  ['a mode that is none', { activities: [{ id: 'a', predecessors: [], modes: [null] }], deadline: 1 }, 'bad-shape', ''],
  ['a measure that is none', { ...one, measures: [null] }, 'bad-shape', ''],
  ['an order that is none', { ...one, removable: [{ before: 'a' }] }, 'bad-shape', ''],
  ['a deadline left out', { activities: [] }, 'bad-number', 'deadline'],
  ['a float', withModes(0.1, 0), 'bad-number', 'activities[0].modes[0].duration'],
  ['not finite', withModes(1, Number.POSITIVE_INFINITY), 'bad-number', 'activities[0].modes[0].cost'],
  ['not a number', withModes(Number.NaN, 1), 'bad-number', 'activities[0].modes[0].duration'],
  ['words', withModes('三天', 1), 'bad-number', 'activities[0].modes[0].duration'],
  ['a negative duration', withModes(-1, 1), 'negative-number', 'activities[0].modes[0].duration'],
  ['a negative cost', withModes(1, '-1/2'), 'negative-number', 'activities[0].modes[0].cost'],
  ['a negative deadline', { ...one, deadline: -1 }, 'negative-number', 'deadline'],
  [
    'no modes',
    { activities: [{ id: 'a', predecessors: [], modes: [] }], deadline: 5 },
    'no-modes',
    'activities[0].modes',
  ],
  ['an id twice', { ...one, activities: [...one.activities, ...one.activities] }, 'duplicate-id', 'activities[1].id'],
  [
    'an unknown predecessor',
    { activities: [{ id: 'a', predecessors: ['b'], modes }], deadline: 5 },
    'unknown-activity',
    'activities[0].predecessors[0]',
  ],
  [
    'an unknown measure',
    { activities: [{ id: 'a', predecessors: [], modes: [{ duration: 1, cost: 1, uses: ['m'] }] }], deadline: 5 },
    'unknown-measure',
    'activities[0].modes[0].uses[0]',
  ],
  [
    'an activity before itself',
    { activities: [{ id: 'a', predecessors: ['a'], modes }], deadline: 5 },
    'cycle',
    'activities[0]',
  ],
  [
    'an order that is not there',
    {
      activities: ['a', 'b'].map((id) => ({ id, predecessors: [], modes })),
      removable: [{ before: 'a', after: 'b' }],
      deadline: 5,
    },
    'not-in-order',
    'removable[0]',
  ],
  [
    'more than can be added exactly',
    { ...withModes(1, '9007199254740993'), measures: [{ id: 'm', cost: 1 }] },
    'too-large',
    '',
  ],
]

describe('a network that cannot be planned is answered with what is wrong', () => {
  test.each(cases)('%s', (_, network, code, place) => {
    // The library is also called from JavaScript and with parsed JSON.
    const given = JSON.parse('{}', () => network)
    const answer = planNetwork(given)
    expect(answer.status).toBe('invalid')
    if (answer.status !== 'invalid') return
    expect(answer.problems.map((problem) => `${problem.code} ${problem.place}`)).toEqual([`${code} ${place}`])
    expect(answer.problems.every(({ message }) => /[\u4e00-\u9fff]/.test(message))).toBe(true)
    expect(frontierOfNetwork(given).status).toBe('invalid')
  })

  test('a cycle is named in the order of waiting', () => {
    const answer = planNetwork({
      activities: [
        { id: '受理', predecessors: [], modes },
        { id: '审查', predecessors: ['受理', '决定'], modes },
        { id: '公示', predecessors: ['审查'], modes },
        { id: '决定', predecessors: ['公示'], modes },
      ],
      deadline: 5,
    })
    expect(answer.status === 'invalid' && answer.problems[0]?.message).toBe('前序关系成环：审查 → 公示 → 决定 → 审查')
  })
})
