import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'

describe('compile', () => {
  test.each(['昨天', '2026/11/22', '2026-02-30', ''])('refuses %j as the date whose rules count', (asOf) => {
    expect(() => compile([], { asOf })).toThrow(TypeError)
    expect(() => compile([], { asOf })).toThrow(`写成存在的日期，如“2026-11-22”；这里是“${asOf}”`)
  })

  test('takes a date that exists, and none', () => {
    expect(compile([], { asOf: '2024-02-29' }).diagnostics).toEqual([])
    expect(compile([]).diagnostics).toEqual([])
  })
})
