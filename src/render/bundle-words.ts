import type { BundleStep } from '../analysis/bundle/account-for-bundle.ts'
import { BASELINES } from '../analysis/bundle/bundle-json.ts'
import type { SelectionMeasure } from '../analysis/bundle/measure-bundle.ts'
import { printNumber } from '../base/print-number.ts'
import { compare } from '../base/rational.ts'
import type { Bundle } from '../model/bundle.ts'
import { LIMIT_POLICIES } from '../model/terms.ts'

/** What the time before is (以前按), as short as a cell of a table. */
export function beforeWord({ comparedWith }: SelectionMeasure): string {
  return comparedWith === null ? '—' : SHORT_NAMES[comparedWith]
}

const SHORT_NAMES = { stated: '基准', statutorySum: '法定之和', promisedSum: '承诺之和' } as const

/** What the time after is (以后按), as short as a cell of a table. */
export function afterWord({ limitPolicy = 'criticalPath' }: Bundle, { after }: SelectionMeasure): string {
  return after === 'promised' ? '承诺' : after === null ? '—' : LIMIT_POLICIES[limitPolicy]
}

/** 以前是公布的基准 */
export function beforeWords({ comparedWith }: SelectionMeasure): string | undefined {
  if (comparedWith === null) return undefined
  return `${comparedWith === 'stated' ? '公布的' : ''}${BASELINES[comparedWith]}`
}

/** 承诺时限, or 按“关键路径”算的 */
export function afterWords({ limitPolicy = 'criticalPath' }: Bundle, { after }: SelectionMeasure): string {
  return after === 'promised' ? '承诺时限' : `按“${LIMIT_POLICIES[limitPolicy]}”算的`
}

/** How the promise stands to what the steps take (承诺和测算): as long, with room, or too short to be kept. */
export interface PromiseStanding {
  readonly text: string
  /** It cannot be kept. */
  readonly tooShort: boolean
}

/** Says how the promise stands to the critical path; undefined where either is not known. */
export function promiseStanding({ promised, path }: SelectionMeasure): PromiseStanding | undefined {
  if (promised === null || path === undefined) return undefined
  const order = compare(promised, path.workdays)
  const needed = `${path.exact ? '' : '至多'}${printNumber(path.workdays)}个工作日`
  if (order < 0) return { text: `承诺${printNumber(promised)}个工作日，比算出来的${needed}短，办不到`, tooShort: true }
  if (order === 0) return { text: '承诺和算出来的关键路径一样长', tooShort: false }
  return { text: `测算可达：关键路径${needed}，比承诺短`, tooShort: false }
}

/** Why fewer steps were there in all than an applicant took part in: only a published number (基准) can be larger. */
export function stepsNote({ cuts: { steps, allSteps } }: SelectionMeasure): string | undefined {
  if (steps === null || allSteps === null || compare(steps.before, allSteps.before) <= 0) return undefined
  const [published, written] = [printNumber(steps.before), printNumber(allSteps.before)]
  return `以前的办事环节${published}个是公布的基准，口径可能更宽；全部环节${written}个是各事项在这里写出的，所以比它少`
}

/** Whether the dates of some steps rest on holidays that are not published yet (暂定). */
export function isProvisional(steps: readonly BundleStep[]): boolean {
  return steps.some(({ provisional }) => provisional === true)
}
