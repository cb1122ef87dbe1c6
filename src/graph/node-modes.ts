import { type Rational, ZERO } from '../base/rational.ts'
import type { CountedTime } from './counted-time.ts'
import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import type { FlowNode } from './flow-graph.ts'
import type { SituationSpace } from './situation-space.ts'

/** One way in which a reached node can go: it runs for so long, or it is passed over. */
export interface NodeMode {
  readonly condition: Diagram
  /** Unit: workdays. Undefined where the node is passed over. */
  readonly workdays: Rational | undefined
}

/** The ways of a node, which together cover all situations; the running ones first, in the order of its 时限. */
export function nodeModes(node: FlowNode, time: CountedTime, space: SituationSpace): readonly NodeMode[] {
  const { store } = space
  const own = node.when === undefined ? ALWAYS : space.diagramOf(node.when)
  const modes: NodeMode[] = []
  let open = own
  for (const { when, workdays } of time.lengths) {
    const holds = when === undefined ? ALWAYS : space.diagramOf(when)
    modes.push({ condition: store.and(open, holds), workdays })
    open = store.and(open, store.not(holds))
  }
  modes.push({ condition: open, workdays: ZERO }, { condition: store.not(own), workdays: undefined })
  return modes.filter(({ condition }) => condition !== NEVER)
}
