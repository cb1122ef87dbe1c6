import { compare, type Rational } from '../base/rational.ts'
import type { TimeLimit } from '../model/time-limit.ts'
import type { Measuring } from './measuring.ts'
import type { PathResult } from './path-result.ts'

/** A promise that the steps of the same situation cannot keep (做不到的承诺). */
export interface OverrunPromise {
  readonly rule: TimeLimit
  /** Unit: workdays. */
  readonly promised: Rational
  /** Over all listed steps, as guides count. */
  readonly path: PathResult
}

/** The promises that are shorter than their steps (承诺短于环节). */
export function overrunPromises(measuring: Measuring): readonly OverrunPromise[] {
  return measuring.promised().flatMap(({ rule, workdays: promised, situations }) => {
    const path = promised && measuring.pathIn(situations)
    // An upper bound proves nothing: only a path that some situation really takes is held against the promise.
    return promised && path?.exact === true && compare(path.workdays, promised) > 0 ? [{ rule, promised, path }] : []
  })
}
