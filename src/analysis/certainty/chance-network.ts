import { max, type Rational, ZERO } from '../../base/rational.ts'
import { type Conversion, convertToWorkdays } from '../../calendar/duration.ts'
import { createEvaluator } from '../../graph/evaluate-condition.ts'
import type { Facts } from '../../graph/fact-value.ts'
import type { FlowGraph, FlowNode } from '../../graph/flow-graph.ts'
import { runFlow } from '../../graph/run-flow.ts'
import { certain, type Distribution } from './distribution.ts'

/** The steps of one kind of case with their times (一类办件的网络). Nodes stand in an order that respects `before`. */
export interface ChanceNetwork {
  readonly times: readonly Distribution[]
  /** By node: those that it waits for. */
  readonly before: readonly (readonly number[])[]
  /** The nodes of which the first to finish ends the case; empty where the last of all does. */
  readonly ends: readonly number[]
}

/** Facts that are missing, so that the course of the case is open. */
export interface OpenFacts {
  readonly neededFacts: readonly string[]
}

/**
 * Lays out one kind of case: its steps run or not by the facts; a step without a distribution takes its 时限, surely.
 * What does not count (不计入, 另计 …) takes no time.
 */
export function layNetwork(
  graph: FlowGraph,
  facts: Facts,
  times: ReadonlyMap<string, Distribution>,
  conversion: Conversion,
): ChanceNetwork | OpenFacts {
  const { outcomes, neededFacts } = runFlow(graph, facts)
  if (neededFacts.length > 0) return { neededFacts }
  const runs = graph.nodes.map((node, id) => outcomes[id] === 'run' && node.kind !== 'choice')
  return {
    times: graph.nodes.map((node, id) => {
      if (runs[id] !== true || !isCounted(node)) return certain(ZERO)
      return times.get(node.name) ?? certain(limitOf(node, graph, facts, conversion))
    }),
    before: waitsOf(graph),
    ends: graph.nodes.flatMap(({ terminates }, id) => (terminates && runs[id] === true ? [id] : [])),
  }
}

/** By node: those that it waits for. */
export function waitsOf({ nodes, edges }: FlowGraph): ChanceNetwork['before'] {
  const { inStart, inEdge, source } = edges
  return nodes.map((_, id) => [...new Set(inEdge.slice(inStart[id], inStart[id + 1]).map((edge) => source[edge] ?? 0))])
}

function isCounted({ clock }: FlowNode): boolean {
  return clock === 'counted' || clock === 'restarted'
}

/** The 时限 in this case: the first whose condition holds; the longest of those that may. */
function limitOf(node: FlowNode, graph: FlowGraph, facts: Facts, conversion: Conversion): Rational {
  const { truthOf } = createEvaluator(graph.situations, facts)
  let longest = ZERO
  for (const { limit, when } of node.limits) {
    const truth = when === undefined ? 'yes' : truthOf(when)
    if (truth === 'no') continue
    longest = max(longest, convertToWorkdays(limit, conversion) ?? ZERO)
    if (truth === 'yes') break
  }
  return longest
}
