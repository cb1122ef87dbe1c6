import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import type { Condition } from '../../src/model/condition.ts'

/**
 * Independent oracles for tests: conditions over plain JavaScript values and the flow rule as a game of tokens, written
 * from the design's words and not from the code under test.
 */

export type PlainFacts = Readonly<Record<string, boolean | number | string>>

export function isTrueFor(
  condition: Condition,
  facts: PlainFacts,
  situations: ReadonlyMap<string, Condition>,
): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => isTrueFor(part, facts, situations))
    case 'any':
      return condition.of.some((part) => isTrueFor(part, facts, situations))
    case 'not':
      return !isTrueFor(condition.of, facts, situations)
    case 'fact':
      return facts[condition.fact] === true
    case 'situation': {
      const definition = situations.get(condition.situation)
      if (definition === undefined) throw new Error(condition.situation)
      return isTrueFor(definition, facts, situations)
    }
    case 'compare': {
      const left = facts[condition.fact]
      const { operand } = condition
      const right =
        operand.kind === 'number'
          ? Number(operand.amount)
          : operand.kind === 'option'
            ? operand.option
            : operand.kind === 'boolean'
              ? operand.value
              : operand.kind === 'date'
                ? operand.date
                : undefined
      if (left === undefined || right === undefined) throw new Error(`cannot compare ${condition.fact}`)
      if (condition.operator === 'eq') return left === right
      if (condition.operator === 'ne') return left !== right
      if (condition.operator === 'ge') return left >= right
      if (condition.operator === 'le') return left <= right
      if (condition.operator === 'gt') return left > right
      return left < right
    }
    case 'oneOf':
      return condition.operands.some((operand) =>
        isTrueFor({ kind: 'compare', fact: condition.fact, operator: 'eq', operand }, facts, situations),
      )
  }
}

export interface TokenGame {
  readonly outcomes: readonly ('run' | 'passedOver' | 'dead')[]
  /** Day on which each node is resolved: a node waits for all its incoming edges, alive or dead. */
  readonly finish: readonly number[]
  /** Day on which the case ends: with the first 终止 that runs, else when everything is done. */
  readonly end: number
  /** The days of all that ran, one after the other. */
  readonly serial: number
}

/**
 * Plays the flow with tokens: an edge is alive, dead or not resolved; in each round some node all of whose incoming edges
 * are resolved is taken, in the order that `shuffle` gives, until none is left.
 */
export function playTokens(
  graph: FlowGraph,
  facts: PlainFacts,
  days: (node: number, isTrue: (condition: Condition) => boolean) => number = () => 0,
  shuffle: (candidates: number[]) => number = (candidates) => candidates[0] ?? 0,
): TokenGame {
  const situations = new Map(graph.situations.map(({ name, when }) => [name, when]))
  const holds = (condition: Condition) => isTrueFor(condition, facts, situations)
  const edges = graph.edges.source.map((from, index) => ({
    from,
    to: graph.edges.target[index] ?? -1,
    branch: graph.edges.branch[index] ?? -1,
    alive: undefined as boolean | undefined,
  }))
  const outcomes: ('run' | 'passedOver' | 'dead' | undefined)[] = graph.nodes.map(() => undefined)
  const finish: number[] = graph.nodes.map(() => 0)
  /** What waits, however remotely, for a step that has ended the case. */
  const after = new Set<number>()
  const followers = (from: number): void => {
    for (const edge of edges) {
      if (edge.from !== from || after.has(edge.to)) continue
      after.add(edge.to)
      followers(edge.to)
    }
  }
  for (;;) {
    const ready = graph.nodes.flatMap((_, id) =>
      outcomes[id] === undefined && edges.every((edge) => edge.to !== id || edge.alive !== undefined) ? [id] : [],
    )
    if (ready.length === 0) break
    const id = shuffle(ready)
    const node = graph.nodes[id]
    if (node === undefined) throw new Error(`no node ${id}`)
    const incoming = edges.filter((edge) => edge.to === id)
    const living = incoming.filter((edge) => edge.alive === true)
    const start = Math.max(0, ...incoming.map((edge) => finish[edge.from] ?? 0))
    if ((incoming.length > 0 && living.length === 0) || after.has(id)) {
      outcomes[id] = 'dead'
      finish[id] = start
      for (const edge of edges) if (edge.from === id) edge.alive = false
      continue
    }
    const runs = node.when === undefined || holds(node.when)
    outcomes[id] = runs ? 'run' : 'passedOver'
    finish[id] = start + (runs ? days(id, holds) : 0)
    if (runs && node.terminates) followers(id)
    const taken = node.branches.findIndex((branch) => branch.when === undefined || holds(branch.when))
    for (const edge of edges) {
      if (edge.from !== id) continue
      edge.alive = !(node.terminates && runs) && (edge.branch === -1 || edge.branch === taken)
    }
  }
  const settled = outcomes.map((outcome) => {
    if (outcome === undefined) throw new Error('a token is stuck')
    return outcome
  })
  const ends = settled.flatMap((outcome, id) =>
    outcome === 'run' && graph.nodes[id]?.terminates ? [finish[id] ?? 0] : [],
  )
  const serial = settled.reduce((sum, outcome, id) => sum + (outcome === 'run' ? days(id, holds) : 0), 0)
  return { outcomes: settled, finish, end: ends.length > 0 ? Math.min(...ends) : Math.max(0, ...finish), serial }
}

/**
 * Plays the flow for each of many situations. Facts act on it through its conditions alone, so a game is played once for
 * each way in which these turn out.
 */
export function playAll(
  graph: FlowGraph,
  rows: readonly PlainFacts[],
  days?: (node: number, isTrue: (condition: Condition) => boolean) => number,
): readonly TokenGame[] {
  const situations = new Map(graph.situations.map(({ name, when }) => [name, when]))
  const conditions = graph.nodes.flatMap(({ when, branches, limits }) =>
    [when, ...branches.map((branch) => branch.when), ...limits.map((limit) => limit.when)].filter(
      (each) => each !== undefined,
    ),
  )
  const games = new Map<string, TokenGame>()
  return rows.map((facts) => {
    const key = conditions.map((condition) => (isTrueFor(condition, facts, situations) ? 1 : 0)).join('')
    const game = games.get(key) ?? playTokens(graph, facts, days)
    games.set(key, game)
    return game
  })
}
