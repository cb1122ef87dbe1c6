import type { PlanNetwork } from '../../../src/analysis/plan/network.ts'

/**
 * Building a stadium, in weeks and thousands of euros; each week saved has a price.
 * Source: Guéret, Prins, Sevaux, "Applications of optimisation with Xpress-MP", 2002, section 7.1; the table as on
 * https://www.fico.com/fico-xpress-optimization/docs/dms2020-02/mosel/hybridmpcp/dhtml/seccpprep_sec_secprepexpl.html
 */
const TASKS: readonly (readonly [duration: number, predecessors: readonly number[], most: number, perWeek: number])[] =
  [
    [2, [], 0, 0],
    [16, [1], 3, 30],
    [9, [2], 1, 26],
    [8, [2], 2, 12],
    [10, [3], 2, 17],
    [6, [4, 5], 1, 15],
    [2, [4], 1, 8],
    [2, [6], 0, 0],
    [9, [4, 6], 2, 42],
    [5, [4], 1, 21],
    [3, [6], 1, 18],
    [2, [9], 0, 0],
    [1, [7], 0, 0],
    [7, [2], 2, 22],
    [4, [4, 14], 2, 12],
    [3, [8, 11, 14], 1, 6],
    [9, [12], 3, 16],
    [1, [17], 0, 0],
  ]

/** The stadium, to be finished within so many weeks. */
export function stadium(weeks: number): PlanNetwork {
  return {
    activities: TASKS.map(([duration, predecessors, most, perWeek], i) => ({
      id: `${i + 1}`,
      predecessors: predecessors.map(String),
      modes: Array.from({ length: most + 1 }, (_, saved) => ({ duration: duration - saved, cost: saved * perWeek })),
    })),
    deadline: weeks,
  }
}
