import { isKeyOf } from '../base/keys-of.ts'
import type { Duration } from '../calendar/duration.ts'
import { type CountingProfile, resolveBareDay } from '../calendar/profiles.ts'
import { FIXED_LIMITS, TIME_UNITS } from '../syntax/values/lexicon.ts'

/** A limit as typed on a command line; `bareDay` is the word 日 or 天, whose unit the counting profile decides. */
export type TypedLimit = Duration | { readonly unit: 'bareDay'; readonly amount: string }

/** Reads `20个工作日`, `60日`, `-7个自然日`, `半个工作日`, `2小时`, `即办` (时限); undefined for anything else. */
export function readLimit(text: string): TypedLimit | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^[−–—]/, '-')
  if (isKeyOf(FIXED_LIMITS, plain)) return { unit: FIXED_LIMITS[plain] }
  const [, sign = '', number = '', word = ''] = /^(-?)(\d+(?:\.\d+)?|半)(\D+)$/.exec(plain) ?? []
  if (!isKeyOf(TIME_UNITS, word)) return undefined
  const amount = `${sign}${number === '半' ? '0.5' : number}`
  const unit = TIME_UNITS[word]
  return unit === 'bareDay' ? { unit, amount } : { unit, amount }
}

/** Gives a bare 日 the unit that the profile's statute gives it. */
export function settleLimit(limit: TypedLimit, profile: CountingProfile): Duration {
  return limit.unit === 'bareDay' ? { unit: resolveBareDay(profile, limit.amount), amount: limit.amount } : limit
}
