import type { Truth } from '../graph/evaluate-condition.ts'

/**
 * What a matcher found (判定): whether what was expected holds, and the words for either way of failing. What is 待定 fails
 * both with and without `.not`: nobody may take it for met, nor for missed.
 */
export interface Verdict {
  readonly truth: Truth
  /** What really is, as the report says it; the first line continues what was expected. */
  readonly actual: string
}

/** What vitest asks of a matcher (断言的结果). */
export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
}

/** A verdict as vitest takes it. `expected` is what was expected in words, and `refused` what `.not` expects. */
export function matcherResult(
  isNot: boolean | undefined,
  { truth, actual }: Verdict,
  expected: string,
  refused: string,
): MatcherResult {
  const pass = truth === 'unknown' ? isNot === true : truth === 'yes'
  const goal = isNot === true ? refused : expected
  return { pass, message: () => `期望${goal}，${truth === 'unknown' ? '无法核对：' : ''}${actual}` }
}
