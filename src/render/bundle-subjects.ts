import type { SelectionMeasure } from '../analysis/bundle/measure-bundle.ts'

/** What is compared before and after, with how each is counted (四减、六减). */
export const BUNDLE_SUBJECTS: readonly (readonly [keyof SelectionMeasure['cuts'], string, string])[] = [
  ['time', '时限', '个工作日'],
  ['materials', '材料', '份'],
  ['steps', '办事环节', '个'],
  ['trips', '跑动', '次'],
  ['fields', '填写的信息', '项'],
  ['allSteps', '全部环节', '个'],
  ['fees', '费用', '元'],
]

/** Whether there is anything to tell of a subject: a fee where one is known to be charged, the rest always. */
export function isTold(subject: keyof SelectionMeasure['cuts'], { cuts }: SelectionMeasure): boolean {
  return subject !== 'fees' || (cuts.fees !== null && cuts.fees.before.num > 0n)
}
