import { parseRational, type Rational, rational } from '../../base/rational.ts'
import type { AlertLevel, AlertRule } from './alert-rule.ts'

/** An exact amount in small whole numbers. */
export interface Fraction {
  readonly num: number
  readonly den: number
}

/** An alert rule with its amount read (备好的预警规则): a part of the limit, or working days. */
export interface PreparedAlert {
  readonly scope: AlertRule['scope']
  readonly level: AlertLevel
  readonly kind: AlertRule['when']['kind']
  readonly amount: Fraction
}

const prepared = new WeakMap<readonly AlertRule[], readonly PreparedAlert[]>()

/** Reads the amounts of alert rules, once for each list. Throws a RangeError for what `alertRuleSchema` would not take. */
export function prepareAlerts(rules: readonly AlertRule[]): readonly PreparedAlert[] {
  let alerts = prepared.get(rules)
  if (alerts === undefined) {
    alerts = rules.map(({ scope, level, when }) => ({
      scope,
      level,
      kind: when.kind,
      amount: when.kind === 'used' ? fractionOf(when.percent, 100n) : fractionOf(when.workdays, 1n),
    }))
    prepared.set(rules, alerts)
  }
  return alerts
}

/** So many parts of a whole number, rounded up. */
export function partOf(whole: number, { num, den }: Fraction): number {
  const product = whole * num
  if (!Number.isSafeInteger(product)) {
    const exact = BigInt(whole) * BigInt(num)
    return Number((exact + BigInt(den) - 1n) / BigInt(den))
  }
  const rest = product % den
  return (product - rest) / den + (rest > 0 ? 1 : 0)
}

function fractionOf(text: string, parts: bigint): Fraction {
  const value: Rational | undefined = parseRational(text)
  const amount = value && rational(value.num, value.den * parts)
  if (amount === undefined || amount.num < 0n || amount.num > Number.MAX_SAFE_INTEGER || amount.den > LARGEST_PART) {
    throw new RangeError(`an alert rule cannot have the amount ${text}`)
  }
  return { num: Number(amount.num), den: Number(amount.den) }
}

const LARGEST_PART = 1e12
