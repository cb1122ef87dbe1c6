import { assertNever } from '../base/assert-never.ts'
import { printNumber } from '../base/print-number.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Exclusion } from '../graph/compression.ts'
import type { Undecided } from '../graph/target-verdict.ts'
import { QUANTITIES, type Quantity } from '../model/terms.ts'
import { describeTarget } from './describe-target.ts'
import { describeExclusion } from './exclusion.ts'
import type { BrokenPromise } from './verify-bundles.ts'
import type { SelectionCheck } from './verify-selection.ts'
import type { TargetCheck, Verification } from './verify-targets.ts'

/** What `zw verify` has to say about targets (目标的诊断): ZW9004 for each that cannot be judged, in their order. */
export function findTargetProblems({ checks }: Verification): readonly Diagnostic[] {
  return checks.flatMap(reportUndecided)
}

/** ZW9004 */
function reportUndecided({ matter, isBundle, verdict, because }: TargetCheck): readonly Diagnostic[] {
  const { origin } = verdict.target
  if (verdict.kind === 'decided' || origin === undefined) return []
  const params = {
    goal: describeTarget(verdict.target),
    reason: describeExclusion(verdict.because),
    remedy: remedyOf(verdict.because),
  }
  const related = because
    .filter(({ file, span }) => file !== origin.file || span.start !== origin.span.start)
    .map((place) => ({ origin: place, text: '这里没有可以相比的时间' }))
  return [diagnose('ZW9004', params, origin, { related, context: `${isBundle ? '一件事' : '事项'}“${matter}” › 目标` })]
}

/** What `zw verify` has to say about promises of bundles: ZW9006 for each that cannot be kept. */
export function findBrokenPromises(broken: readonly BrokenPromise[]): readonly Diagnostic[] {
  return broken.flatMap(({ bundle, promised, needed, chain, origin }) => {
    if (origin === undefined) return []
    const params = { name: bundle, promised: printNumber(promised), needed: printNumber(needed), chain }
    return [diagnose('ZW9006', params, origin, { context: `一件事“${bundle}” › 承诺时限` })]
  })
}

/** What `zw verify` has to say about targets over several matters: ZW9005 for each whose 范围 chooses none. */
export function findSelectionProblems(checks: readonly SelectionCheck[]): readonly Diagnostic[] {
  return checks.flatMap(({ target: { name, origin }, selected, leftOut, among }) => {
    if (selected + leftOut.length > 0 || origin === undefined) return []
    return [diagnose('ZW9005', { name, count: among }, origin, { context: `目标“${name}”` })]
  })
}

function remedyOf(undecided: Undecided): string {
  if ('quantity' in undecided) return REMEDIES[undecided.because](undecided.quantity)
  switch (undecided.because) {
    case 'noBaseline':
      return '把调整以前的一版也写成一个“事项：”，名称相同，两版都写“施行：”；只作记载的，改成“备注：”'
    case 'uncounted':
      return undecided.side === 'parts'
        ? '给每个子项补上“到现场次数：”，或者写“基准：”里的“跑动：”'
        : `${undecided.side === 'before' ? '前一版' : ''}补上“到现场次数：”，如“到现场次数：1次”`
    case 'nothingBefore':
      return '原来没有的，减不出比例：删去这个目标'
    case 'badPercent':
      return '把目标写成百分数，如“不低于60%”'
    case 'faultyBundle':
      return '运行 zw bundle 一件事的名称，看是什么问题，先改好'
    case 'faultyMatter':
      return '运行 zw check，先把错误改好'
    default:
      return assertNever(undecided)
  }
}

const OTHER_BASIS = '换一个口径，如“原承诺时限→承诺时限”，或者删去这个目标'

const REMEDIES: Readonly<Record<Exclusion['because'], (quantity: Quantity) => string>> = {
  missing: (quantity) => `补上${WHERE[quantity] ?? `“${QUANTITIES[quantity]}：”`}；法律没有规定的，${OTHER_BASIS}`,
  unlimited: () => `没有期限就没有比例：${OTHER_BASIS}`,
  zero: () => `从0压减不出比例：${OTHER_BASIS}`,
  notForMatter: () => '单个事项的口径可以写“法定时限→承诺时限”；联办、分项之和写在一件事里',
}

/** What an author writes so that a quantity is there, where it has no line of its own name. */
const WHERE: Partial<Readonly<Record<Quantity, string>>> = {
  formerPromise: '调整以前的承诺时限，如“承诺时限：12个工作日（至2024年12月31日）”',
  criticalPath: '“办理环节：”',
  promisedSum: '“办理环节：”；一件事要补上各子项的“承诺时限：”',
  statutorySum: '各子项的“法定时限：”',
  baseline: '“基准：”里的“时限：”',
  bundlePromise: '“承诺时限：”，或者各子项的“办理环节：”',
}
