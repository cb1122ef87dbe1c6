import type { CompiledWorkspace } from '../compile/compiled.ts'
import { type AdmissionOptions, judgeAcceptance, judgeRejection, type RejectionOptions } from './admit.ts'
import { type CompressOptions, judgeCompression } from './compress.ts'
import { judgeBundleCompression } from './compress-bundle.ts'
import type { Measurable } from './examine.ts'
import { type FinishOptions, judgeFinish } from './finish.ts'
import { judgeMaterials, type MaterialOptions } from './materials.ts'
import type { GivenFacts } from './read-facts.ts'
import type { PercentWords } from './read-words.ts'
import { requireOptions } from './require-options.ts'
import { requireMatter, requireSubject } from './require-subject.ts'
import { judgeScenarios } from './scenarios.ts'
import { judgeSoundness, type SoundOptions } from './sound.ts'
import { unlessFaulty } from './standing-errors.ts'
import { judgeTargets } from './targets.ts'
import type { TestedMatter } from './tested-matter.ts'
import { matcherResult } from './verdict.ts'

/** What vitest tells a matcher of how it is called (断言的上下文). */
export interface MatcherContext {
  readonly isNot?: boolean
}

/**
 * The matchers for `expect.extend` (断言): each asks one question of a matter, a workspace or a report, and its failure reads
 * like the report. What cannot be decided fails, with `.not` too; so does what rests on lines with errors.
 */
export const zhengwuMatchers = {
  toCompressBy(this: MatcherContext, received: Measurable, percent: PercentWords, options: CompressOptions = {}) {
    requireOptions(options, COMPRESS_OPTIONS)
    const what = `${subjectOf(received, options.over)}压减时限`
    const bundle = 'bundle' in received ? received.bundle : undefined
    const judged =
      bundle !== undefined && 'graph' in received
        ? judgeBundleCompression(received, bundle, percent, options)
        : judgeCompression(received, percent, options)
    const verdict = unlessFaulty(received, judged)
    return matcherResult(this.isNot, verdict, `${what}不低于${percent}`, `${what}低于${percent}`)
  },
  toFinishWithin(this: MatcherContext, received: Measurable, limit: string, options: FinishOptions = {}) {
    requireOptions(options, MEASURE_OPTIONS)
    const what = subjectOf(received)
    const verdict = unlessFaulty(received, judgeFinish(received, limit, options))
    return matcherResult(this.isNot, verdict, `${what}在${limit}内办完`, `${what}在${limit}内办不完`)
  },
  toBeSound(this: MatcherContext, received: TestedMatter | CompiledWorkspace, options: SoundOptions = {}) {
    requireOptions(options, ['denyWarnings'] satisfies (keyof SoundOptions)[])
    const what = subjectOf(received, '工作区')
    const faults = options.denyWarnings === true ? '错误和警告' : '错误'
    return matcherResult(this.isNot, judgeSoundness(received, options), `${what}没有${faults}`, `${what}有${faults}`)
  },
  toMeetTargets(this: MatcherContext, received: Measurable) {
    const what = `${subjectOf(received, '全部')}的目标`
    return matcherResult(
      this.isNot,
      unlessFaulty(received, judgeTargets(received)),
      `${what}都达到`,
      `${what}有没有达到的`,
    )
  },
  toPassScenarios(this: MatcherContext, received: TestedMatter | CompiledWorkspace) {
    const what = `${subjectOf(received, '全部')}的用例`
    return matcherResult(
      this.isNot,
      unlessFaulty(received, judgeScenarios(received)),
      `${what}都成立`,
      `${what}有不成立的`,
    )
  },
  toNeedMaterials(
    this: MatcherContext,
    received: TestedMatter,
    names: readonly string[],
    options: MaterialOptions = {},
  ) {
    requireMatter(received)
    requireOptions(options, ['given', 'submitted'] satisfies (keyof MaterialOptions)[])
    const [what, list] = [subjectOf(received), names.length === 0 ? '无' : names.join('、')]
    const verdict = unlessFaulty(received, judgeMaterials(received, names, options))
    return matcherResult(this.isNot, verdict, `${what}的所需材料为${list}`, `${what}的所需材料不是${list}`)
  },
  toAccept(this: MatcherContext, received: TestedMatter, given: GivenFacts, options: AdmissionOptions = {}) {
    requireMatter(received)
    requireOptions(options, ['judgements'] satisfies (keyof AdmissionOptions)[])
    const what = subjectOf(received)
    const verdict = unlessFaulty(received, judgeAcceptance(received, given, options))
    return matcherResult(this.isNot, verdict, `${what}的受理条件满足`, `${what}的受理条件不满足`)
  },
  toReject(this: MatcherContext, received: TestedMatter, given: GivenFacts, options: RejectionOptions = {}) {
    requireMatter(received)
    requireOptions(options, ['judgements', 'because'] satisfies (keyof RejectionOptions)[])
    const what = subjectOf(received)
    const because = options.because ?? []
    const reasons = because.length === 0 ? undefined : because.join('、')
    const verdict = unlessFaulty(received, judgeRejection(received, given, options))
    const expected = `${what}的受理条件不满足${reasons === undefined ? '' : `，因为${reasons}`}`
    const refused = reasons === undefined ? `${what}的受理条件满足` : `${what}不是因为${reasons}而不受理`
    return matcherResult(this.isNot, verdict, expected, refused)
  },
}

const MEASURE_OPTIONS = [
  'given',
  'situation',
  'asOf',
  'countFrom',
  'conversion',
] as const satisfies readonly (keyof FinishOptions)[]

const COMPRESS_OPTIONS = [
  ...MEASURE_OPTIONS,
  'basis',
  'over',
  'allowUnmeasured',
] as const satisfies readonly (keyof CompressOptions)[]

/** The name of the matter; of several the word that stands for them. */
function subjectOf(received: Measurable, several = '每项'): string {
  requireSubject(received)
  return 'matter' in received ? `“${received.matter.name}”` : several
}
