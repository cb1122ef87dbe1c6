import { failure, type Result, success } from '../base/result.ts'
import type { SpecialProcedure } from '../model/flow.ts'
import { NODE } from './case-state.ts'
import type { CaseWork } from './case-work.ts'
import { stepsUnderWay } from './find-step.ts'
import { refuseOthersThanStaffOf } from './permissions.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'

/** A special procedure of a case (特别程序): with its node where it has a 位置, else with its place among the floating ones. */
export interface FoundProcedure {
  readonly procedure: SpecialProcedure
  readonly at: { readonly node: number } | { readonly floating: number }
}

/** Finds a special procedure that the actor may start or end (找特别程序). */
export function findProcedure(work: CaseWork, name: string): Result<FoundProcedure, Refusal> {
  const { definition } = work
  const node = definition.nodeOf.get(name)
  const floating = definition.floatingOf.get(name)
  const placed = node === undefined ? undefined : definition.nodes[node]?.procedure
  const found: FoundProcedure | undefined =
    placed !== undefined && node !== undefined
      ? { procedure: placed, at: { node } }
      : floating === undefined
        ? undefined
        : floatingAt(work, floating)
  if (found === undefined) {
    const names = definition.matter.specialProcedures.map((each) => each.name)
    const help = names.length === 0 ? '事项没有规定特别程序' : `有：${names.join('、')}`
    return failure(refuse('unknown-procedure', `没有特别程序“${name}”`, help, { field: 'procedure', names }))
  }
  const refused = refuseOthersThanStaffOf(work, hosts(work, found))
  return refused === undefined ? success(found) : failure(refused)
}

function floatingAt({ definition }: CaseWork, floating: number): FoundProcedure | undefined {
  const procedure = definition.floating[floating]
  return procedure && { procedure, at: { floating } }
}

/** The steps whose staff have a procedure in hand: that of its 位置; without one those under way, and those that decide. */
function hosts(work: CaseWork, { procedure }: FoundProcedure): readonly number[] {
  const { definition } = work
  let anchor = procedure.placement?.step
  // A procedure may stand at another one; what stands in a circle has no place in the graph.
  for (let depth = 0; depth < definition.nodes.length && anchor !== undefined; depth++) {
    const id = definition.nodeOf.get(anchor)
    const node = id === undefined ? undefined : definition.nodes[id]
    if (id !== undefined && node?.step !== undefined) return [id]
    anchor = node?.procedure?.placement?.step
  }
  return [...stepsUnderWay(work), ...definition.byStage.decision]
}

/** Whether a procedure goes on (正在进行). */
export function isRunning({ state }: CaseWork, { at }: FoundProcedure): boolean {
  if ('node' in at) return state.nodes[at.node] === NODE.running
  return (state.floatingFrom[at.floating] ?? 0) > 0 && (state.floatingTo[at.floating] ?? 0) === 0
}
