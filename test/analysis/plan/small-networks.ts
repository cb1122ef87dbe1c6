import type { PlanNetwork } from '../../../src/analysis/plan/network.ts'
import { randomFrom } from './families.ts'

/** What a small random network has besides its activities. */
export type Extras = 'plain' | 'measures' | 'orders'

/** A random network that brute force can solve: up to 9 plain activities, up to 6 with measures or orders to give up. */
export function smallNetwork(extras: Extras, seed: number): PlanNetwork {
  const random = randomFrom(seed)
  const size = 1 + random(extras === 'plain' ? 9 : 6)
  const count = extras === 'plain' ? 0 : random(5)
  const measures = Array.from({ length: count }, (_, i) => {
    const other = `m${random(count)}`
    return {
      id: `m${i}`,
      cost: random(12),
      requires: random(4) === 0 ? [`m${random(count)}`] : [],
      excludes: random(4) === 0 && other !== `m${i}` ? [other] : [],
    }
  })
  const uses = () => measures.flatMap(({ id }) => (random(4) === 0 ? [id] : []))
  const density = 1 + random(4)
  const mostModes = extras === 'plain' && size <= 7 ? 4 : 3
  const activities = Array.from({ length: size }, (_, i) => ({
    id: `a${i}`,
    predecessors: Array.from({ length: i }, (_, at) => `a${at}`).filter(() => random(5) < density),
    modes: Array.from({ length: 1 + random(mostModes) }, () => ({
      duration: random(9),
      cost: random(15),
      uses: uses(),
    })),
  }))
  const orders = activities.flatMap(({ id, predecessors }) =>
    predecessors.flatMap((before) => (random(3) === 0 ? [{ before, after: id, cost: random(8), uses: uses() }] : [])),
  )
  return {
    activities,
    measures,
    removable: extras === 'orders' ? orders.slice(0, 4) : [],
    deadline: random(9 + 3 * size),
  }
}
