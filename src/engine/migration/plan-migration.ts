import { failure, type Result, success } from '../../base/result.ts'
import { fitsFact } from '../../graph/fits-fact.ts'
import { NO_BRANCH } from '../../graph/flow-graph.ts'
import { type CaseState, NODE, type NodeState } from '../case-state.ts'
import type { EventOf } from '../event.ts'
import { advanceFlow } from '../flow/advance.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import type { Refusal } from '../refusal.ts'
import { findFloating, NONE, type Renamed } from './counterpart.ts'
import { findObstacle } from './find-obstacle.ts'
import { type Move, matchNodes, type NodeFate } from './match-nodes.ts'

/** How a case goes on under another version of its matter (改版方案), step by step. Names are those of the new version. */
export interface MigrationPlan {
  readonly from: string
  readonly to: string
  /** Steps that are done or under way and stay so. */
  readonly kept: readonly string[]
  /** Steps still to come. */
  readonly toCome: readonly string[]
  /** Steps of the new version that the case has come past: nobody makes up for them. */
  readonly past: readonly string[]
  /** Steps of the old version that the new one does not have. */
  readonly dropped: readonly string[]
  /** Answers that do not fit what the new version asks: they have to be given again. */
  readonly unfitFacts: readonly string[]
  /** What the event `migrated` says, and the nodes that are passed over right after it. */
  readonly migrated: Omit<EventOf<'migrated'>, 'v' | 'seq' | 'at' | 'by'>
  readonly passedOver: readonly number[]
}

/** What is done, under way or to be taken up. */
const STANDS: ReadonlySet<NodeState | undefined> = new Set([NODE.ready, NODE.running, NODE.done])

/**
 * Plans how a case goes on under another version of its matter (改版). What is done stays done, what is under way goes on,
 * what has not begun follows the new version. Refused where a step under way has no counterpart, or the new version wants
 * something before it that nobody has done.
 */
export function planMigration(
  state: CaseState,
  old: CaseDefinition,
  definition: CaseDefinition,
  renamed: Renamed = {},
): Result<MigrationPlan, Refusal> {
  const move: Move = { state, old, definition, renamed }
  const fates = matchNodes(move)
  const obstacle = findObstacle(move, fates)
  if (obstacle !== undefined) return failure(obstacle)
  const chosen = fates.map((fate) => (fate.kind === 'kept' ? fate.branch : NO_BRANCH))
  const from = keepReady(move, fates, chosen)
  const named = (isMeant: (fate: NodeFate, id: number) => boolean) =>
    definition.nodes.flatMap(({ kind, name }, id) => {
      const fate = fates[id]
      return kind !== 'choice' && fate !== undefined && isMeant(fate, id) ? [name] : []
    })
  return success({
    from: old.hash,
    to: definition.hash,
    kept: named((_, id) => STANDS.has(state.nodes[from[id] ?? NONE])),
    toCome: named((fate, id) => fate.kind === 'open' && from[id] === NONE),
    past: named(({ kind }) => kind === 'past'),
    dropped: droppedSteps(move, fates),
    unfitFacts: unfitFacts(move),
    migrated: {
      kind: 'migrated',
      definition: definition.hash,
      nodeCount: definition.nodes.length,
      floatingCount: definition.floating.length,
      from,
      chosen,
      floatingFrom: definition.floating.map(({ name }) => findFloating(move, name)),
    },
    passedOver: fates.flatMap(({ kind }, id) => (kind === 'past' ? [id] : [])),
  })
}

/** A step that is ready stays so, and its clock goes on, if it is its turn under the new version too. */
function keepReady({ state, definition }: Move, fates: readonly NodeFate[], chosen: readonly number[]): number[] {
  const nodes = fates.map((fate): NodeState => {
    if (fate.kind === 'past') return NODE.passedOver
    return fate.kind === 'kept' ? (state.nodes[fate.from] ?? NODE.waiting) : NODE.waiting
  })
  const ready = new Set(advanceFlow(definition, { nodes, chosen }, state.facts)?.ready)
  return fates.map((fate, id) => {
    if (fate.kind === 'kept') return fate.from
    const isStillReady = fate.kind === 'open' && ready.has(id) && state.nodes[fate.from] === NODE.ready
    return isStillReady ? fate.from : NONE
  })
}

function droppedSteps({ old }: Move, fates: readonly NodeFate[]): readonly string[] {
  const taken = new Set(fates.flatMap((fate) => ('from' in fate ? [fate.from] : [])))
  return old.nodes.flatMap(({ kind, name }, id) => (kind === 'choice' || taken.has(id) ? [] : [name]))
}

function unfitFacts({ state, definition }: Move): readonly string[] {
  return Object.entries(state.facts).flatMap(([name, value]) => {
    const fact = definition.facts.get(name)
    return fact === undefined || fitsFact(fact, value) ? [] : [name]
  })
}
