import { printRational } from '../base/rational.ts'
import { lineStarts, type Origin, positionAt, type SourceFile } from '../base/source-file.ts'
import { printSituation } from '../graph/situation.ts'
import { TARGET_SUBJECTS } from '../model/terms.ts'
import { printShare, reductionOf } from './describe-target.ts'
import { describeExclusion } from './exclusion.ts'
import { shortfallToJson } from './report-json.ts'
import type { ScenarioResult } from './scenario-result.ts'
import type { BrokenPromise } from './verify-bundles.ts'
import type { ScenarioVerification } from './verify-scenarios.ts'
import type { SelectionCheck } from './verify-selection.ts'
import type { Excluded, SumCheck } from './verify-sum.ts'
import type { TargetCheck, TargetTally, Verification } from './verify-targets.ts'

/** How many were left out because only some of the matters were looked at (只看一部分事项时没有核对的). */
export interface Unchecked {
  /** 目标 over several matters. */
  readonly selections: number
  /** 一件事 that have targets, a promise or 用例. */
  readonly bundles: number
}

/** What `zw verify` found: targets and scenarios (核验结果). */
export interface VerifyOutcome {
  readonly targets: Verification
  readonly scenarios: ScenarioVerification
  /** The day whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf?: string | undefined
  /** Errors in the files, on account of which parts were not verified; a missed target is none. */
  readonly errors: number
  /** The 目标 over several matters. */
  readonly selections?: readonly SelectionCheck[] | undefined
  /** The target on the sum of the matters, where one was asked for. */
  readonly sum?: SumCheck | undefined
  /** 承诺时限 of bundles that their steps do not allow. */
  readonly brokenPromises?: readonly BrokenPromise[] | undefined
  /** Nothing is left out where it is undefined. */
  readonly unchecked?: Unchecked | undefined
}

/** True where every target is met and every scenario holds, in files without errors (全部成立). */
export function isVerified(outcome: VerifyOutcome): boolean {
  const { missed, undecided } = tallyOf(outcome)
  const broken = outcome.brokenPromises?.length ?? 0
  return missed + undecided + broken + outcome.scenarios.failed + outcome.errors === 0
}

/** True where there is neither a target nor a scenario, so that nothing has been proven (没有可以核对的). */
export function isEmptyOutcome({ targets, scenarios, selections = [], sum }: VerifyOutcome): boolean {
  return sum === undefined && targets.checks.length + scenarios.results.length + selections.length === 0
}

/** How all targets came out, those of single matters, of several and of sums (目标的统计). */
function tallyOf({ targets, selections = [], sum }: VerifyOutcome): TargetTally {
  const asked = { met: sum?.met === true ? 1 : 0, missed: sum?.met === false ? 1 : 0, undecided: 0 }
  const tallies: readonly TargetTally[] = [targets, ...selections, asked]
  const count = (what: keyof TargetTally) => tallies.reduce((total, each) => total + each[what], 0)
  return { met: count('met'), missed: count('missed'), undecided: count('undecided') }
}

/**
 * The outcome as stable JSON (`zw/verify/1`). `passed` and `failed` count targets and scenarios together; those that are
 * `undecided`, or were not run for errors in their lines, are among the failed, and so are promises of 一件事 that cannot be kept.
 */
export function verifyToJson(outcome: VerifyOutcome, sources: readonly SourceFile[]) {
  const { targets, scenarios, errors, selections = [], sum, brokenPromises = [] } = outcome
  const { met, missed, undecided } = tallyOf(outcome)
  const places = locateIn(sources)
  return {
    schema: 'zw/verify/1',
    asOf: outcome.asOf ?? null,
    targets: targets.checks.map((check) => targetToJson(check, places)),
    scenarios: scenarios.results.map((result) => scenarioToJson(result, places)),
    selections: selections.map((selection) => selectionToJson(selection, places)),
    sum: sum === undefined ? null : sumToJson(sum, places),
    brokenPromises: brokenPromises.map((broken) => brokenToJson(broken, places)),
    passed: met + scenarios.passed,
    failed: missed + undecided + scenarios.failed + brokenPromises.length,
    undecided: undecided + scenarios.unread,
    errors,
    unchecked: outcome.unchecked ?? { selections: 0, bundles: 0 },
  }
}

function selectionToJson(check: SelectionCheck, places: Places) {
  const { target, file = null, isFaulty, among, selected, leftOut, each, total } = check
  const place = target.origin && places(target.origin)
  return {
    name: target.name,
    file: place?.file ?? file,
    line: place?.line ?? null,
    faulty: isFaulty,
    among,
    selected,
    leftOut: leftOut.map(excludedToJson),
    each: each.map((one) => targetToJson(one, places)),
    total: total.map((sum) => sumToJson(sum, places)),
    met: check.missed + check.undecided === 0,
  }
}

function sumToJson({ target, sums, included, excluded, met, shortfall, laggards }: SumCheck, places: Places) {
  return {
    kind: TARGET_SUBJECTS[target.subject],
    sense: target.sense,
    operator: target.operator,
    required: target.percent,
    actual: sums === null ? null : printShare(target, sums.ratio),
    before: sums === null ? null : printRational(sums.before),
    after: sums === null ? null : printRational(sums.after),
    met,
    shortfall: shortfall === null ? null : shortfallToJson(shortfall, target.subject),
    included,
    excluded: excluded.map(excludedToJson),
    laggards: laggards.map(({ matter, file, origin, shortfall: lacks }) => {
      const place = origin && places(origin)
      return {
        name: matter,
        file: place?.file ?? file ?? null,
        line: place?.line ?? null,
        text: place?.text ?? null,
        shortfall: shortfallToJson(lacks, target.subject),
      }
    }),
  }
}

function brokenToJson({ bundle, file, promised, needed, chain, origin }: BrokenPromise, places: Places) {
  const place = origin && places(origin)
  return {
    bundle,
    file: place?.file ?? file ?? null,
    line: place?.line ?? null,
    promised: printRational(promised),
    needed: printRational(needed),
    chain,
  }
}

function excludedToJson({ matter, because }: Excluded) {
  return { name: matter, reason: describeExclusion(because) }
}

type Places = (origin: Origin) => { readonly file: string; readonly line: number; readonly text: string }

/** Lines by number, with their text without the blanks around it. */
function locateIn(sources: readonly SourceFile[]): Places {
  const texts = new Map(sources.map(({ uri, text }) => [uri, { text, starts: lineStarts(text) }]))
  return ({ file, span }) => {
    const source = texts.get(file)
    if (source === undefined) return { file, line: 1, text: '' }
    const { line } = positionAt(source.starts, span.start)
    const text = source.text.slice(source.starts[line - 1], source.starts[line] ?? source.text.length).trim()
    return { file, line, text }
  }
}

function targetToJson({ matter, verdict, situation = null, chain, because }: TargetCheck, places: Places) {
  const { target } = verdict
  const decided = verdict.kind === 'decided'
  const reduction = decided ? reductionOf(verdict) : null
  return {
    matter,
    kind: TARGET_SUBJECTS[target.subject],
    sense: target.sense,
    operator: target.operator,
    required: target.percent,
    actual: reduction && printShare(target, reduction.ratio),
    before: reduction && printRational(reduction.before),
    after: reduction && printRational(reduction.after),
    met: decided ? verdict.met : null,
    shortfall: decided ? shortfallToJson(verdict.shortfall, target.subject) : null,
    undecided: decided ? null : describeExclusion(verdict.because),
    situation: situation && printSituation(situation),
    chain,
    because: because.map(places),
  }
}

function scenarioToJson({ matter, file, scenario, passed, checks, unread }: ScenarioResult, places: Places) {
  return {
    matter,
    name: scenario.name,
    file: file ?? null,
    passed,
    failures: [
      ...unread.map(({ line, origin }) => ({
        line,
        expected: places(origin).text,
        actual: `无法核对（第${line}行有错）`,
        given: null,
        neededFacts: [],
        because: [places(origin)],
      })),
      ...checks
        .filter(({ truth }) => truth !== 'yes')
        .map(({ assertion, expected, actual, neededFacts, given, because }) => {
          const origin = assertion.origin ?? scenario.origin
          return {
            line: origin === undefined ? null : places(origin).line,
            expected,
            actual,
            given: given === '' ? null : given,
            neededFacts,
            because: because.map(places),
          }
        }),
    ],
  }
}
