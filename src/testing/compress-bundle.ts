import { bundleMatters } from '../analysis/bundle/bundle-matters.ts'
import { measureBundle } from '../analysis/bundle/measure-bundle.ts'
import { printAmount, printChange, printShare, reductionOf } from '../analysis/describe-target.ts'
import { describeExclusion } from '../analysis/exclusion.ts'
import { judgeBundleTarget } from '../analysis/judge-bundle-target.ts'
import { printBasis } from '../analysis/report-json.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { findUntimed } from '../graph/counted-time.ts'
import type { Facts } from '../graph/fact-value.ts'
import type { Target } from '../model/matter.ts'
import { citeLines } from './cite-lines.ts'
import { boundedTruth, type CompressOptions, doubtsAbout } from './compress.ts'
import { describePath, describeWorst } from './describe-path.ts'
import { originsOfSteps } from './examine.ts'
import { readFacts } from './read-facts.ts'
import { type PercentWords, readBasisWords, readPercent } from './read-words.ts'
import type { TestedMatter } from './tested-matter.ts'
import type { Verdict } from './verdict.ts'

/**
 * Whether a 一件事 cuts time by at least so much (一件事压减时限不低于): as a 目标 of it that `zw verify` judges, by 基准时限→联办承诺时限
 * unless the test says otherwise, for the combination of components that is cut least among those that the test leaves open.
 */
export function judgeBundleCompression(
  tested: TestedMatter,
  { bundle, components, partial }: CompiledBundle,
  asked: PercentWords,
  { given, basis, situation, countFrom, conversion, asOf = tested.asOf }: CompressOptions,
): Verdict {
  readPercent(asked)
  const unasked = situation === undefined ? countFrom && 'countFrom' : 'situation'
  if (unasked !== undefined) {
    throw new TypeError(
      `“${bundle.name}”是一件事，压减不能给“${unasked}”；哪种情形用“given”写，如“{ given: { 信息名称: '取值' } }”`,
    )
  }
  if (partial) return { truth: 'unknown', actual: '有错误，没有核算' }
  const facts: Facts = given === undefined ? new Map() : readFacts(tested.matter, given)
  const matters = new Map([...components].map(([name, { matter }]) => [name, matter]))
  const measures = measureBundle(bundle, bundleMatters(bundle, matters), matters, {
    asOf,
    ...(conversion !== undefined && { conversion }),
    ...(facts.size > 0 && { facts }),
  })
  const target: Target = {
    subject: 'time',
    sense: 'cut',
    operator: 'ge',
    percent: asked.slice(0, -1),
    ...(basis !== undefined && { basis: readBasisWords(basis) }),
  }
  const judged = judgeBundleTarget(bundle, measures, target)
  if (judged === undefined) return { truth: 'unknown', actual: '给定的情形一个子项也不办' }
  const { verdict } = judged
  const worst = describeWorst(judged.situation, facts)
  if (verdict.kind === 'undecided' || verdict.subject !== 'time') {
    const reason = verdict.kind === 'undecided' ? describeExclusion(verdict.because) : ''
    return { truth: 'unknown', actual: [reason, ...worst].join('\n  ') }
  }
  const { compression, met, shortfall } = verdict
  const { path } = compression.after
  const untimed = path === null ? [] : findUntimed(tested.graph).map(({ name }) => name)
  const reduction = reductionOf(verdict)
  const lacking = met ? '' : `，还差${printAmount(shortfall, 'time')}`
  const promises = path === null ? bundle.promisedLimits.map(({ origin }) => origin) : []
  const lines = [
    `实际${printShare(target, reduction.ratio)}%（${printChange(reduction, 'time')}${lacking}）`,
    `口径 ${printBasis(verdict.basis)}`,
    ...(path === null ? [] : [describePath(path)]),
    ...worst,
    ...(path === null ? [] : doubtsAbout(path.exact, untimed)),
    ...citeLines([bundle.baseline?.origin, ...promises, ...originsOfSteps(tested.matter, path)], tested.sources),
  ]
  return { truth: boundedTruth(met, compression, untimed), actual: lines.join('\n  ') }
}
