import type {} from 'vitest'
import type { AdmissionOptions, RejectionOptions } from './admit.ts'
import type { CompressOptions } from './compress.ts'
import type { FinishOptions } from './finish.ts'
import type { MaterialOptions } from './materials.ts'
import type { GivenFacts } from './read-facts.ts'
import type { PercentWords } from './read-words.ts'
import type { SoundOptions } from './sound.ts'

/** The matchers as `expect(…)` has them after `expect.extend(zhengwuMatchers)` (断言). */
export interface ZhengwuMatchers<R = void> {
  /**
   * 压减时限不低于: `expect(matter).toCompressBy('60%')`, by 法定时限→承诺时限 unless `basis` says otherwise, in the worst
   * situation unless `given` or `situation` names one. A workspace: each of its matters, or `over: '合计'` their sum. A 一件事: by
   * 基准时限→联办承诺时限, as its 目标, for whom it is cut least.
   */
  toCompressBy: (percent: PercentWords, options?: CompressOptions) => R
  /** 在时限内办完: `expect(matter).toFinishWithin('8个工作日')`, in the worst situation or with `{ given: { 经营面积: 55 } }`. */
  toFinishWithin: (limit: string, options?: FinishOptions) => R
  /** 没有错误: the text has no errors and the flow comes to a result in every situation. Missed targets are none. */
  toBeSound: (options?: SoundOptions) => R
  /** 目标都达到: every 目标 that is written there, those of 一件事 too; it fails where there is none. */
  toMeetTargets: () => R
  /** 用例都成立: every 用例 that is written there, those of 一件事 too; it fails where there is none. */
  toPassScenarios: () => R
  /** 所需材料为: exactly these must be handed in, in the case that is `given`. */
  toNeedMaterials: (names: readonly string[], options?: MaterialOptions) => R
  /** 受理条件满足: for a case with these facts. */
  toAccept: (given: GivenFacts, options?: AdmissionOptions) => R
  /** 受理条件不满足: for a case with these facts, and `because` of conditions that may be named. */
  toReject: (given: GivenFacts, options?: RejectionOptions) => R
}

declare module 'vitest' {
  // The type parameters are those of vitest, of which each declaration must repeat all.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends ZhengwuMatchers<R> {}
}
