import { allOf } from '../graph/truth.ts'
import type { Verdict } from './verdict.ts'

/** One matter of several with what was found of it. */
export interface NamedVerdict extends Verdict {
  readonly name: string
}

/** Several matters as one verdict (合并判定): how many fail in which way, and each of those with its own words. */
export function describeEach(verdicts: readonly NamedVerdict[], good: string, bad: string): Verdict {
  const failing = verdicts.filter(({ truth }) => truth !== 'yes')
  const open = failing.filter(({ truth }) => truth === 'unknown').length
  const counts = [
    ...(failing.length > open ? [`${bad}${failing.length - open}项`] : []),
    ...(open > 0 ? [`无法核对${open}项`] : []),
  ]
  const told = failing.map(({ name, truth, actual }) => {
    const words = `${truth === 'unknown' ? '无法核对，' : ''}${actual}`
    return `${name}：${words.replaceAll('\n', '\n  ')}`
  })
  const head = `${verdicts.length}项里${failing.length === 0 ? good : counts.join('、')}`
  return { truth: allOf(verdicts.map(({ truth }) => truth)), actual: [head, ...told].join('\n  ') }
}
