import { type Rational, ZERO } from '../base/rational.ts'
import type { CountedTime } from './counted-time.ts'
import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import type { SituationSpace } from './situation-space.ts'

/** One way in which a node can run, with the situations in which it does. */
export interface RunMode {
  readonly situations: Diagram
  /** Unit: workdays. */
  readonly workdays: Rational
}

/** The ways in which a node runs, by its 时限: they exclude each other and together cover the situations in which it runs. */
export function runModes(runs: Diagram, time: CountedTime, space: SituationSpace): readonly RunMode[] {
  const { store } = space
  const modes: RunMode[] = []
  let open = runs
  for (const { when, workdays } of time.lengths) {
    const holds = when === undefined ? ALWAYS : space.diagramOf(when)
    modes.push({ situations: store.and(open, holds), workdays })
    open = store.and(open, store.not(holds))
  }
  modes.push({ situations: open, workdays: ZERO })
  return modes.filter(({ situations }) => situations !== NEVER)
}
