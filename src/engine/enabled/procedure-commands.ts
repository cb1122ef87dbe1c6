import type { SpecialProcedure } from '../../model/flow.ts'
import { NODE } from '../case-state.ts'
import { type CaseView, type Doer, type Finding, openSteps, staffOf } from './case-view.ts'

/** 开始特别程序: one with a 位置 when it has its turn, one without between 受理 and 决定 where its 当 holds. */
export const startableProcedures: Finding = (view) => {
  const { definition, state } = view
  const { acceptedAt, decidedAt } = state.ledger
  const placed = definition.nodes.filter(
    ({ procedure }, id) => procedure !== undefined && state.nodes[id] === NODE.ready,
  )
  const floating = definition.floating.filter(
    ({ when }, place) =>
      acceptedAt !== undefined &&
      decidedAt === undefined &&
      !isUnderWay(view, place) &&
      (when === undefined || definition.truthOf(when, state.facts) === 'yes'),
  )
  return [...placed.flatMap(({ procedure }) => procedure ?? []), ...floating].flatMap((each) => offered(view, each))
}

/** 结束特别程序: what goes on. */
export const endableProcedures: Finding = (view) => {
  const { definition, state } = view
  const placed = definition.nodes.filter(
    ({ procedure }, id) => procedure !== undefined && state.nodes[id] === NODE.running,
  )
  const floating = definition.floating.filter((_, place) => isUnderWay(view, place))
  return [...placed.flatMap(({ procedure }) => procedure ?? []), ...floating].flatMap((each) => offered(view, each))
}

function isUnderWay({ state }: CaseView, place: number): boolean {
  return (state.floatingFrom[place] ?? 0) > 0 && (state.floatingTo[place] ?? 0) === 0
}

function offered(view: CaseView, procedure: SpecialProcedure) {
  return hosts(view, procedure).map((doer) => ({ ...doer, procedure: procedure.name }))
}

/** Whoever has the step of its 位置 in hand; without one, the steps under way, and who decides. */
function hosts(view: CaseView, { placement }: SpecialProcedure): readonly Doer[] {
  const { nodeOf, nodes, byStage } = view.definition
  let anchor = placement?.step
  while (anchor !== undefined) {
    const id = nodeOf.get(anchor)
    const node = id === undefined ? undefined : nodes[id]
    if (id !== undefined && node?.step !== undefined) return staffOf(view, [id])
    anchor = node?.procedure?.placement?.step
  }
  return staffOf(view, [...openSteps(view).map(([id]) => id), ...byStage.decision])
}
