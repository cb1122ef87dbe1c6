import { NO_BRANCH } from '../../graph/flow-graph.ts'
import { type CaseState, NODE, type NodeState } from '../case-state.ts'
import type { FactRecord } from '../parts.ts'
import { type Reading, readingOf } from './compile-condition.ts'
import type { CaseDefinition, PreparedNode } from './definition.ts'
import { findDescendants } from './descendants.ts'

/** Where the nodes of a case stand: all that the flow remembers. */
export type FlowState = Pick<CaseState, 'nodes' | 'chosen'>

/** What becomes of nodes (流转): the lists of the event `flowAdvanced`; each node stands in at most one. */
export interface FlowDelta {
  readonly ready: readonly number[]
  readonly passedOver: readonly number[]
  readonly dead: readonly number[]
  readonly blocked: readonly number[]
  readonly cancelled: readonly number[]
  /** Choices that are decided, each with its branch, or {@link NO_BRANCH} where none holds. */
  readonly chosen: readonly (readonly [node: number, branch: number])[]
}

/** Whether nothing more happens to a node. */
export function isResolved(state: NodeState): boolean {
  return state >= NODE.done
}

/** Whether nothing more happens in a flow (流程走完). */
export function isFlowResolved(nodes: readonly NodeState[]): boolean {
  return nodes.every(isResolved)
}

/**
 * Lets a flow go on as far as it goes by itself (流转), by dead-path elimination: whatever waits for edges that are all
 * resolved becomes ready, is passed over, is dead, or is blocked because its condition is 待定; choices choose. Undefined
 * when nothing changes. Facts include the built-in 申请日期 and 受理日期 as far as they are known.
 *
 * Once a step with 终止 is done, what waits for it is dead and all else that is not done is cancelled.
 * Invariant: what `advanceFlow` left behind it leaves alone; with every fact known nothing is blocked.
 */
export function advanceFlow(definition: CaseDefinition, flow: FlowState, facts: FactRecord): FlowDelta | undefined {
  const ended = definition.terminators.filter((id) => flow.nodes[id] === NODE.done)
  return ended.length > 0 ? endFlow(definition, flow, ended) : goOn(definition, flow, facts)
}

function endFlow(definition: CaseDefinition, flow: FlowState, ended: readonly number[]): FlowDelta | undefined {
  const after = findDescendants(definition.graph, ended)
  const dead: number[] = []
  const cancelled: number[] = []
  flow.nodes.forEach((state, id) => {
    if (!isResolved(state)) (after.has(id) ? dead : cancelled).push(id)
  })
  if (dead.length === 0 && cancelled.length === 0) return undefined
  return { ready: [], passedOver: [], dead, blocked: [], cancelled, chosen: [] }
}

/** Node ids are in topological order, so one pass finds everything. */
function goOn(definition: CaseDefinition, flow: FlowState, facts: FactRecord): FlowDelta | undefined {
  const course: Course = { definition, nodes: [...flow.nodes], chosen: [...flow.chosen], reading: readingOf(facts) }
  const ready: number[] = []
  const passedOver: number[] = []
  const dead: number[] = []
  const blocked: number[] = []
  const chosen: (readonly [number, number])[] = []
  let isChanged = false
  for (let id = 0; id < course.nodes.length; id++) {
    const before = course.nodes[id]
    if (before !== NODE.waiting && before !== NODE.blocked) continue
    const after = settle(course, id)
    if (after === before) continue
    isChanged = true
    course.nodes[id] = after
    if (after === NODE.ready) ready.push(id)
    else if (after === NODE.passedOver) passedOver.push(id)
    else if (after === NODE.dead) dead.push(id)
    else if (after === NODE.blocked) blocked.push(id)
    else chosen.push([id, course.chosen[id] ?? NO_BRANCH])
  }
  return isChanged ? { ready, passedOver, dead, blocked, cancelled: [], chosen } : undefined
}

/** A flow while it goes on. */
interface Course {
  readonly definition: CaseDefinition
  readonly nodes: NodeState[]
  readonly chosen: number[]
  readonly reading: Reading
}

/** What becomes of a node that waits or is blocked. A choice is done as soon as it has chosen. */
function settle(course: Course, id: number): NodeState {
  const node = course.definition.nodes[id]
  const arrived = arrival(course, id)
  if (arrived !== NODE.ready || node === undefined) return arrived
  const truth = node.when?.(course.reading) ?? 'yes'
  if (truth !== 'yes') return truth === 'no' ? NODE.passedOver : NODE.blocked
  if (node.kind !== 'choice') return NODE.ready
  const branch = choose(node, course.reading)
  if (branch === undefined) return NODE.blocked
  course.chosen[id] = branch
  return NODE.done
}

/** What the incoming edges alone decide: waiting, dead, or ready to ask for the node's own condition. */
function arrival({ definition, nodes, chosen }: Course, id: number): NodeState {
  const { inStart, inEdge, source, branch } = definition.graph.edges
  const start = inStart[id] ?? 0
  const end = inStart[id + 1] ?? 0
  let isAlive = start === end
  for (let i = start; i < end; i++) {
    const edge = inEdge[i] ?? 0
    const from = source[edge] ?? 0
    const state = nodes[from] ?? NODE.waiting
    if (!isResolved(state)) return NODE.waiting
    const way = branch[edge] ?? NO_BRANCH
    isAlive ||= state === NODE.passedOver || (state === NODE.done && (way === NO_BRANCH || way === chosen[from]))
  }
  return isAlive ? NODE.ready : NODE.dead
}

/** The first branch that holds, {@link NO_BRANCH} when none does, undefined while that is 待定. */
function choose({ branches }: PreparedNode, reading: Reading): number | undefined {
  for (const [index, when] of branches.entries()) {
    const truth = when?.(reading) ?? 'yes'
    if (truth === 'yes') return index
    if (truth === 'unknown') return undefined
  }
  return NO_BRANCH
}
