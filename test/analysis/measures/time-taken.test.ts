import { expect, test } from 'vitest'
import { takeMeasures } from '../../../src/analysis/measures/take-measures.ts'
import { DEFAULT_CONVERSION } from '../../../src/calendar/duration.ts'
import type { Step } from '../../../src/model/flow.ts'
import type { Measure } from '../../../src/model/measure.ts'
import { matter, step, workdays } from '../../graph/matters.ts'

const seen = { kind: 'observed', unit: 'workday', times: [{ amount: '2' }, { amount: '4' }] } as const

const measure = (kind: Measure['kind'], steps: readonly string[], days: number): Measure => ({
  name: '措施',
  kind,
  steps,
  materials: [],
  limit: workdays(days),
  cost: { amount: '1' },
  requires: [],
  excludes: [],
  sources: [],
  notes: [],
})

/** By the name of each step after a measure: whether it still says how long it took. */
function timedAfter(taken: Measure) {
  const timed = (name: string, days: number): Step => ({ ...step(name, days), timeTaken: seen })
  const subject = matter({ flow: [timed('审查', 5), timed('核查', 3), timed('决定', 1)], measures: [taken] })
  const { flow } = takeMeasures(subject, [taken], DEFAULT_CONVERSION)
  return flow.map((item) => (item.kind === 'step' ? [item.name, item.timeTaken === seen] : []))
}

test('how long a step took is void once a measure changes how it is done', () => {
  const untouched = ['决定', true]
  expect(timedAfter(measure('speedUp', ['审查'], 2))).toEqual([['审查', false], ['核查', true], untouched])
  expect(timedAfter(measure('merge', ['审查', '核查'], 4))).toEqual([['审查并核查', false], untouched])
  expect(timedAfter(measure('speedUp', ['审查'], 9))).toEqual([['审查', true], ['核查', true], untouched])
})
