import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { cellChances } from '../../src/analysis/explain/cell-chances.ts'
import { fewestQuestions } from '../../src/analysis/explain/fewest-questions.ts'
import { openInquiry } from '../../src/analysis/explain/inquiry.ts'
import { keyOf, type QuestionState, questionRules } from '../../src/analysis/explain/question-state.ts'
import { tellingQuestion } from '../../src/analysis/explain/telling-question.ts'
import type { MeasurableMatter } from '../../src/analysis/matter-report.ts'
import {
  add,
  divide,
  multiply,
  ONE,
  printRounded,
  type Rational,
  rational,
  sumOf,
  ZERO,
} from '../../src/base/rational.ts'
import { compile } from '../../src/index.ts'
import { smallCase } from '../analysis/explain/small-matter.ts'
import { generateMatters } from '../support/generate-population.ts'

/** A way of choosing the next question. */
type Choose = (state: QuestionState) => string | undefined

/**
 * `npm run bench -- questions`: how many questions it takes on average until nothing more depends on the answers, for an
 * applicant of whom nothing is known, worked out exactly over all answers: asking everything that a form asks, asking in the order
 * of the form but only what still matters, by what tells most, and the best there is. And how long the first question takes.
 */
export async function run(): Promise<void> {
  console.log(['', 'matters', 'whole form', 'in order', 'tells most', 'fewest', 'first question'].map(cell).join(''))
  const root = fileURLToPath(new URL('../../examples/', import.meta.url))
  const files = ['city', 'plan-restaurant', 'quick-start', 'explain', 'language'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.zw'))
      .map((name) => ({ uri: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  )
  report('examples', [...compile(files, { asOf: '2026-11-22' }).matters.values()])
  report('made-up matters', [...compile(generateMatters(100), { asOf: '2026-11-22' }).matters.values()])
  report('random matters', fc.sample(smallCase, { numRuns: 200, seed: 7 }))
}

function report(name: string, matters: readonly Pick<MeasurableMatter, 'matter' | 'graph'>[]): void {
  const rows = matters.flatMap((matter) => measure(matter) ?? [])
  const mean = (of: (row: Row) => Rational) =>
    printRounded(divide(sumOf(rows.map(of)), rational(Math.max(1, rows.length))), 2)
  const slowest = rows.reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0)
  console.log(
    [
      name,
      `${rows.length} of ${matters.length}`,
      mean(({ all }) => all),
      mean(({ ordered }) => ordered),
      mean(({ telling }) => telling),
      mean(({ fewest }) => fewest),
      `at most ${slowest.toFixed(0)} ms`,
    ]
      .map(cell)
      .join(''),
  )
}

interface Row {
  readonly all: Rational
  readonly ordered: Rational
  readonly telling: Rational
  readonly fewest: Rational
  readonly milliseconds: number
}

/** Undefined for a matter that has nothing to ask, and where the best way is too much to work out. */
function measure(measurable: Pick<MeasurableMatter, 'matter' | 'graph'>): Row | undefined {
  const began = performance.now()
  const inquiry = openInquiry(measurable, {})
  const chances = cellChances(inquiry, {})
  const rules = questionRules(inquiry, chances)
  const start = rules.begin(new Map(), new Set())
  const best = fewestQuestions(rules).best(start)
  const milliseconds = performance.now() - began
  if (best === undefined || best === 'tooMany') return undefined
  return {
    all: rational(inquiry.askable.length),
    ordered: meanOf((state) => rules.openFacts(state)[0]),
    telling: meanOf((state) => tellingQuestion(rules, state, inquiry.space.store, chances)),
    fewest: best.mean,
    milliseconds,
  }

  function meanOf(choose: Choose): Rational {
    const known = new Map<string, Rational>()
    const visit = (state: QuestionState): Rational => {
      const before = known.get(keyOf(state))
      if (before !== undefined) return before
      const fact = choose(state)
      const answers = fact === undefined ? [] : rules.answersTo(fact, state)
      const after = answers.reduce((sum, { chance, state: next }) => add(sum, multiply(chance, visit(next))), ZERO)
      const mean = fact === undefined ? ZERO : add(ONE, after)
      known.set(keyOf(state), mean)
      return mean
    }
    return visit(start)
  }
}

function cell(text: string): string {
  return text.padEnd(18)
}
