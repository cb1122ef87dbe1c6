import { NODE } from '../case-state.ts'
import { findOpenStep } from '../find-step.ts'
import type { Handler } from '../handler.ts'
import { refuse } from '../refuse.ts'
import { emitStart } from '../step-events.ts'

/** 开始环节: what does not count (不计入) does not from here on. */
export const startStep: Handler<'startStep'> = (work, { step: name }) => {
  const found = findOpenStep(work, name)
  if (!found.ok) return found.error
  const { id } = found.value
  if (work.state.nodes[id] === NODE.running) {
    return refuse('step-not-ready', `“${name}”已经开始`, '办好以后请完成环节', { field: 'step', names: [name] })
  }
  emitStart(work, id)
  return undefined
}
