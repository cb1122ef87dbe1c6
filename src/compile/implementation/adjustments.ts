import { printDuration } from '../../calendar/duration.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Step, StepLimit } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { Draft } from '../lower/draft.ts'
import { organisationOf } from '../lower/organisations.ts'
import { childOf, childrenOf, nameOf, originOf, textOf } from '../lower/read-node.ts'
import { lowerAnnotations } from '../lower/sources.ts'
import { lowerStepLimits } from '../lower/step-limits.ts'
import { timeTakenOf } from '../lower/time-taken.ts'
import { resolveName } from '../names/resolve-name.ts'
import { findLonger, inheritLimits } from './longer.ts'
import { isAllowed, type Refining } from './refining.ts'

/** 调整环节: shorter limits need 环节时限只减不增; who does the work, and how long it really takes, is for the place itself to say. */
export function applyAdjustments(draft: Draft<Matter>, refining: Refining): void {
  const { block, lowering } = refining
  for (const line of childrenOf(block, 'adjustment')) {
    const listed = nameOf(line)
    const name = listed && resolveName(listed, 'steps', lowering)
    const step = draft.flow.find((item) => item.kind === 'step' && item.name === name)
    if (step?.kind !== 'step') continue
    if (!line.children.some(({ construct }) => construct.startsWith('adjustment.'))) {
      const params = { entry: `调整环节“${step.name}”`, keyword: '时限', purpose: '请写明这个环节在本地要多久' }
      lowering.report(diagnose('ZW2007', params, originOf(lowering.source, line)))
      continue
    }
    const adjusted = adjust(step, line, refining)
    draft.flow = draft.flow.map((item) => (item === step ? adjusted : item))
  }
}

function adjust(step: Step, line: SyntaxNode, refining: Refining): Step {
  const { lowering } = refining
  const { notes } = lowerAnnotations(line, lowering)
  const role = textOf(line, 'adjustment.role') ?? step.role
  const department = organisationOf(line, 'adjustment.department', lowering) ?? step.department
  const timeTaken = timeTakenOf(line, 'adjustment.timeTaken', lowering) ?? step.timeTaken
  return {
    ...step,
    limits: adjustLimits(step, lowerStepLimits(line, 'adjustment.limit', lowering), line, refining),
    ...(timeTaken !== undefined && { timeTaken }),
    ...(role !== undefined && { role }),
    ...(department !== undefined && { department }),
    notes: [...step.notes, ...notes],
    origin: originOf(lowering.source, line),
  }
}

function adjustLimits(
  step: Step,
  limits: readonly StepLimit[],
  line: SyntaxNode,
  refining: Refining,
): readonly StepLimit[] {
  const [first] = limits
  if (first === undefined) return step.limits
  const longer = findLonger(limits, step.limits)
  const limit = longer?.local ?? first
  const above = longer?.above ?? step.limits[0]
  if (longer === undefined && above !== undefined && printDuration(above.limit) === printDuration(limit.limit)) {
    return step.limits
  }
  const deviation = {
    element: 'stepLimits',
    direction: longer === undefined ? 'down' : 'free',
    what: `环节“${step.name}”的时限`,
    from: above === undefined ? '没有规定' : printDuration(above.limit),
    to: printDuration(limit.limit),
    place: limit.origin ?? originOf(refining.lowering.source, childOf(line, 'adjustment.limit') ?? line),
    against: above?.origin ?? step.origin,
  } as const
  return isAllowed(deviation, refining) ? inheritLimits(limits, step.limits) : step.limits
}
