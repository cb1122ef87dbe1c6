import { allOf, type Formula, formulaOf } from '../../../analysis/bundle/formula.ts'
import { reachConditions } from '../../../analysis/bundle/run-conditions.ts'
import { ALWAYS, type Diagram, NEVER } from '../../../graph/decision-diagram.ts'
import { type FlowGraph, NO_BRANCH } from '../../../graph/flow-graph.ts'
import { matterSituations } from '../../../graph/matter-conditions.ts'
import { branchConditions, computeReachability } from '../../../graph/reachability.ts'
import type { SituationSpace } from '../../../graph/situation-space.ts'
import type { Matter } from '../../../model/matter.ts'
import { type JoinTree, joinWays } from './join-tree.ts'

/** A way from one node to the next that tokens can take. */
export interface PlannedWay {
  readonly from: number
  readonly to: number
  /** Index into the branches of a choice that is drawn as a gateway, else {@link NO_BRANCH}. */
  readonly branch: number
}

/** How one node is drawn (画法). */
interface PlannedNode {
  /** How the ways into it come together; undefined for a node that the process starts with. */
  readonly join: JoinTree<PlannedWay> | undefined
  /** Whether a token that arrives makes it run: always, where the condition holds, or never. */
  readonly runs: Formula
  /** For a choice: it sends its token one way (true), or every way, where what it decides is asked of the steps themselves. */
  readonly decides: boolean
  /** For a choice that decides: the branches by which a token leaves the flow; {@link NO_BRANCH} where none may hold. */
  readonly lost: readonly number[]
}

/**
 * How tokens do what the flow rule does (令牌方案). Engines of BPMN know nothing of dead edges: each gateway waits for its
 * tokens. So where parallel and exclusive gateways alone can join what a choice parted, the choice is an exclusive gateway;
 * where they cannot, it lets all ways go on, and each step on them asks for itself whether it is to be done.
 */
export interface TokenPlan {
  /** By node id; undefined for a node that no token reaches. */
  readonly nodes: readonly (PlannedNode | undefined)[]
  readonly ways: readonly PlannedWay[]
}

/** Plans the tokens of a matter's flow. */
export function planTokens(matter: Matter, graph: FlowGraph): TokenPlan {
  const space = matterSituations(matter, graph)
  const reachability = computeReachability(graph, space)
  const isDecided = [...reachability.reached, ...reachability.runs].every((set) => space.store.isDecided(set))
  const over = endedBefore(graph, space, reachability.runs)
  const flow: Flow = { graph, space, ...reachability, over, before: stepsBefore(graph), isDecided }
  const formulas = reachConditions(graph, {
    ...reachability,
    // What is not decided is no proof that two nodes are reached alike.
    reached: reachability.reached.map((set, id) => (space.store.isDecided(set) ? set : -1 - id)),
  })
  const choices = graph.nodes.flatMap(({ kind }, id) => (kind === 'choice' ? [id] : []))
  let open: ReadonlySet<number> = new Set(isDecided ? [] : choices)
  for (let tried = tryPlan(flow, formulas, open); ; tried = tryPlan(flow, formulas, open)) {
    if (!('stuck' in tried)) return tried
    // With every choice open nothing is left to be stuck on but what could not be worked out.
    if (open.size === choices.length) flow.isDecided = false
    else open = widen(flow, formulas, open, tried.stuck)
  }
}

interface Flow {
  readonly graph: FlowGraph
  readonly space: SituationSpace
  readonly reached: readonly Diagram[]
  readonly runs: readonly Diagram[]
  /** Where a step with 终止 that the node waits for has run, by node id. */
  readonly over: readonly Diagram[]
  /** The steps and 特别程序 that a node waits for, itself included, by node id. */
  readonly before: readonly ReadonlySet<number>[]
  /** False where the conditions are too many to be worked out: then every choice is open and every join waits for all. */
  isDecided: boolean
}

/** More choices that let all ways go on: the nearest before the node where that is enough, else all before it. */
function widen(
  flow: Flow,
  formulas: readonly Formula[],
  open: ReadonlySet<number>,
  stuck: number,
): ReadonlySet<number> {
  const before = choicesBefore(flow.graph, stuck).filter((choice) => !open.has(choice))
  for (const choice of before) {
    const wider = new Set([...open, choice])
    const tried = tryPlan(flow, formulas, wider)
    if (!('stuck' in tried) || tried.stuck > stuck) return wider
  }
  return new Set([...open, ...before])
}

/** The choices on the ways to a node, the nearest first. */
function choicesBefore({ nodes, edges }: FlowGraph, node: number): readonly number[] {
  const found = new Set([node])
  for (const id of found) {
    for (const edge of edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1])) found.add(edges.source[edge] ?? 0)
  }
  return [...found].filter((id) => nodes[id]?.kind === 'choice').toSorted((a, b) => b - a)
}

function tryPlan(
  flow: Flow,
  formulas: readonly Formula[],
  open: ReadonlySet<number>,
): TokenPlan | { readonly stuck: number } {
  const { graph, space, isDecided } = flow
  const { store } = space
  const nodes: (PlannedNode | undefined)[] = []
  const ways: PlannedWay[] = []
  const tokensOf = new Map<PlannedWay, Diagram>()
  const into = graph.nodes.map((): PlannedWay[] => [])
  const arrived: Diagram[] = []
  for (const [id, node] of graph.nodes.entries()) {
    const ahead = into[id] ?? []
    const isRoot = graph.edges.inStart[id] === graph.edges.inStart[id + 1]
    if (!isRoot && ahead.length === 0) {
      nodes.push(undefined)
      continue
    }
    const over = flow.over[id] ?? NEVER
    const joined = isRoot
      ? undefined
      : isDecided
        ? joinWays(
            space,
            ahead.map((way) => ({ way, tokens: tokensOf.get(way) ?? NEVER })),
            over,
          )
        : { tree: waitForAll(ahead), tokens: ALWAYS }
    if (!isRoot && joined === undefined) return { stuck: id }
    const tokens = joined?.tokens ?? ALWAYS
    // Whatever waits for this node has ended with it.
    if (isDecided && store.and(tokens, store.not(over)) === NEVER) {
      nodes.push(undefined)
      continue
    }
    if (isDecided && store.and(tokens, over) !== NEVER) return { stuck: id }
    const carried = ahead.map((way) => ({ from: way.from, tokens: tokensOf.get(way) ?? NEVER }))
    if (
      isDecided &&
      mayHurry(flow, id, tokens, carried) &&
      choicesBefore(graph, id).some((choice) => !open.has(choice))
    )
      return { stuck: id }
    const decides = node.kind === 'choice' && !open.has(id)
    const runs = node.kind === 'choice' ? true : conditionOf(flow, formulas, id, tokens)
    const taken = branchConditions(graph, space, id)
    arrived[id] = tokens
    nodes.push({ join: joined?.tree, runs, decides, lost: [] })
    const left = isDecided && node.terminates ? store.and(tokens, store.not(flow.runs[id] ?? NEVER)) : tokens
    const isEnd = node.terminates && (isDecided ? left === NEVER : runs === true)
    if (isEnd) continue
    for (let edge = graph.edges.outStart[id] ?? 0; edge < (graph.edges.outStart[id + 1] ?? 0); edge++) {
      const branch = graph.edges.branch[edge] ?? NO_BRANCH
      const along = decides && branch !== NO_BRANCH ? store.and(left, taken.taken[branch] ?? NEVER) : left
      const way: PlannedWay = { from: id, to: graph.edges.target[edge] ?? 0, branch: decides ? branch : NO_BRANCH }
      if (along === NEVER || (into[way.to] ?? []).some((each) => each.from === id && each.branch === way.branch))
        continue
      ways.push(way)
      tokensOf.set(way, along)
      into[way.to]?.push(way)
    }
  }
  const kept = ways.filter(({ to }) => nodes[to] !== undefined)
  return {
    ways: kept,
    nodes: nodes.map((node, id) => {
      if (!node?.decides) return node
      const { taken, none } = branchConditions(graph, space, id)
      const isTaken = (set: Diagram) => store.and(arrived[id] ?? NEVER, set) !== NEVER
      const lost = taken.flatMap((set, branch) => {
        const goesOn = kept.some((way) => way.from === id && way.branch === branch)
        return goesOn || !isTaken(set) ? [] : [branch]
      })
      return { ...node, lost: isTaken(none) ? [...lost, NO_BRANCH] : lost }
    }),
  }
}

/**
 * Whether a token may come before all is done that the node waits for: our rule waits for a choice to be decided also where its
 * way to the node is dead. A token brings with it only what the ways along which it came have waited for.
 */
function mayHurry(
  { graph, space: { store }, runs, before }: Flow,
  id: number,
  tokens: Diagram,
  carried: readonly { readonly from: number; readonly tokens: Diagram }[],
): boolean {
  const { inStart, inEdge, source } = graph.edges
  const sources = inEdge.slice(inStart[id], inStart[id + 1]).map((edge) => source[edge] ?? 0)
  const awaited = new Set(sources.flatMap((from) => [...(before[from] ?? [])]))
  return [...awaited].some((step) => {
    const bringing = carried.filter(({ from }) => before[from]?.has(step) === true)
    if (bringing.length === carried.length) return false
    const brought = bringing.map((way) => way.tokens).reduce(store.or, NEVER)
    return store.and(store.and(tokens, runs[step] ?? NEVER), store.not(brought)) !== NEVER
  })
}

function stepsBefore({ nodes, edges }: FlowGraph): readonly ReadonlySet<number>[] {
  const before: ReadonlySet<number>[] = []
  nodes.forEach(({ kind }, id) => {
    const sources = edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1]).map((edge) => edges.source[edge] ?? 0)
    const all = sources.flatMap((source) => [...(before[source] ?? [])])
    before.push(new Set(kind === 'choice' ? all : [...all, id]))
  })
  return before
}

function waitForAll(ways: readonly PlannedWay[]): JoinTree<PlannedWay> {
  const [only, ...others] = ways.map((way): JoinTree<PlannedWay> => ({ kind: 'way', way }))
  return only !== undefined && others.length === 0
    ? only
    : { kind: 'all', of: only === undefined ? [] : [only, ...others] }
}

/** What a token that arrives has to be asked: its own 当 where that is enough, else also whether a way leads to the node. */
function conditionOf(
  { graph, space, reached, runs, isDecided }: Flow,
  formulas: readonly Formula[],
  id: number,
  tokens: Diagram,
): Formula {
  const when = formulaOf(graph.nodes[id]?.when)
  const reach = formulas[id] ?? true
  if (!isDecided) return allOf([reach, when])
  const { store } = space
  const wanted = store.and(tokens, runs[id] ?? NEVER)
  if (wanted === tokens) return true
  if (wanted === NEVER) return false
  const isReached = store.and(tokens, reached[id] ?? NEVER) === tokens
  return isReached ? when : allOf([reach, when])
}

function endedBefore(graph: FlowGraph, { store }: SituationSpace, runs: readonly Diagram[]): readonly Diagram[] {
  const { edges, nodes } = graph
  const over: Diagram[] = []
  nodes.forEach((_, id) => {
    const sources = edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1]).map((edge) => edges.source[edge] ?? 0)
    const ended = sources.flatMap((source) => [
      over[source] ?? NEVER,
      nodes[source]?.terminates === true ? (runs[source] ?? NEVER) : NEVER,
    ])
    over.push(ended.reduce(store.or, NEVER))
  })
  return over
}
