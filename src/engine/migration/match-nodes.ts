import { NO_BRANCH } from '../../graph/flow-graph.ts'
import { type CaseState, NODE, type NodeState } from '../case-state.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import { findDescendants } from '../flow/descendants.ts'
import { findCounterpart, NONE, type Renamed } from './counterpart.ts'

/** Why a case cannot move to another version (不能改版的原因), with the node that stands in the way. */
export interface MatchFault {
  readonly kind: 'running-without-counterpart' | 'inserted-before-running' | 'order-changed' | 'branch-gone'
  readonly name: string
}

/** What becomes of one node of the new version (环节对应). */
export type NodeFate =
  /** It takes the state of an old one; a choice with the branch that it took. */
  | { readonly kind: 'kept'; readonly from: number; readonly branch: number }
  /** Nothing has come of it: it waits until the flow reaches it. `from` is the old node whose name it bears, or -1. */
  | { readonly kind: 'open'; readonly from: number }
  /** The case has come past its place: it is not made up for. */
  | { readonly kind: 'past' }
  | { readonly kind: 'fault'; readonly fault: MatchFault }

/** Both versions and the case that is to move. */
export interface Move {
  readonly state: CaseState
  readonly old: CaseDefinition
  readonly definition: CaseDefinition
  readonly renamed: Renamed
}

/** Says for each node of the new version what becomes of it. Nothing done is undone, and nothing begun is lost. */
export function matchNodes(move: Move): readonly NodeFate[] {
  const { state, definition } = move
  const counterparts = definition.nodes.map((_, id) => findCounterpart(move, id))
  const standings = counterparts.map((from) => standingOf(state, from))
  const begun = standings.flatMap((standing, id) =>
    definition.nodes[id]?.kind !== 'choice' && isBegun(standing) ? [id] : [],
  )
  return definition.nodes.map((_, id) => {
    const after = findDescendants(definition.graph, [id])
    const begunAfter = begun.filter((other) => after.has(other))
    const from = counterparts[id] ?? NONE
    if (from === NONE)
      return fateOfNew(
        move,
        id,
        begunAfter.map((other) => standings[other]),
      )
    return begunAfter.length === 0 ? fateAtFront(move, id, from) : fateBehind(move, id, from)
  })
}

/** Old steps under way for which the new version has none (没有对应的在办环节). */
export function findOrphans(move: Move): readonly MatchFault[] {
  const { state, old, definition } = move
  const taken = new Set(definition.nodes.map((_, id) => findCounterpart(move, id)))
  return old.nodes.flatMap(({ name }, id) =>
    state.nodes[id] === NODE.running && !taken.has(id) ? [{ kind: 'running-without-counterpart', name }] : [],
  )
}

function standingOf(state: CaseState, from: number): NodeState {
  return state.nodes[from] ?? NODE.waiting
}

function isBegun(standing: NodeState): boolean {
  return standing === NODE.running || standing === NODE.done
}

function fateOfNew({ state, definition }: Move, id: number, begunAfter: readonly (NodeState | undefined)[]): NodeFate {
  const node = definition.nodes[id]
  const onlyAccepts = node?.step?.stages.every((stage) => stage === 'acceptance') ?? false
  if (onlyAccepts && state.ledger.acceptedOn !== undefined) return { kind: 'past' }
  if (begunAfter.length === 0) return { kind: 'open', from: NONE }
  // A choice that nobody made could not say which of its branches are dead.
  if (node?.kind !== 'choice' && begunAfter.includes(NODE.done)) return { kind: 'past' }
  return fault('inserted-before-running', node?.name)
}

/** Nothing after it has begun: what has not begun itself is judged anew, by the new rules. */
function fateAtFront({ state, definition }: Move, id: number, from: number): NodeFate {
  const isKept = definition.nodes[id]?.kind !== 'choice' && isBegun(standingOf(state, from))
  return isKept ? { kind: 'kept', from, branch: NO_BRANCH } : { kind: 'open', from }
}

/** Something after it has begun: it stays as it is, which only what is resolved can. */
function fateBehind({ state, old, definition }: Move, id: number, from: number): NodeFate {
  const node = definition.nodes[id]
  const standing = standingOf(state, from)
  if (standing < NODE.done) return fault('order-changed', node?.name)
  const taken = state.chosen[from] ?? NO_BRANCH
  if (node?.kind !== 'choice' || taken === NO_BRANCH) return { kind: 'kept', from, branch: NO_BRANCH }
  const target = old.graph.nodes[from]?.branches[taken]?.target
  const branch = definition.graph.nodes[id]?.branches.findIndex((other) => other.target === target) ?? NO_BRANCH
  return branch === NO_BRANCH ? fault('branch-gone', node.name) : { kind: 'kept', from, branch }
}

function fault(kind: MatchFault['kind'], name = ''): NodeFate {
  return { kind: 'fault', fault: { kind, name } }
}
