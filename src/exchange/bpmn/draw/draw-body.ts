import type { Duration } from '../../../calendar/duration.ts'
import { printDuration } from '../../../calendar/duration.ts'
import type { SpecialProcedure, Step } from '../../../model/flow.ts'
import { printLegalSource } from '../../../model/print-legal-source.ts'
import { drawSupplements } from './draw-supplements.ts'
import type { DrawnNode, PartOf } from './drawing.ts'
import { gateway, type LooseEnd, type Sketch } from './sketch.ts'
import type { Subject } from './subject.ts'

/**
 * Draws the work of a node (环节、特别程序) with what asks whether it is to be done; answers the flow that leaves it, or
 * nothing where the case ends with it.
 */
export function drawBody(subject: Subject, sketch: Sketch, id: number, arriving: LooseEnd): LooseEnd | undefined {
  const { graph, plan, laneOf, words, feel } = subject
  const runs = plan.nodes[id]?.runs ?? false
  const node = graph.nodes[id]
  if (runs === false || node === undefined || node.kind === 'choice') return arriving
  const lane = laneOf(id)
  if (runs === true) return drawWork(subject, sketch, id, arriving)
  const asked = sketch.add({ id: `Ask_${id}`, kind: 'exclusive', name: `要不要“${node.name}”？`, lane }, [arriving])
  const done = drawWork(subject, sketch, id, { ...asked, name: words(runs), condition: feel(runs), when: runs })
  const passed: LooseEnd = { ...asked, name: '不要', isDefault: true }
  return done === undefined ? passed : sketch.add(gateway(`Passed_${id}`, 'exclusive', lane), [done, passed])
}

function drawWork(subject: Subject, sketch: Sketch, id: number, arriving: LooseEnd): LooseEnd | undefined {
  const { graph, laneOf, stepOf, procedureOf, parts } = subject
  const lane = laneOf(id)
  const step = stepOf(id)
  const procedure = procedureOf(id)
  const name = graph.nodes[id]?.name ?? ''
  if (step === undefined) {
    return sketch.add(
      { id: `Procedure_${id}`, kind: 'procedure', name, lane, ...procedureParts(procedure, parts[id]) },
      [arriving],
    )
  }
  const task: DrawnNode = {
    id: `Step_${id}`,
    kind: step.modes.length === 1 && step.modes[0] === 'automatic' ? 'serviceTask' : 'userTask',
    name,
    lane,
    ...partOf(parts[id]),
    ...limitOf(step),
    documentation: describeStep(step),
  }
  const left = drawSupplements(subject, sketch, task, id, arriving)
  if (!step.terminates) return left
  const ending = step.outputs.length === 0 ? '终止办理' : subject.endName(id)
  sketch.add({ id: `Terminate_${id}`, kind: 'terminate', name: ending, lane }, [left])
  return undefined
}

function procedureParts(procedure: SpecialProcedure | undefined, part: PartOf | undefined): Partial<DrawnNode> {
  return {
    ...partOf(part),
    ...(procedure !== undefined && limitOf(procedure)),
    ...(procedure?.notice !== undefined && { notice: procedure.notice }),
    documentation: procedure?.notes ?? [],
  }
}

function partOf(part: PartOf | undefined): Pick<DrawnNode, 'part'> {
  return part === undefined ? {} : { part }
}

/** The limit without a condition, or else the first: what a timer can wait for. 即办 and 无法定时限 are no time to wait. */
export function limitOf({ limits }: Pick<Step, 'limits'>): { readonly limit?: Duration } {
  const limit = (limits.find(({ when }) => when === undefined) ?? limits[0])?.limit
  return limit === undefined || !('amount' in limit) || limit.amount === '0' ? {} : { limit }
}

/** What stands about a step in its shape (环节的说明文字). */
export function describeStep({ limits, reviewStandard, notes, sources }: Step): readonly string[] {
  return [
    ...(limits.length > 1 ? [`时限：${limits.map(({ limit }) => printDuration(limit)).join('、')}（按情形）`] : []),
    ...(reviewStandard === undefined ? [] : [`审查标准：${reviewStandard}`]),
    ...notes,
    ...sources.map((source) => `依据：${printLegalSource(source)}`),
  ]
}
