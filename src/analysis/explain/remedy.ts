import type { FactValue } from '../../graph/fact-value.ts'

/** One fact as it would have to be (要改成什么). */
export interface FactChange {
  readonly fact: string
  /** What is known now; undefined where nothing is. */
  readonly from: FactValue | undefined
  /** The value that helps and is closest to it. */
  readonly to: FactValue
  /** All values that would help just as well: 150平方米以上. */
  readonly wanted: string
  /** 经营面积达到150平方米以上（现为80平方米）. */
  readonly sentence: string
}

/** One way in which the conditions of acceptance would be met (怎样才行). */
export interface Remedy {
  /** What would have to be different. */
  readonly changes: readonly FactChange[]
  /** What is not known yet and would have to turn out so. */
  readonly answers: readonly FactChange[]
  /** 经营面积达到150平方米以上（现为80平方米）. */
  readonly sentence: string
}
