import { printNumber } from '../../base/print-number.ts'
import type { OfficeQueue, Queueing } from './capacity/limit-capacity.ts'

/** The order at an office in one sentence (排队的说法). */
export function describeQueue({ office, atOnce, steps, waits }: OfficeQueue): string {
  const head = `${office}最多同时办${atOnce}个环节`
  if (waits.length === 0) return `${head}：不用排队`
  if (atOnce === 1) return `${head}，依次办：${steps.join('、')}`
  return `${head}：${waits.map(({ step, after }) => `${step}等${after}`).join('，')}`
}

/** How good the order is (次序好不好): proven the shortest, or by which rule and how far from it at most. */
export function describeOrder({ isShortest, lowerBound, queues }: Queueing): string | undefined {
  if (queues.every(({ waits }) => waits.length === 0)) return undefined
  if (isShortest) return '试遍了各种次序，这样总时间最短。'
  const bound = lowerBound === null ? '' : `；不论怎样排，至少要${printNumber(lowerBound)}个工作日`
  return `环节多，没有试遍，按“后面还要办得最久的先办”排，不一定最短${bound}。`
}
