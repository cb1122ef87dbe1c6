import type { Rational } from '../../base/rational.ts'
import type { Facts } from '../../graph/fact-value.ts'
import type { Fact } from '../../model/application.ts'
import type { FactType } from '../../model/terms.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import { cellChances } from './cell-chances.ts'
import { fewestQuestions } from './fewest-questions.ts'
import { type InquiryOptions, knownCells, type Matters, openInquiry } from './inquiry.ts'
import { type QuestionState, questionRules } from './question-state.ts'
import { tellingQuestion } from './telling-question.ts'

/** The question to ask an applicant next, and why (下一个问题). */
export interface NextQuestion {
  readonly fact: Fact
  /** 提问, or a question made of the name of the fact. */
  readonly question: string
  /** What depends on the answer as things stand. */
  readonly decides: readonly Matters[]
  /** The same in words: 要看它才知道：符不符合受理条件“…”；要不要交“…”. */
  readonly reason: string
  /** How many questions it takes from here on on average, this one included; undefined where that was too much to work out. */
  readonly mean: Rational | undefined
  /** How many facts could still be asked for and matter. */
  readonly open: number
}

/** Questions to applicants of one matter, prepared once. */
export interface Questions {
  /** Undefined where nothing is left to ask: every further answer would change nothing. */
  readonly next: (facts: Facts) => NextQuestion | undefined
}

/**
 * Prepares questions to applicants of a matter (提问的准备), for many of them or for one who answers step by step. Only what
 * the applicant fills in is asked for, and only while the admission, a material, a step or the promised limit depends on it.
 *
 * The question is the one with which it takes the fewest questions on average, worked out exactly where that is not too
 * much; else the one whose answer leaves the least open on average.
 */
export function prepareQuestions(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  options: InquiryOptions = {},
): Questions {
  const inquiry = openInquiry(measurable, options)
  const chances = cellChances(inquiry, options)
  const rules = questionRules(inquiry, chances)
  const { best } = fewestQuestions(rules)
  const { store } = inquiry.space

  function decidedBy(fact: string, cells: ReadonlyMap<number, number>): readonly Matters[] {
    const depends = (set: number): boolean => {
      const rest = [...cells].reduce((left, [variable, cell]) => store.restrict(left, { variable, cell }), set)
      return store.support(rest).some((variable) => inquiry.factsOf(variable).includes(fact))
    }
    const conditions = inquiry.failing.flatMap(({ requirement: { name }, situations }) =>
      depends(situations) ? [{ kind: 'requirement' as const, name }] : [],
    )
    // Where admission itself is open, everything hangs on its facts; only what else depends on them is told.
    const others = inquiry.things.flatMap(({ own, about }) => (depends(own) ? [about] : []))
    return [...conditions, ...others.filter((each, index) => others.findIndex((one) => same(one, each)) === index)]
  }

  function choose(state: QuestionState): { readonly fact: string; readonly mean: Rational | undefined } | undefined {
    const found = best(state)
    if (found !== 'tooMany') return found
    const fact = tellingQuestion(rules, state, store, chances)
    return fact === undefined ? undefined : { fact, mean: undefined }
  }

  return {
    next: (facts) => {
      const cells = knownCells(inquiry, facts)
      const state = rules.begin(cells, new Set(facts.keys()))
      const chosen = choose(state)
      const fact = inquiry.askable.find(({ name }) => name === chosen?.fact)
      if (chosen === undefined || fact === undefined) return undefined
      const decides = decidedBy(fact.name, cells)
      return {
        fact,
        question: questionOf(fact),
        decides,
        reason: reasonOf(decides),
        mean: chosen.mean,
        open: rules.openFacts(state).length,
      }
    },
  }
}

/** The question to ask next (下一个问题); for several questions to one applicant `prepareQuestions` is faster. */
export function nextQuestion(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  facts: Facts,
  options: InquiryOptions = {},
): NextQuestion | undefined {
  return prepareQuestions(measurable, options).next(facts)
}

/** The author's 提问, else one made of the name. */
function questionOf({ question, name, type, unit }: Fact): string {
  return question ?? `${name}${ASKED[type](unit ?? '')}？`
}

const ASKED: Readonly<Record<FactType, (unit: string) => string>> = {
  boolean: () => '，是还是否',
  option: () => '是哪一种',
  number: (unit) => `是多少${unit}`,
  text: () => '是什么',
  date: () => '是哪一天',
  duration: () => '是多长时间',
  money: () => '是多少元',
}

function same(a: Matters, b: Matters): boolean {
  return a.kind === b.kind && a.name === b.name
}

const REASONS: readonly (readonly [Matters['kind'], (names: string) => string])[] = [
  ['requirement', (names) => `符不符合受理条件${names}`],
  ['material', (names) => `要不要交${names}`],
  ['step', (names) => `走不走${names}`],
  ['limit', () => '承诺几天办完'],
]

function reasonOf(decides: readonly Matters[]): string {
  const parts = REASONS.flatMap(([kind, print]) => {
    const names = decides.flatMap((each) => (each.kind === kind ? [`“${each.name}”`] : []))
    return names.length === 0 ? [] : [print(names.join('、'))]
  })
  return parts.length === 0 ? '' : `要看它才知道：${parts.join('；')}`
}
