import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { startMeasuring } from '../../graph/measuring.ts'
import { computeReachability, type Reachability } from '../../graph/reachability.ts'
import type { CheckContext } from './check-context.ts'

/** What is known of a matter before anything is worked out. */
type Given = Omit<CheckContext, 'measuring' | 'reachability'>

/** Prepares the checks of one matter, with the limits of a day; the newest ones where it is left out. */
export function createContext(given: Given, asOf: string | undefined): CheckContext {
  const { matter, graph } = given
  const measuring = startMeasuring(matter, graph, { asOf, conversion: DEFAULT_CONVERSION })
  let reachability: Reachability | undefined
  return {
    ...given,
    measuring,
    reachability: () => {
      reachability ??= computeReachability(graph, measuring.space())
      return reachability
    },
  }
}
