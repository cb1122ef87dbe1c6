import type { SpecialProcedure } from '../../model/flow.ts'
import { CLOCK_EFFECTS, type ClockEffect } from '../../model/terms.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import { findDeclaration, resolveName } from '../names/resolve-name.ts'
import { conditionOf } from './conditions.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { childOf, nameOf, termOf, textOf, valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'
import { lowerStepLimits } from './step-limits.ts'

/** What a 特别程序 does to the clocks unless the author says otherwise. Legal source: 行政许可法第四十五条. */
export const USUAL_PROCEDURE_CLOCK: ClockEffect = 'excluded'

/** One 特别程序. */
export function lowerSpecialProcedure(node: SyntaxNode, lowering: Lowering): SpecialProcedure | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const procedure: Draft<SpecialProcedure> = {
    name,
    limits: lowerStepLimits(node, 'specialProcedure.limit', lowering),
    clock: termOf(node, 'specialProcedure.clock', CLOCK_EFFECTS) ?? USUAL_PROCEDURE_CLOCK,
    ...lowerAnnotations(node, lowering),
  }
  setIfGiven(procedure, 'when', conditionOf(node, 'when', lowering))
  setIfGiven(procedure, 'placement', lowerPlacement(node, lowering))
  setIfGiven(procedure, 'notice', textOf(node, 'specialProcedure.notice'))
  return procedure
}

function lowerPlacement(node: SyntaxNode, lowering: Lowering): SpecialProcedure['placement'] {
  const placement = valueIn(childOf(node, 'specialProcedure.placement'), 'placement')
  const step = placement && resolvePlace(placement.step, lowering)
  return placement && step !== undefined ? { step, where: placement.where } : undefined
}

/** A step, or another special procedure. */
function resolvePlace(name: Name, lowering: Lowering): string | undefined {
  return findDeclaration(name, 'procedures', lowering)?.name.text ?? resolveName(name, 'steps', lowering)
}
