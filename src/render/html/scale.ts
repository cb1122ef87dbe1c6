import { divide, max, multiply, printRounded, type Rational, rational, ZERO } from '../../base/rational.ts'
import { type Html, html } from './html.ts'

/** The width of a drawing in working days (比例尺). */
export interface Scale {
  /** Unit: workdays. */
  readonly full: Rational
}

/** A scale on which all of these fit. Unit: workdays. */
export function scaleFor(lengths: readonly Rational[]): Scale {
  const full = lengths.reduce(max, ZERO)
  return { full: full.num === 0n ? rational(1) : full }
}

/** A place on the scale as SVG wants it, to a hundredth of a percent. */
export function place({ full }: Scale, workdays: Rational): string {
  return `${trim(printRounded(multiply(divide(workdays, full), rational(100)), 2))}%`
}

/** A stretch of time as a bar. Time that takes nothing is drawn as a thin mark, so that it is seen. */
export function bar(scale: Scale, start: Rational, length: Rational, kind: string): Html {
  if (length.num === 0n) return html`<rect class="${kind} now" x="${place(scale, start)}" width="2"/>`
  return html`<rect class="${kind}" x="${place(scale, start)}" width="${place(scale, length)}"/>`
}

function trim(decimal: string): string {
  return decimal.replace(/\.?0+$/, '')
}
