import { isKeyOf } from '../../base/keys-of.ts'
import type { Duration } from '../../calendar/duration.ts'
import { type CountingProfile, resolveBareDay } from '../../calendar/profiles.ts'
import { foldWord } from '../../syntax/fold.ts'
import { FIXED_LIMITS, TIME_UNITS, WITHIN_WORDS } from '../../syntax/values/lexicon.ts'
import { scanNumber } from '../../syntax/values/number.ts'

/** A limit as people type it outside of a `.zw` file; `bareDay` is the word 日 or 天, whose unit the counting profile decides. */
export type TypedLimit = Duration | { readonly unit: 'bareDay'; readonly amount: string }

/**
 * Reads `20个工作日`, `二十个工作日`, `20（工作日）`, `60日内`, `-7个自然日`, `半个工作日`, `2小时`, `即办` (时限); undefined for
 * anything else. Numbers and words are those of the language; only the sign is not.
 */
export function readLimit(text: string): TypedLimit | undefined {
  const word = foldWord(text).replace(/^−/, '-')
  if (isKeyOf(FIXED_LIMITS, word)) return { unit: FIXED_LIMITS[word] }
  const sign = word.startsWith('-') ? '-' : ''
  const number = word.startsWith('半', sign.length)
    ? { amount: '0.5', end: sign.length + 1 }
    : scanNumber(word, sign.length, word.length)
  if (number === undefined) return undefined
  const unit = unitNamed(word.slice(number.end))
  const amount = `${sign}${number.amount}`
  if (unit === undefined) return undefined
  return unit === 'bareDay' ? { unit, amount } : { unit, amount }
}

/** 个工作日, (工作日), 日内 */
function unitNamed(words: string): (typeof TIME_UNITS)[keyof typeof TIME_UNITS] | undefined {
  const endings = ['', ...Object.keys(WITHIN_WORDS)].filter((ending) => words.endsWith(ending))
  const names = endings.map((ending) => words.slice(0, words.length - ending.length).replace(/^\((.+)\)$/, '$1'))
  const name = names.find((each) => isKeyOf(TIME_UNITS, each))
  return name !== undefined && isKeyOf(TIME_UNITS, name) ? TIME_UNITS[name] : undefined
}

/** Gives a bare 日 the unit that the profile's statute gives it. */
export function settleLimit(limit: TypedLimit, profile: CountingProfile): Duration {
  return limit.unit === 'bareDay' ? { unit: resolveBareDay(profile, limit.amount), amount: limit.amount } : limit
}
