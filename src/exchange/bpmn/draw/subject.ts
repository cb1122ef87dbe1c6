import { buildGraph } from '../../../graph/build-graph.ts'
import { printConditionWords } from '../../../graph/condition-words.ts'
import { endResults } from '../../../graph/end-results.ts'
import type { FlowGraph } from '../../../graph/flow-graph.ts'
import { BUILT_IN_FACTS } from '../../../model/built-in-facts.ts'
import type { Condition } from '../../../model/condition.ts'
import type { SpecialProcedure, Step } from '../../../model/flow.ts'
import type { Matter } from '../../../model/matter.ts'
import { nameInFeel } from '../../feel/feel-names.ts'
import { printFeel } from '../../feel/print-feel.ts'
import { planTokens, type TokenPlan } from '../flow/token-plan.ts'
import type { PartOf } from './drawing.ts'
import { type Lanes, layLanes } from './lanes.ts'
import { partsOfNodes } from './part-index.ts'

/** What is drawn, with all that the pieces of the drawing ask of it (画的对象). */
export interface Subject {
  readonly matter: Matter
  readonly graph: FlowGraph
  readonly plan: TokenPlan
  readonly lanes: Lanes
  /** By node id. */
  readonly parts: readonly (PartOf | undefined)[]
  readonly laneOf: (node: number) => number
  readonly stepOf: (node: number) => Step | undefined
  readonly procedureOf: (node: number) => SpecialProcedure | undefined
  /** What the end behind a node is called: what it issues. */
  readonly endName: (node: number) => string
  readonly feel: (condition: Condition) => string
  readonly words: (condition: Condition) => string
}

/** Longest label of a flow; the whole condition stands in the expression. */
const LONGEST_LABEL = 40

/** Looks at a matter as something to draw. */
export function createSubject(matter: Matter): Subject {
  const { graph } = buildGraph(matter)
  const parts = partsOfNodes(matter, graph)
  const lanes = layLanes(matter)
  const scope = { names: nameInFeel([...matter.facts, ...BUILT_IN_FACTS]), situations: matter.situations }
  const resultsAt = endResults(matter, graph)
  const stepOf = (node: number) => {
    const part = parts[node]
    const item = part?.list === 'flow' ? matter.flow[part.index] : undefined
    return item?.kind === 'step' ? item : undefined
  }
  const procedureOf = (node: number) => {
    const part = parts[node]
    return part?.list === 'specialProcedures' ? matter.specialProcedures[part.index] : undefined
  }
  /** What has no role is done where the work before it is, or else after it. */
  const laneOf = (node: number): number => {
    const own = stepOf(node)
    if (own !== undefined) return lanes.laneOf(own)
    const { edges } = graph
    const before = edges.source[edges.inEdge[edges.inStart[node] ?? -1] ?? -1]
    if (before !== undefined && edges.inStart[node] !== edges.inStart[node + 1]) return laneOf(before)
    const next = edges.target[edges.outStart[node] ?? -1]
    return next === undefined ? 0 : lanes.laneOf(stepOf(next))
  }
  return {
    matter,
    graph,
    plan: planTokens(matter, graph),
    lanes,
    parts,
    laneOf,
    stepOf,
    procedureOf,
    endName: (node) => {
      const { sure, conditional } = resultsAt(node)
      const named = [
        sure.join('、'),
        conditional.length === 0 ? '' : `按情形${sure.length === 0 ? '' : '还有'}${conditional.join('、')}`,
      ]
      return ['办结', named.filter((part) => part !== '').join('；')].filter((part) => part !== '').join('：')
    },
    feel: (condition) => printFeel(condition, scope),
    words: (condition) => {
      const words = printConditionWords(condition, matter)
      return words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL - 1)}…` : words
    },
  }
}
