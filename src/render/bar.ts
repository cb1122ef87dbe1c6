import { multiply, type Rational, rational } from '../base/rational.ts'

/** Cells of a full bar. Unit: columns. */
const BAR_WIDTH = 10

/**
 * A share as a bar of half cells (条形): 55 % is █████▌░░░░. Rounded down, so that only a whole share fills it; below zero
 * and above one it stays empty and full.
 */
export function renderBar(share: Rational, width: number = BAR_WIDTH): string {
  const { num, den } = multiply(share, rational(2 * width))
  const halves = Math.min(2 * width, num <= 0n ? 0 : Number(num / den))
  const full = Math.floor(halves / 2)
  return `${'█'.repeat(full)}${halves % 2 === 1 ? '▌' : ''}`.padEnd(width, '░')
}
