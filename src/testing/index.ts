/**
 * The kit for test suites (测试工具): `zhengwu/testing`. Matchers for vitest that ask a matter, a workspace or a report
 * whether time is cut, targets are met and cases come out as expected; failures read like the report. Once in a setup file:
 *
 *     import { zhengwuMatchers } from 'zhengwu/testing'
 *     import { expect } from 'vitest'
 *     expect.extend(zhengwuMatchers)
 *
 * Arbitraries for fast-check are in `zhengwu/testing/arbitraries`.
 */

export type { AdmissionOptions, RejectionOptions } from './admit.ts'
export type { CompressOptions } from './compress.ts'
export type { Measurable, MeasureOptions } from './examine.ts'
export type { FinishOptions } from './finish.ts'
export { type MatcherContext, zhengwuMatchers } from './matchers.ts'
export type { MaterialOptions } from './materials.ts'
export type { GivenFacts, GivenValue } from './read-facts.ts'
export type { BasisWords, PercentWords } from './read-words.ts'
export type { SoundOptions } from './sound.ts'
export { matterIn, mattersIn, type TestedMatter } from './tested-matter.ts'
export type { MatcherResult } from './verdict.ts'
export type { ZhengwuMatchers } from './vitest.ts'
