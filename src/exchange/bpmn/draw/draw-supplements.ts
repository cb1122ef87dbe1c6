import { printDuration } from '../../../calendar/duration.ts'
import type { Supplement } from '../../../model/flow.ts'
import type { DrawnNode } from './drawing.ts'
import { gateway, type LooseEnd, type Sketch } from './sketch.ts'
import type { Subject } from './subject.ts'

/** The variable that says which 补正 is asked for; nobody sets it where none is. */
const ASKED = '要求补正'

/** Ends that a 补正 left undone may have (逾期). */
const ENDINGS = { terminate: '终止办理', withdraw: '视为撤回申请', refuse: '不予受理' } as const

/**
 * Draws a task with the loops of its 补正 (裁定 26): told at once what is missing, the applicant hands it in and the step is done
 * again, or the time for it runs out. Answers the flow that goes on.
 */
export function drawSupplements(
  { matter, graph }: Subject,
  sketch: Sketch,
  task: DrawnNode,
  id: number,
  arriving: LooseEnd,
): LooseEnd {
  const own = matter.supplements.flatMap((supplement, index) =>
    hostOf(supplement, graph.nodes) === id ? [{ supplement, index }] : [],
  )
  if (own.length === 0) return sketch.add(task, [arriving])
  const { lane } = task
  const again = gateway(`Again_${id}`, 'exclusive', lane)
  const work = sketch.add(task, [sketch.add(again, [arriving])])
  const asked = sketch.add({ id: `Missing_${id}`, kind: 'exclusive', name: '材料要补正吗？', lane }, [work])
  const goOn: LooseEnd[] = [{ ...asked, name: '不用', isDefault: true }]
  for (const { supplement, index } of own) {
    const name = own.length === 1 ? '要补正' : supplement.name
    const told = sketch.add(
      {
        id: `Notice_${index}`,
        kind: 'sendTask',
        name: `一次告知：${supplement.name}`,
        lane,
        part: { list: 'supplements', index },
        ...(supplement.noticeLimit !== undefined &&
          'amount' in supplement.noticeLimit && { limit: supplement.noticeLimit }),
      },
      [{ ...asked, name, condition: `${ASKED} = ${JSON.stringify(supplement.name)}` }],
    )
    const late = drawWaiting(sketch, supplement, index, again, told)
    if (late !== undefined) goOn.push(late)
  }
  const [only, ...others] = goOn
  return only !== undefined && others.length === 0 ? only : sketch.add(gateway(`GoOn_${id}`, 'exclusive', lane), goOn)
}

/** Waits for what is missing; answers the flow that goes on without it, where that is how it ends. */
function drawWaiting(
  sketch: Sketch,
  { name, supplementLimit, overdue }: Supplement,
  index: number,
  again: DrawnNode,
  told: LooseEnd,
): LooseEnd | undefined {
  const { lane } = again
  const hasTimer = overdue !== undefined && supplementLimit !== undefined && 'amount' in supplementLimit
  const wait = hasTimer ? sketch.add({ id: `Wait_${index}`, kind: 'eventBased', name: '', lane }, [told]) : told
  const received = sketch.add({ id: `Received_${index}`, kind: 'messageCatch', name: `收到材料：${name}`, lane }, [
    wait,
  ])
  sketch.flows.push({ ...received, id: `Flow_again_${index}`, to: again.id, isBack: true })
  if (!hasTimer) return undefined
  const limit = supplementLimit
  const title = `满${printDuration(limit)}没有补正`
  const late = sketch.add({ id: `Late_${index}`, kind: 'timerCatch', name: title, lane, limit }, [wait])
  if (overdue === 'continue') return late
  sketch.add({ id: `Overdue_${index}`, kind: 'terminate', name: ENDINGS[overdue], lane }, [late])
  return undefined
}

/** The step that a 补正 belongs to: the one it names, or else 受理. */
function hostOf(
  { step }: Supplement,
  nodes: readonly { readonly kind: string; readonly name: string; readonly stages: readonly string[] }[],
): number {
  return nodes.findIndex(
    ({ kind, name, stages }) => kind === 'step' && (step === undefined ? stages.includes('acceptance') : name === step),
  )
}
