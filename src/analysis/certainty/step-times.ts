import { max, multiply, type Rational, rational, ZERO } from '../../base/rational.ts'
import { type Conversion, convertToWorkdays } from '../../calendar/duration.ts'
import type { FlowItem } from '../../model/flow.ts'
import type { TimeTaken } from '../../model/time-taken.ts'
import { certain, type Distribution, estimated, oneOf } from './distribution.ts'

/** How long a step takes by chance, in workdays (实际用时): three estimates that do not fall, or times with their numbers of cases. */
export type StepTime =
  | { readonly kind: 'estimated'; readonly least: Rational; readonly likely: Rational; readonly most: Rational }
  | {
      readonly kind: 'observed'
      readonly times: readonly { readonly workdays: Rational; readonly cases: Rational }[]
    }

/** What cases took at a step, each counting the same; undefined where there is none. Unit: workdays. */
export function seenTime(workdays: readonly Rational[]): StepTime | undefined {
  if (workdays.length === 0) return undefined
  return { kind: 'observed', times: workdays.map((one) => ({ workdays: one, cases: rational(1) })) }
}

/** The 实际用时 that the steps of a flow say, by the name of the step. */
export function writtenTimes(flow: readonly FlowItem[], conversion: Conversion): ReadonlyMap<string, StepTime> {
  return new Map(
    flow.flatMap((item): [string, StepTime][] =>
      item.kind === 'step' && item.timeTaken !== undefined ? [[item.name, converted(item.timeTaken, conversion)]] : [],
    ),
  )
}

function converted(taken: TimeTaken, conversion: Conversion): StepTime {
  const length = (amount: string) => convertToWorkdays({ unit: taken.unit, amount }, conversion) ?? ZERO
  if (taken.kind === 'observed') {
    const times = taken.times.map(({ amount, cases = 1 }) => ({ workdays: length(amount), cases: rational(cases) }))
    return { kind: 'observed', times }
  }
  const { least, likely, most } = taken
  return { kind: 'estimated', least: length(least), likely: length(likely), most: length(most) }
}

/** All times that a step names. Unit: workdays. */
export function namedTimes(time: StepTime): readonly Rational[] {
  return time.kind === 'estimated' ? [time.least, time.likely, time.most] : time.times.map(({ workdays }) => workdays)
}

/** The longest that a step took. Unit: workdays. */
export function longestTime(time: StepTime): Rational {
  return namedTimes(time).reduce(max, ZERO)
}

/** As a distribution on a grid of half days, times multiplied by the factor first. */
export function distributionOf(time: StepTime, factor: Rational): Distribution {
  const scaled = (workdays: Rational) => multiply(workdays, factor)
  return time.kind === 'estimated'
    ? estimated(scaled(time.least), scaled(time.likely), scaled(time.most))
    : oneOf(time.times.map(({ workdays, cases }) => ({ share: cases, time: certain(scaled(workdays)) })))
}
