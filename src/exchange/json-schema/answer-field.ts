import { UNIT_WORDS } from '../../calendar/duration.ts'
import type { PlainFact } from '../../graph/read-plain-fact.ts'
import type { Fact } from '../../model/application.ts'
import type { AnswerField, Widget } from './form.ts'
import type { PreparedFact } from './prepare-form.ts'
import { describeWrong, isEmptyAnswer, isPlain, readAnswer } from './read-answer.ts'
import { writeAnswer } from './write-answer.ts'

/** Options that are shown side by side; more are better picked from a list. */
const MOST_RADIOS = 5

/** How a fact is best asked for (控件). */
export function widgetOf({ type, options }: Fact): Widget {
  if (type === 'boolean') return 'yesNo'
  return type === 'option' ? (options.length > MOST_RADIOS ? 'select' : 'radio') : type
}

/** What an amount is counted in. */
export function unitOf({ type, unit }: Fact): string | undefined {
  return type === 'money' ? '元' : unit
}

/** The units that an answer may have, as people write them. */
export function unitWords({ units }: Pick<PreparedFact, 'units'>): readonly string[] | undefined {
  return units && [...units].map((unit) => UNIT_WORDS[unit])
}

/** 默认 as an answer; undefined where it is none. */
export function defaultOf(prepared: PreparedFact): PlainFact | undefined {
  const { fact } = prepared
  if (fact.default === undefined) return undefined
  return writeAnswer(prepared, fact.default)
}

/** One thing to be told, with what is filled in (填写项). */
export function answerFieldOf(prepared: PreparedFact, answer: unknown): AnswerField {
  const { id, fact } = prepared
  const isWrong = !isEmptyAnswer(answer) && readAnswer(prepared, answer) === undefined
  const unit = unitOf(fact)
  const units = unitWords(prepared)
  const fallback = defaultOf(prepared)
  return {
    kind: 'answer',
    id,
    name: fact.name,
    label: fact.question ?? fact.name,
    type: fact.type,
    widget: widgetOf(fact),
    options: fact.type === 'option' ? fact.options : [],
    ...(unit !== undefined && { unit }),
    ...(units !== undefined && { units }),
    ...(fallback !== undefined && { default: fallback }),
    ...(fact.from !== undefined && { from: fact.from }),
    required: fallback === undefined,
    state: isEmptyAnswer(answer) ? 'open' : isWrong ? 'wrong' : 'filled',
    ...(!isEmptyAnswer(answer) && isPlain(answer) && { value: answer }),
    ...(isWrong && { problem: describeWrong(prepared) }),
  }
}
