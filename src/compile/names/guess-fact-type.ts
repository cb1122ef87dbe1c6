import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import { foldCode } from '../../syntax/fold.ts'
import { scanDate } from '../../syntax/values/date.ts'
import { COMPARISONS, MONEY_UNITS, RANGE_WORDS } from '../../syntax/values/lexicon.ts'
import { scanNumber } from '../../syntax/values/number.ts'

/** What an undeclared name probably is, from how a condition goes on behind it (类型的猜测). */
export interface GuessedType {
  /** The lines that declare it: 类型：数, 单位：平方米. */
  readonly lines: readonly string[]
  /** False where the author has something to fill in. */
  readonly isComplete: boolean
}

const OPERATORS = [...Object.keys(COMPARISONS), '属于', '不属于', '介于', '不满', '不足', '是'].sort(
  (a, b) => b.length - a.length,
)
const RANGE_ENDS = [...Object.keys(RANGE_WORDS), '内']
const STATEMENT_END = /^(?:$|[且或,。;)]|并且|而且|转|则)/
const UNIT = new RegExp(`^(.*?)(?:${[...RANGE_ENDS, '不满', '且', '或', '至'].join('|')}|[\\s,、。;)]|$)`)

/** Guesses the type of the 信息 that a name behind which `rest` stands should be. */
export function guessFactType(rest: string): GuessedType {
  const folded = Array.from({ length: rest.length }, (_, at) => String.fromCharCode(foldCode(rest.charCodeAt(at))))
  const text = folded.join('').replace(/^[\s\]]*在?\s*/, '')
  if (STATEMENT_END.test(text)) return complete('是否')
  const operator = OPERATORS.find((word) => text.startsWith(word))
  return guessFromValue(text.slice(operator?.length ?? 0).trimStart())
}

function guessFromValue(text: string): GuessedType {
  if (/^[是否](?![\u4e00-\u9fff])/.test(text)) return complete('是否')
  if (text.startsWith('"')) return complete('文本')
  if (scanDate(text, 0, text.length) !== undefined) return complete('日期')
  const number = scanNumber(text, 0, text.length)
  if (number !== undefined) return guessFromUnit(text.slice(number.end).trimStart())
  const word = /^\[?([\u4e00-\u9fffA-Za-z0-9]+?)\]?(?=$|[\s且或,、。;)])/.exec(text)?.[1]
  return word === undefined
    ? { lines: [`类型：${TO_FILL_IN}`], isComplete: false }
    : { lines: ['类型：枚举', `取值：${word}、${TO_FILL_IN}`], isComplete: false }
}

function guessFromUnit(text: string): GuessedType {
  const unit = UNIT.exec(text)?.[1] ?? ''
  if (Object.hasOwn(MONEY_UNITS, unit)) return complete('金额')
  return unit === '' ? complete('数') : { lines: ['类型：数', `单位：${unit}`], isComplete: true }
}

function complete(type: string): GuessedType {
  return { lines: [`类型：${type}`], isComplete: true }
}
