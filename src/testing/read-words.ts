import { keysOf } from '../base/keys-of.ts'
import { compare, multiply, parseRational, type Rational, rational } from '../base/rational.ts'
import { type Conversion, convertToWorkdays, type Duration } from '../calendar/duration.ts'
import { CIVIL_CODE, findProfile } from '../calendar/profiles.ts'
import { readLimit, settleLimit } from '../compile/text/read-limit.ts'
import type { Basis } from '../graph/compression.ts'
import { QUANTITIES, type Quantity } from '../model/terms.ts'

type QuantityWord = (typeof QUANTITIES)[Quantity]

/** 口径 as people write it: `法定时限→承诺时限`. */
export type BasisWords = `${QuantityWord}→${QuantityWord}`

/** A share as people write it: `60%`. */
export type PercentWords = `${number}%`

/** Reads `60%` as an exact share; throws a TypeError for anything else. */
export function readPercent(written: PercentWords): Rational {
  const percent = String(written).endsWith('%') ? parseRational(written.slice(0, -1)) : undefined
  if (percent === undefined) throw new TypeError(`“${written}”不是百分数，请写成“60%”的样子`)
  if (percent.num < 0n || compare(percent, rational(100)) > 0)
    throw new TypeError(`“${written}”不在0%到100%之间，压减不了这么多；请写成“60%”的样子`)
  return multiply(percent, rational(1, 100))
}

/** Reads `法定时限→承诺时限`; throws a TypeError for anything else. */
export function readBasisWords(written: BasisWords): Basis {
  const [before, after, ...rest] = String(written).split('→').map(quantityNamed)
  if (before === undefined || after === undefined || rest.length > 0) {
    const words = Object.values(QUANTITIES).join('、')
    throw new TypeError(`“${written}”不是口径，请写成“法定时限→承诺时限”的样子；可以写：${words}`)
  }
  return { before, after }
}

function quantityNamed(word: string): Quantity | undefined {
  return keysOf(QUANTITIES).find((quantity) => QUANTITIES[quantity] === word)
}

/**
 * Reads `8个工作日` in working days; throws a TypeError for what is no length of time. A bare 日 is refused: what is asserted
 * of several matters must not mean workdays for some and calendar days for others.
 */
export function readWorkdays(written: string, profile: string, conversion: Conversion): Rational {
  const limit = readLimit(String(written))
  if (limit?.unit === 'bareDay') {
    const { amount } = limit
    throw new TypeError(`“${written}”没有说是工作日还是自然日，请写成“${amount}个工作日”或者“${amount}个自然日”`)
  }
  const duration: Duration | undefined = limit && settleLimit(limit, findProfile(profile) ?? CIVIL_CODE)
  const workdays = duration && convertToWorkdays(duration, conversion)
  if (workdays === undefined) throw new TypeError(`“${written}”不是时限，请写成“8个工作日”的样子`)
  return workdays
}
