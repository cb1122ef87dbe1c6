import { CIVIL_CODE, findProfile } from '../calendar/profiles.ts'
import { amountInFen, amountInMoneyUnit } from '../compile/lower/units.ts'
import { readLimit, settleLimit } from '../compile/text/read-limit.ts'
import type { FactValue } from '../graph/fact-value.ts'
import { fitsFact } from '../graph/fits-fact.ts'
import { type PlainFact, readPlainFact } from '../graph/read-plain-fact.ts'
import type { Fact } from '../model/application.ts'
import type { Matter } from '../model/matter.ts'
import { foldKey, foldWord } from '../syntax/fold.ts'
import { scanDate } from '../syntax/values/date.ts'
import { scanNumber } from '../syntax/values/number.ts'

/**
 * What a person writes for a fact (人写的填写值), in the numbers, units and dates of the language: 80㎡, 一百万元, 2026年12月1日, 三个月.
 * Undefined for what cannot be its answer.
 */
export function readWritten(fact: Fact, written: string, { profile }: Pick<Matter, 'profile'>): FactValue | undefined {
  const word = foldWord(written)
  if (word === '') return undefined
  const plain = plainOf(fact, word, written)
  const value =
    plain === undefined
      ? undefined
      : readPlainFact(fact, plain, (length) => {
          const limit = readLimit(length)
          return limit && settleLimit(limit, findProfile(profile) ?? CIVIL_CODE)
        })
  return value !== undefined && fitsFact(fact, value) ? value : undefined
}

/** The same as programs write it. */
function plainOf({ type, unit, options }: Fact, word: string, written: string): PlainFact | undefined {
  switch (type) {
    case 'number':
      return amountOf(word, unit)
    case 'money':
      return yuanIn(word)
    case 'date': {
      const date = scanDate(word, 0, word.length)
      return date?.end === word.length ? date.date : undefined
    }
    case 'option':
      return options.find((option) => foldKey(option) === foldKey(written))
    case 'text':
      return written.trim()
    case 'boolean':
    case 'duration':
      return word
  }
}

/** 80, 80㎡; 50万元 where the unit is one of money. */
function amountOf(word: string, unit: string | undefined): string | undefined {
  const number = scanNumber(word, 0, word.length)
  const counted = number && word.slice(number.end)
  if (number === undefined || counted === '' || counted === foldWord(unit ?? '')) return number?.amount
  const fen = amountInFen(number.amount, counted)
  return fen && amountInMoneyUnit(fen, unit)
}

/** Unit: 元. */
function yuanIn(word: string): string | undefined {
  const number = scanNumber(word, 0, word.length)
  const fen = number && amountInFen(number.amount, word.slice(number.end) || '元')
  return fen && amountInMoneyUnit(fen, '元')
}
