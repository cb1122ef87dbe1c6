import { assertNever } from '../../base/assert-never.ts'
import { compare, parseRational, type Rational } from '../../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, type Duration } from '../../calendar/duration.ts'
import type { Fee } from '../../model/matter.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import type { OutcomeChange } from './compare-outcomes.ts'
import type { MaterialDemand } from './material-demand.ts'

/** What a change is to those whom it is for (对申请人是好是坏): `mixed` where it is neither, both, or cannot be told. */
export type OutcomeEffect = 'better' | 'worse' | 'mixed'

/** Says whether a change makes it easier or harder for applicants (变化的好坏). */
export function effectOf(change: OutcomeChange): OutcomeEffect {
  switch (change.kind) {
    case 'admitted':
    case 'materialRemoved':
    case 'stepRemoved':
      return 'better'
    case 'excluded':
    case 'materialAdded':
    case 'stepAdded':
      return 'worse'
    case 'statutory':
    case 'promised':
      return effectOfLimit(change.before, change.after)
    case 'materialChanged':
      return joinSigns(demandSigns(change.before, change.after))
    case 'trips':
      return joinSigns([change.after - change.before])
    case 'feeAdded':
      return change.otherwise === 'unsaid' ? 'mixed' : 'worse'
    case 'feeRemoved':
      return change.otherwise === 'unsaid' ? 'mixed' : 'better'
    case 'feeChanged':
      return joinSigns([amountSign(change.before, change.after), reliefSign(change.before, change.after)])
    default:
      return assertNever(change)
  }
}

function effectOfLimit(before: TimeLimit | undefined, after: TimeLimit | undefined): OutcomeEffect {
  if (before === undefined || after === undefined) return before === undefined ? 'better' : 'worse'
  return joinSigns([signOf(daysOf(before.limit), daysOf(after.limit))])
}

/** Below 0 where less is asked than before, above where more is; undefined where the two cannot be held against each other. */
type Sign = number | undefined

function demandSigns(before: MaterialDemand, after: MaterialDemand): readonly Sign[] {
  const [wasLate, isLate] = [before.deferral, after.deferral]
  return [
    choiceSign(before, after),
    Number(before.deferrable) - Number(after.deferrable),
    signOf(parseRational(before.copies), parseRational(after.copies)),
    wasLate === undefined || isLate === undefined ? 0 : signOf(daysOf(isLate), daysOf(wasLate)),
  ]
}

/** Who hands in any `count` of the one has, whatever he chose, handed in enough of the other: then the one asks for more. */
function choiceSign(before: MaterialDemand, after: MaterialDemand): Sign {
  const covers = (one: MaterialDemand, other: MaterialDemand) =>
    one.count - one.choices.filter((name) => !other.choices.includes(name)).length >= other.count
  const [asksMore, askedMore] = [covers(after, before), covers(before, after)]
  return asksMore || askedMore ? Number(asksMore) - Number(askedMore) : undefined
}

/** Amounts per different things cannot be held against each other. */
function amountSign(before: Fee, after: Fee): Sign {
  if (before.amountFen === after.amountFen && before.per === after.per) return 0
  if (before.per !== after.per) return undefined
  return signOf(parseRational(before.amountFen ?? ''), parseRational(after.amountFen ?? ''))
}

/** Who may pay less is told in words: only whether there are any can be held against each other. */
function reliefSign({ relief: was }: Fee, { relief: now }: Fee): Sign {
  if (was === now) return 0
  return was === undefined ? -1 : now === undefined ? 1 : undefined
}

function daysOf(limit: Duration): Rational | undefined {
  return convertToWorkdays(limit, DEFAULT_CONVERSION)
}

function signOf(was: Rational | undefined, now: Rational | undefined): Sign {
  return was === undefined || now === undefined ? undefined : compare(now, was)
}

function joinSigns(signs: readonly Sign[]): OutcomeEffect {
  const isNever = (wrong: (sign: number) => boolean) => signs.every((sign) => sign !== undefined && !wrong(sign))
  const [better, worse] = [isNever((sign) => sign > 0), isNever((sign) => sign < 0)]
  return better === worse ? 'mixed' : better ? 'better' : 'worse'
}
