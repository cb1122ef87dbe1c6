import { describe, expect, test } from 'vitest'
import { FEW_VARIABLES, orderVariables } from '../../src/graph/variable-order.ts'

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('the order of variables', () => {
  test('members of a pair come to stand side by side, though a large group holds one half together', () => {
    const half = 40
    const pairs = upTo(half).map((index) => [index, index + half])
    const order = orderVariables(2 * half, [upTo(half), upTo(2 * half), ...pairs])
    const places = new Map(order.map((variable, place) => [variable, place]))
    const apart = pairs.map(([a = 0, b = 0]) => Math.abs((places.get(a) ?? 0) - (places.get(b) ?? 0)))
    expect([...order].sort((a, b) => a - b)).toEqual(upTo(2 * half))
    expect(Math.max(...apart)).toBeLessThanOrEqual(4)
  })

  test('few variables, and variables without groups, stay as they are asked', () => {
    expect(orderVariables(FEW_VARIABLES, [[0, FEW_VARIABLES - 1]])).toEqual(upTo(FEW_VARIABLES))
    expect(orderVariables(20, [])).toEqual(upTo(20))
    expect(orderVariables(20, [[3], [7]])).toEqual(upTo(20))
  })
})
