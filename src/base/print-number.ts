import { printRational, printRounded, type Rational } from './rational.ts'

/** Longest decimal shown as it is. Unit: characters. */
const SHORT = 8

/** A number for people (数): exact where it is a short decimal, else to one place; never 0.0 for what is not zero. */
export function printNumber(value: Rational): string {
  const exact = printRational(value)
  if (!exact.includes('/') && exact.length <= SHORT) return exact
  const rounded = printRounded(value, 1)
  return rounded === '0.0' ? '不足0.1' : rounded
}
