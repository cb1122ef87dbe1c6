import type { Step } from '../../model/flow.ts'
import { CLOCK_EFFECTS, STAGES, STEP_MODES } from '../../model/terms.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { resolveName, resolveNames } from '../names/resolve-name.ts'
import { conditionOf } from './conditions.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { organisationOf } from './organisations.ts'
import { isYes, nameOf, namesOf, termOf, termsOf, textOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'
import { guessStages } from './stages.ts'
import { lowerStepLimits } from './step-limits.ts'
import { timeTakenOf } from './time-taken.ts'

/** One 环节 of 办理环节. */
export function lowerStep(node: SyntaxNode, lowering: Lowering): Step | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const stages = termsOf(node, 'step.stages', STAGES)
  const step: Draft<Step> = {
    kind: 'step',
    name,
    stages: stages.length > 0 ? stages : guessStages(name),
    limits: lowerStepLimits(node, 'step.limit', lowering),
    modes: termsOf(node, 'step.modes', STEP_MODES),
    outputs: resolveNames(namesOf(node, 'step.outputs'), 'outputs', lowering),
    collects: lowerCollected(node, lowering),
    terminates: isYes(node, 'step.terminates'),
    ...lowerAnnotations(node, lowering),
  }
  setIfGiven(step, 'role', textOf(node, 'step.role'))
  setIfGiven(step, 'department', organisationOf(node, 'step.department', lowering))
  setIfGiven(step, 'when', conditionOf(node, 'when', lowering))
  setIfGiven(step, 'timeTaken', timeTakenOf(node, 'step.timeTaken', lowering))
  setIfGiven(step, 'after', lowerPredecessors('step.after', node, lowering))
  setIfGiven(step, 'clock', termOf(node, 'step.clock', CLOCK_EFFECTS))
  setIfGiven(step, 'reviewStandard', textOf(node, 'step.reviewStandard'))
  if (isYes(node, 'step.mandatory')) step.mandatory = true
  setIfGiven(step, 'mandatoryAfter', lowerPredecessors('step.mandatoryAfter', node, lowering))
  return step
}

/** 前序, 法定前序; left out where no name of it is known, since an empty list would say that the step starts the flow. */
function lowerPredecessors(construct: string, node: SyntaxNode, lowering: Lowering): readonly string[] | undefined {
  const names = resolveNames(namesOf(node, construct), 'steps', lowering)
  return names.length > 0 ? names : undefined
}

/** 填写, without the facts whose declaration could not be used. */
function lowerCollected(node: SyntaxNode, lowering: Lowering): readonly string[] {
  return namesOf(node, 'step.collects').flatMap((name) => {
    const declared = resolveName(name, 'facts', lowering)
    return declared !== undefined && lowering.facts.has(name.key) ? [declared] : []
  })
}
