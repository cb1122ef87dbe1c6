import { divide, parseRational, printRational, rational } from '../../base/rational.ts'
import { parseDuration, printDuration } from '../../calendar/duration.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import { type PlainFact, readPlainFact } from '../../graph/read-plain-fact.ts'
import type { PreparedFact } from './prepare-form.ts'
import { readAnswer } from './read-answer.ts'

/** A value as it stands in JSON (填写值写成JSON); undefined for an amount that no number in JSON says exactly. */
export function writeValue(value: FactValue): PlainFact | undefined {
  switch (value.kind) {
    case 'boolean':
      return value.value
    case 'option':
      return value.option
    case 'text':
      return value.text
    case 'date':
      return value.date
    case 'duration':
      return printDuration(value.duration)
    case 'number':
      return exactNumber(value.amount)
    case 'money': {
      const fen = parseRational(value.amountFen)
      return fen && exactNumber(printRational(divide(fen, rational(100))))
    }
  }
}

/** An answer that is written as in the text of a matter (默认), as it stands in JSON. */
export function writeAnswer(prepared: PreparedFact, written: string): PlainFact | undefined {
  const value = readPlainFact(prepared.fact, written, parseDuration)
  const answer = value && writeValue(value)
  return answer !== undefined && readAnswer(prepared, answer) !== undefined ? answer : undefined
}

function exactNumber(amount: string): number | undefined {
  const number = Number(amount)
  const read = readPlainFact({ type: 'number', options: [] }, number, parseDuration)
  return read?.kind === 'number' && read.amount === amount ? number : undefined
}
