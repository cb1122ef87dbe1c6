import { add, divide, multiply, printRounded, type Rational, rational } from '../../base/rational.ts'

/** A place on an axis of a drawing that goes from one place for nothing to another for the full value, to a tenth (坐标). */
export function coordinate(value: Rational, full: Rational, from: number, to: number): string {
  return printRounded(add(rational(from), multiply(divide(value, full), rational(to - from))), 1)
}
