import * as fc from 'fast-check'
import type { FlowItem } from '../../../src/model/flow.ts'
import type { Matter } from '../../../src/model/matter.ts'
import type { Measure } from '../../../src/model/measure.ts'
import { anyMatter } from '../../graph/arbitraries.ts'
import { workdays } from '../../graph/matters.ts'

const kinds = fc.constantFrom(
  'parallel',
  'remove',
  'merge',
  'dataSharing',
  'commitment',
  'deferral',
  'speedUp',
  'speedUp',
  'speedUp',
  'advance',
  'joint',
)

/** A small random flow with up to seven measures that name its steps: not all of them can be taken. */
export const matterWithMeasures: fc.Arbitrary<Matter> = fc
  .tuple(
    anyMatter,
    fc.array(
      fc.record({
        kind: kinds,
        steps: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }),
        days: fc.integer({ min: 0, max: 6 }),
        cost: fc.constantFrom('0', '1', '2', '3', '3', '4.5', '7'),
        requires: fc.option(fc.nat(6), { nil: undefined, freq: 5 }),
        excludes: fc.option(fc.nat(6), { nil: undefined, freq: 5 }),
      }),
      { maxLength: 7 },
    ),
    fc.nat(3),
  )
  .map(([matter, plans, mandatory]) => {
    const steps = matter.flow.flatMap((item) => (item.kind === 'step' ? [item.name] : []))
    const nameOf = (number: number | undefined) =>
      number === undefined || number >= plans.length ? [] : [`措施${number}`]
    const measures = plans.map(({ kind, steps: numbers, days, cost, requires, excludes }, number): Measure => {
      const named = [...new Set(numbers.flatMap((n) => steps[n % Math.max(steps.length, 1)] ?? []))]
      const sharesMaterial = kind === 'dataSharing' || kind === 'deferral'
      return {
        name: `措施${number}`,
        kind,
        steps: named,
        materials: sharesMaterial ? ['证明'] : [],
        limit: workdays(days),
        cost: { amount: cost },
        requires: nameOf(requires).filter((name) => name !== `措施${number}`),
        excludes: nameOf(excludes).filter((name) => name !== `措施${number}`),
        sources: [],
        notes: [],
      }
    })
    return {
      ...matter,
      materials: [{ name: '证明', forms: [], sources: [], notes: [] }],
      flow: matter.flow
        .map((item, at): FlowItem => (item.kind === 'step' && at === mandatory ? { ...item, mandatory: true } : item))
        .map(timeEverySecond),
      measures,
    } satisfies Matter
  })

/** Times that were seen, which measures may make void: patches must bring them back where they stood. */
function timeEverySecond(item: FlowItem, index: number): FlowItem {
  if (item.kind !== 'step' || index % 2 === 0) return item
  const { name, ...rest } = item
  return { name, timeTaken: { kind: 'observed', unit: 'workday', times: [{ amount: '2' }] }, ...rest }
}
