import { allOf, anyOf, type Formula } from '../../../../analysis/bundle/formula.ts'
import { ALWAYS, createDiagramStore, type Diagram, NEVER } from '../../../../graph/decision-diagram.ts'
import { coverSituations } from '../../../../graph/situation-cover.ts'
import type { ForeignGraph, ForeignKind } from './foreign-graph.ts'
import type { Question } from './questions.ts'

/** Most alternatives that a condition is told in. */
const MOST = 24

/**
 * Under which answers the picture leads to each of its shapes (到达条件), by id, each told in few words: what parts at a gateway and
 * meets again says nothing. An exclusive gateway is one variable with a value a way, an inclusive one has a variable for each.
 */
export function reachFormulas(
  { nodes, flows }: ForeignGraph,
  questions: readonly Question[],
): ReadonlyMap<string, Formula> {
  /** For each variable the conditions of its cells; the last cell of all is that none holds. */
  const variables: (readonly Formula[])[] = []
  const literals = new Map<string, { readonly variable: number; readonly cell: number }>()
  for (const { gateway, ways } of questions) {
    if (gateway.kind === 'one') {
      for (const [cell, { flow }] of ways.entries()) literals.set(flow.id, { variable: variables.length, cell })
      variables.push([...ways.map(({ when }) => when), false])
      continue
    }
    for (const { flow, when } of ways) {
      literals.set(flow.id, { variable: variables.length, cell: 0 })
      variables.push([when, when.kind === 'not' ? when.of : { kind: 'not', of: when }])
    }
  }
  const store = createDiagramStore(variables.map((cells) => Math.max(1, cells.length)))
  const reached = new Map<string, Diagram>()
  const incoming = new Map<string, string[]>()
  const sets = new Map<string, Diagram>()
  for (const { id, to } of flows) incoming.set(to, [...(incoming.get(to) ?? []), id])
  for (const { id, kind } of nodes) {
    const ahead = incoming.get(id)
    const set =
      ahead === undefined
        ? ALWAYS
        : arriving(
            kind,
            ahead.map((flow) => sets.get(flow) ?? NEVER),
          )
    reached.set(id, set)
    for (const flow of flows) {
      if (flow.from !== id) continue
      const literal = literals.get(flow.id)
      const taken =
        literal === undefined
          ? ALWAYS
          : store.literal(
              literal.variable,
              (variables[literal.variable] ?? []).map((_, cell) => cell === literal.cell),
            )
      sets.set(flow.id, store.and(set, taken))
    }
  }
  return new Map([...reached].map(([id, set]) => [id, tell(set)]))

  /** A parallel gateway waits for all; where that can never be, somebody drew it in the place of another. */
  function arriving(kind: ForeignKind, ahead: readonly Diagram[]): Diagram {
    const all = kind === 'all' ? ahead.reduce(store.and, ALWAYS) : NEVER
    return all === NEVER ? ahead.reduce(store.or, NEVER) : all
  }

  function tell(set: Diagram): Formula {
    // Where no answer fits a gateway its ways part for good: that they meet again is taken to be always.
    if (set === ALWAYS) return true
    const { blocks } = coverSituations(store, set, MOST)
    return anyOf(
      blocks.map((block) =>
        allOf(
          block.map(({ variable, inside }) => {
            const cells = variables[variable] ?? []
            const allButNone = inside.slice(0, -1).every(Boolean) && cells.at(-1) === false
            return allButNone ? true : anyOf(cells.filter((_, cell) => inside[cell] === true))
          }),
        ),
      ),
    )
  }
}
