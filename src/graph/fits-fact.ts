import { parseCivilDate } from '../calendar/civil-date.ts'
import type { Fact } from '../model/application.ts'
import type { FactValue } from './fact-value.ts'

/** As amounts are written in the model: no sign, no needless zeros. */
const DECIMAL = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/
/** The longest text or number that an answer may have (填写值的长度). Unit: characters. */
const LONGEST_ANSWER = 2_000

/** Whether a value is one that a fact can have (填写值合不合): of its type, among its 取值, well written. */
export function fitsFact({ type, options }: Pick<Fact, 'type' | 'options'>, value: FactValue): boolean {
  if (value.kind !== type) return false
  switch (value.kind) {
    case 'boolean':
      return typeof value.value === 'boolean'
    case 'option':
      return options.includes(value.option)
    case 'text':
      return isShort(value.text) && !/[\n\v\f\r\u0085\u2028\u2029]/.test(value.text)
    case 'number':
      return isAmount(value.amount)
    case 'money':
      return isAmount(value.amountFen)
    case 'date':
      return parseCivilDate(value.date).ok
    case 'duration':
      return !('amount' in value.duration) || isAmount(value.duration.amount)
  }
}

/** Counts characters as people do: a rare one in a name is one, though it takes two places in a string. */
function isShort(text: string): boolean {
  return text.length <= LONGEST_ANSWER || (text.length <= 2 * LONGEST_ANSWER && [...text].length <= LONGEST_ANSWER)
}

function isAmount(amount: string): boolean {
  return amount.length <= LONGEST_ANSWER && DECIMAL.test(amount)
}
