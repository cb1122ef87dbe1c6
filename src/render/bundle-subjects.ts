import type { SelectionMeasure } from '../analysis/bundle/measure-bundle.ts'

/** What is compared before and after, with how each is counted (四减、六减). */
export const BUNDLE_SUBJECTS: readonly (readonly [keyof SelectionMeasure['cuts'], string, string])[] = [
  ['time', '时限', '个工作日'],
  ['materials', '材料', '份'],
  ['steps', '办事环节', '个'],
  ['trips', '跑动', '次'],
  ['fields', '填写的信息', '项'],
  ['allSteps', '全部环节', '个'],
]
