import { ALWAYS, type Diagram, NEVER } from '../../graph/decision-diagram.ts'
import { type FlowGraph, NO_BRANCH } from '../../graph/flow-graph.ts'
import type { Reachability } from '../../graph/reachability.ts'
import { allOf, anyOf, type Formula, formulaOf, not } from './formula.ts'

/**
 * In which situations a way leads to each node and the case has not ended before it (可达条件), by node id, in as few words
 * as an ancestor needs where that says the same. What dead-path elimination does at choices, said as conditions of steps.
 */
export function reachConditions(graph: FlowGraph, { reached: exact }: Reachability): readonly Formula[] {
  const reached: Formula[] = []
  const ended: Formula[] = []
  /** The first formula found for each set of situations. */
  const shortest = new Map<Diagram, Formula>([
    [ALWAYS, true],
    [NEVER, false],
  ])
  graph.nodes.forEach((_, id) => {
    const { edges, nodes } = graph
    const start = edges.inStart[id] ?? 0
    const end = edges.inStart[id + 1] ?? 0
    const alive: Formula[] = start === end ? [true] : []
    const over: Formula[] = []
    for (let i = start; i < end; i++) {
      const edge = edges.inEdge[i] ?? 0
      const source = edges.source[edge] ?? 0
      const node = nodes[source]
      const before = reached[source] ?? false
      const taken =
        (edges.branch[edge] ?? NO_BRANCH) === NO_BRANCH ? true : branchTaken(graph, source, edges.branch[edge] ?? 0)
      alive.push(allOf([before, taken]))
      over.push(ended[source] ?? false)
      if (node?.terminates === true) over.push(allOf([before, formulaOf(node.when)]))
    }
    const isOver = anyOf(over)
    const set = exact[id] ?? NEVER
    const formula = shortest.get(set) ?? allOf([anyOf(alive), not(isOver)])
    shortest.set(set, formula)
    reached.push(formula)
    ended.push(isOver)
  })
  return reached
}

function branchTaken(graph: FlowGraph, choice: number, branch: number): Formula {
  const branches = graph.nodes[choice]?.branches ?? []
  const earlier = branches.slice(0, branch).map(({ when }) => not(formulaOf(when)))
  return allOf([...earlier, formulaOf(branches[branch]?.when)])
}
