import { printDuration } from '../calendar/duration.ts'
import type { TimeTaken } from './time-taken.ts'

/** Writes the real time of a step as the language does: 最短1个工作日，最可能2个工作日，最长5个工作日; 1、1、2个工作日; 1个工作日12件、2个工作日3件. */
export function printTimeTaken(taken: TimeTaken): string {
  const length = (amount: string) => printDuration({ unit: taken.unit, amount })
  if (taken.kind === 'estimated') {
    const { least, likely, most } = taken
    return `最短${length(least)}，最可能${length(likely)}，最长${length(most)}`
  }
  const { times } = taken
  if (times.some(({ cases }) => cases !== undefined)) {
    return times.map(({ amount, cases }) => `${length(amount)}${cases === undefined ? '' : `${cases}件`}`).join('、')
  }
  return times.map(({ amount }, index) => (index === times.length - 1 ? length(amount) : amount)).join('、')
}
