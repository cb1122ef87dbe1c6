import { type CaseState, NODE } from '../case-state.ts'
import type { CaseDefinition } from './definition.ts'

/**
 * The answers that the flow waits for (流程在等的信息): those that what is blocked needs to be decided. Whoever may give them
 * need not wait for a step to ask.
 */
export function awaitedFacts(
  { graph, neededFor }: CaseDefinition,
  { nodes, facts }: Pick<CaseState, 'nodes' | 'facts'>,
): ReadonlySet<string> {
  const awaited = new Set<string>()
  graph.nodes.forEach(({ when, branches }, id) => {
    if (nodes[id] !== NODE.blocked) return
    for (const condition of [when, ...branches.map((branch) => branch.when)]) {
      for (const fact of condition === undefined ? [] : neededFor(condition, facts)) awaited.add(fact)
    }
  })
  return awaited
}
