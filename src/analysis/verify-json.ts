import { printPercent } from '../base/print-percent.ts'
import { printRational } from '../base/rational.ts'
import { lineStarts, type Origin, positionAt, type SourceFile } from '../base/source-file.ts'
import { UNIT_WORDS } from '../calendar/duration.ts'
import { requirementOf } from '../graph/target-verdict.ts'
import { TARGET_SUBJECTS } from '../model/terms.ts'
import { printShare, reductionOf, TARGET_UNITS } from './describe-target.ts'
import { describeExclusion } from './exclusion.ts'
import type { ScenarioResult } from './scenario-result.ts'
import type { ScenarioVerification } from './verify-scenarios.ts'
import type { SumCheck } from './verify-sum.ts'
import type { TargetCheck, Verification } from './verify-targets.ts'

/** What `zw verify` found: targets and scenarios (核验结果). */
export interface VerifyOutcome {
  readonly targets: Verification
  readonly scenarios: ScenarioVerification
  /** Errors in the files, on account of which parts were not verified; a missed target is none. */
  readonly errors: number
  /** The target on the sum of the matters, where one was asked for. */
  readonly sum?: SumCheck | undefined
}

/** True where every target is met and every scenario holds, in files without errors (全部成立). */
export function isVerified({ targets, scenarios, errors, sum }: VerifyOutcome): boolean {
  return sum?.met !== false && targets.missed + targets.undecided + scenarios.failed + errors === 0
}

/** True where there is neither a target nor a scenario, so that nothing has been proven (没有可以核对的). */
export function isEmptyOutcome({ targets, scenarios, sum }: VerifyOutcome): boolean {
  return sum === undefined && targets.checks.length + scenarios.results.length === 0
}

/**
 * The outcome as stable JSON (`zw/verify/1`). `passed` and `failed` count targets and scenarios together; those that are
 * `undecided`, or were not run for errors in their lines, are among the failed.
 */
export function verifyToJson(outcome: VerifyOutcome, sources: readonly SourceFile[]) {
  const { targets, scenarios, errors, sum } = outcome
  const sumMissed = sum?.met === false ? 1 : 0
  const places = locateIn(sources)
  return {
    schema: 'zw/verify/1',
    targets: targets.checks.map((check) => targetToJson(check, places)),
    scenarios: scenarios.results.map((result) => scenarioToJson(result, places)),
    sum: sum === undefined ? null : sumToJson(sum),
    passed: targets.met + scenarios.passed + (sum?.met === true ? 1 : 0),
    failed: targets.missed + targets.undecided + scenarios.failed + sumMissed,
    undecided: targets.undecided + scenarios.unread,
    errors,
  }
}

function sumToJson({ target, total, met, shortfall, laggards }: SumCheck) {
  const cut = total.ratioOfSums
  return {
    required: target.percent,
    actual: cut === null ? null : printPercent(cut.ratio, 1, requirementOf(target)?.ratio),
    before: cut === null ? null : printRational(cut.before),
    after: cut === null ? null : printRational(cut.after),
    met,
    shortfall: shortfall === null ? null : printRational(shortfall),
    shortfallUnit: UNIT_WORDS.workday,
    included: total.included,
    excluded: total.excluded.map(({ report, exclusion }) => ({
      name: report.matter.name,
      reason: describeExclusion(exclusion),
    })),
    laggards: laggards.map(({ report, shortfall: lacks }) => ({
      name: report.matter.name,
      file: report.file ?? null,
      shortfall: printRational(lacks),
    })),
  }
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

function targetToJson({ matter, verdict, chain, because }: TargetCheck, places: Places) {
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
    shortfall: decided ? printRational(verdict.shortfall) : null,
    shortfallUnit: TARGET_UNITS[target.subject],
    undecided: decided ? null : describeExclusion(verdict.because),
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
