import type { Origin } from '../base/source-file.ts'
import type { Truth } from '../graph/evaluate-condition.ts'
import type { Assertion, Scenario } from '../model/scenario.ts'
import type { UnreadLine } from '../model/unread-scenarios.ts'

/** What really came out where a 用例 expects something (实际的结论). */
export interface Finding {
  /** Whether what was expected holds. */
  readonly truth: Truth
  /** What came out, in words. */
  readonly actual: string
  /** Where it is 待定: the facts that it waits for. */
  readonly neededFacts: readonly string[]
  /** The lines that it comes from. */
  readonly because: readonly Origin[]
}

/** One expectation of a 用例 with what came out. */
export interface CheckedAssertion extends Finding {
  readonly assertion: Assertion
  /** The expectation in words: 受理条件 满足. */
  readonly expected: string
  /** For which values it came out so, where the 用例 gives a range; empty otherwise. */
  readonly given: string
}

/** One 用例 as it was run. */
export interface ScenarioResult {
  /** The name of the matter or the 一件事. */
  readonly matter: string
  readonly isBundle?: true
  readonly file: string | undefined
  readonly scenario: Scenario
  readonly passed: boolean
  readonly checks: readonly CheckedAssertion[]
  /** Its lines with errors, on account of which it was not run (无法核对); empty where it was. */
  readonly unread: readonly UnreadLine[]
}
