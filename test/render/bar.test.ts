import { expect, test } from 'vitest'
import { rational } from '../../src/base/rational.ts'
import { renderBar } from '../../src/render/bar.ts'

test.each([
  [rational(3, 5), '██████░░░░'],
  [rational(11, 20), '█████▌░░░░'],
  [rational(0), '░░░░░░░░░░'],
  [rational(-1, 2), '░░░░░░░░░░'],
  [rational(1), '██████████'],
  [rational(2), '██████████'],
  [rational(999, 1000), '█████████▌'],
])('%o', (share, bar) => {
  expect(renderBar(share)).toBe(bar)
})
