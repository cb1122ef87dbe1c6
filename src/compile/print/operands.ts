import { printDuration } from '../../calendar/duration.ts'
import type { Operand } from '../../model/condition.ts'
import { foldWord } from '../../syntax/fold.ts'
import { OPERATORS } from '../../syntax/values/condition-words.ts'
import { findWord } from '../../syntax/values/word-table.ts'
import { printDate } from '../text/words.ts'
import { bracketed } from './names.ts'
import { printMoney } from './numbers.ts'
import { keysBehind, type Printing } from './printing.ts'

type PrinterOf<K extends Operand['kind']> = (
  operand: Extract<Operand, { readonly kind: K }>,
  left: string,
  printing: Printing,
) => string

/** The right side of a comparison with a fact (比较的右边). */
export function printOperand(operand: Operand, left: string, printing: Printing): string {
  return printWith(operand.kind, operand, left, printing)
}

function printWith<K extends Operand['kind']>(
  kind: K,
  operand: Extract<Operand, { readonly kind: K }>,
  left: string,
  printing: Printing,
): string {
  const print: PrinterOf<K> = PRINTERS[kind]
  return print(operand, left, printing)
}

const PRINTERS: { readonly [K in Operand['kind']]: PrinterOf<K> } = {
  number: ({ amount }, left, printing) =>
    apart(`${amount}${plainUnit(printing.facts.get(left)?.unit)}`, left, printing),
  option: ({ option }, left, printing) => (isPlainOption(option, left, printing) ? option : bracketed(option)),
  boolean: ({ value }) => (value ? '是' : '否'),
  // Words in quotation marks go into 【】: a word that no fact is called by is the text itself.
  text: ({ text }) => (QUOTATION_MARK.test(text) ? bracketed(text) : `“${text}”`),
  date: ({ date }) => printDate(date),
  duration: ({ duration }, left, printing) => apart(printDuration(duration), left, printing),
  money: ({ amountFen }, left, printing) => apart(printMoney(amountFen), left, printing),
  fact: ({ fact }) => bracketed(fact),
  shifted: ({ fact, date, direction, duration }, left, printing) => {
    const base = fact === undefined ? printDate(date ?? '') : bracketed(fact)
    return `${base}${direction === 'later' ? '加' : '减'}${apart(printDuration(duration), left, printing)}`
  },
}

/** Every mark that is read as the end of a text. */
const QUOTATION_MARK = /["“”„‟″＂]/

/** A quantity that some name in scope begins with (3年, where a fact is called 3年以上) gets a needless 0, lest it be read as the name. */
function apart(quantity: string, left: string, printing: Printing): string {
  const word = foldWord(quantity)
  const digits = /^[\d.]*/.exec(word)?.[0].length ?? 0
  const isName = (key: string) => key.length > digits && (key.startsWith(word) || word.startsWith(key))
  return keysBehind(left, printing).some(isName) ? apart(`0${quantity}`, left, printing) : quantity
}

/** A unit in Chinese characters is written behind the number; 万 would be read as part of it, and others may hold marks. */
function plainUnit(unit: string | undefined): string {
  return unit !== undefined && /^[\u4e00-\u9fff]{1,8}$/.test(unit) && !/[万亿且或以内在至到]/.test(unit) ? unit : ''
}

/** True for an option that is read as itself without 【】 too: plain words, with which no longer name in scope begins. */
function isPlainOption(option: string, left: string, printing: Printing): boolean {
  if (!/^[\u4e00-\u9fff]{2,}$/.test(option) || /[且或]|^[转则零〇一二两三四五六七八九十百千万亿半]/.test(option))
    return false
  if (findWord(OPERATORS, option, 0, option.length)?.word.length === option.length) return false
  return keysBehind(left, printing).every((key) => !key.startsWith(option) || key === foldWord(option))
}
