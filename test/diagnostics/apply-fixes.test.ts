import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyFixes } from '../../src/diagnostics/apply-fixes.ts'
import type { Fix } from '../../src/diagnostics/diagnostic.ts'

const text = '材料：身份证\n份数1份\n'

function fix(title: string, ...edits: readonly (readonly [start: number, end: number, text: string])[]): Fix {
  return {
    title,
    applicability: 'auto',
    edits: edits.map(([start, end, replacement]) => ({
      origin: { file: 'a.zw', span: { start, end } },
      text: replacement,
    })),
  }
}

const apply = (...fixes: readonly Fix[]) => applyFixes({ uri: 'a.zw', text }, fixes)

test('applies fixes wherever they stand', () => {
  const fixed = apply(fix('冒号', [9, 9, '：']), fix('姓名', [3, 6, '户口簿']))
  expect(fixed.text).toBe('材料：户口簿\n份数：1份\n')
  expect(fixed.applied.map(({ title }) => title)).toEqual(['冒号', '姓名'])
})

test('of fixes that touch each other the first goes in, whole', () => {
  const fixed = apply(fix('甲', [0, 2, '证照'], [9, 9, '：']), fix('乙', [9, 9, '：']), fix('丙', [1, 3, '']))
  expect(fixed.text).toBe('证照：身份证\n份数：1份\n')
  expect(fixed.applied.map(({ title }) => title)).toEqual(['甲'])
})

test('leaves the fixes of other files alone', () => {
  const other = {
    ...fix('甲', [0, 2, '']),
    edits: [{ origin: { file: 'b.zw', span: { start: 0, end: 2 } }, text: '' }],
  }
  expect(apply(other)).toEqual({ text, applied: [] })
})

test('the edits of one fix may stand side by side', () => {
  expect(apply(fix('删', [4, 5, ''], [3, 4, ''])).text).toBe('材料：证\n份数1份\n')
})

test('what is applied does what each of its edits says, and nothing else changes', () => {
  const edits = fc.array(fc.tuple(fc.nat(text.length), fc.nat(3), fc.constantFrom('', '甲', '乙乙')), { maxLength: 8 })
  fc.assert(
    fc.property(edits, (drawn) => {
      const fixes = drawn.map(([start, length, replacement]) =>
        fix('改', [start, Math.min(start + length, text.length), replacement]),
      )
      const fixed = apply(...fixes)
      const byPlace = fixed.applied
        .flatMap((each) => each.edits)
        .sort((a, b) => b.origin.span.start - a.origin.span.start)
      const expected = byPlace.reduce(
        (so, { origin: { span }, text: replacement }) => so.slice(0, span.start) + replacement + so.slice(span.end),
        text,
      )
      expect(fixed.text).toBe(expected)
    }),
  )
})
