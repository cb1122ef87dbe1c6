import { current, type Draft } from 'immer'
import type { Matter } from '../../model/matter.ts'
import { type FlowOrder, type Link, readOrder, setAfter, stepOf, withoutAfter, writeOrder } from './flow-order.ts'

/**
 * The order without a step: what followed it follows what came before it (取消一个环节之后的次序). Undefined where a step
 * waited for this one, with which the case begins, and for others: it would no longer run when the others do not.
 */
function orderWithout(before: FlowOrder, name: string): FlowOrder | undefined {
  const own = before.get(name) ?? []
  const wanted: FlowOrder = new Map()
  for (const [other, links] of before) {
    if (other === name) continue
    const left = links.flatMap((link): readonly Link[] => (link.name === name ? own : [link]))
    if (own.length === 0 && left.length > 0 && left.length < links.length) return undefined
    wanted.set(other, left)
  }
  return wanted
}

/**
 * Takes steps out of the flow (取消环节).
 *
 * @returns false where the order that is left cannot be written
 */
export function takeAway(draft: Draft<Matter>, names: readonly string[]): boolean {
  for (const name of names) {
    if (stepOf(draft, name) === undefined) continue
    const wanted = orderWithout(readOrder(current(draft)), name)
    dropStep(draft, name)
    if (wanted === undefined || !writeOrder(draft, wanted)) return false
  }
  return true
}

/**
 * Moves steps behind the decision, off the main clock (告知承诺的事后核查): the decision and what follows it wait no more.
 *
 * @returns false where there is no decision, or the order cannot be written
 */
export function moveBehindDecision(draft: Draft<Matter>, names: readonly string[]): boolean {
  for (const name of names) {
    const step = stepOf(draft, name)
    if (step === undefined) continue
    const decision = draft.flow.find((item) => item.kind === 'step' && item.stages.includes('decision'))
    if (decision?.kind !== 'step' || decision.name === name) return false
    const wanted = orderWithout(readOrder(current(draft)), name)
    if (wanted === undefined) return false
    wanted.set(name, [{ name: decision.name, branch: -1 }])
    dropStep(draft, name)
    step.clock = 'ownClock'
    step.after = [decision.name]
    draft.flow.splice(draft.flow.indexOf(decision) + 1, 0, step)
    if (!writeOrder(draft, wanted)) return false
  }
  return true
}

/**
 * Moves steps before the acceptance (前移): the acceptance waits for them, and the statutory clock does not count them.
 *
 * @returns false where there is no acceptance, or the order cannot be written
 */
export function moveBeforeAcceptance(draft: Draft<Matter>, names: readonly string[]): boolean {
  for (const name of names) {
    const step = stepOf(draft, name)
    if (step === undefined) continue
    const acceptance = draft.flow.find((item) => item.kind === 'step' && item.stages.includes('acceptance'))
    if (acceptance?.kind !== 'step' || acceptance.name === name) return false
    const wanted = orderWithout(readOrder(current(draft)), name)
    if (wanted === undefined) return false
    wanted.set(name, wanted.get(acceptance.name) ?? [])
    wanted.set(acceptance.name, [{ name, branch: -1 }])
    dropStep(draft, name)
    draft.flow.splice(draft.flow.indexOf(acceptance), 0, withoutAfter(step))
    if (!writeOrder(draft, wanted)) return false
  }
  return true
}

/** Removes the item of a step, and its name from 前序 and 并联. */
function dropStep(draft: Draft<Matter>, name: string): void {
  draft.flow = draft.flow.filter((item) => {
    if (item.kind !== 'parallel') return item.name !== name
    if (item.steps.includes(name)) item.steps = item.steps.filter((other) => other !== name)
    return item.steps.length > 1
  })
  for (const item of [...draft.flow]) {
    if (item.kind !== 'step' || item.after?.includes(name) !== true) continue
    setAfter(
      draft,
      item.name,
      item.after.filter((other) => other !== name),
    )
  }
}
