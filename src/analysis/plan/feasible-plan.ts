import { type Choice, conflictOf, type Problem } from './problem.ts'
import { candidatesUnder, type DeadEnd, type Restriction } from './restrictions.ts'

/** A way of settling some measures, and the chain that is too long all the same. */
export interface Refuted extends DeadEnd {
  readonly restriction: Restriction | undefined
}

/** Some plan that meets the deadline, or what shows that there is none. */
export type Feasibility =
  | { readonly kind: 'plan'; readonly choice: Choice }
  | { readonly kind: 'impossible'; readonly refuted: readonly Refuted[] }
  | { readonly kind: 'undecided' }

/**
 * Takes everything at its fastest; where measures thereby exclude each other, settles one of the two, both ways
 * (可行性). Without exclusions one look decides.
 */
export function findFeasible(problem: Problem, nodes: number): Feasibility {
  const refuted: Refuted[] = []
  const open: (Restriction | undefined)[] = [undefined]
  for (let looked = 0; open.length > 0; looked++) {
    if (looked > nodes) return { kind: 'undecided' }
    const restriction = open.pop()
    const left = candidatesUnder(problem, restriction, true)
    if ('chain' in left) {
      refuted.push({ restriction, ...left })
      continue
    }
    const choice = Int32Array.from(problem.activities, ({ modes }) =>
      modes.findIndex(({ index }) => left.possible[index] === 1),
    )
    const conflict = conflictOf(problem, choice)
    if (conflict === undefined) return { kind: 'plan', choice }
    const [measure] = conflict
    open.push(
      { from: restriction, fact: { kind: 'refuse', measure } },
      { from: restriction, fact: { kind: 'adopt', measure } },
    )
  }
  return { kind: 'impossible', refuted }
}
