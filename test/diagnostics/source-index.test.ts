import { expect, test } from 'vitest'
import { indexSources } from '../../src/diagnostics/source-index.ts'

const text = '事项：甲\r\n材料：乙\n\n份数：1份'
const sources = indexSources([{ uri: 'a.zw', text }])

test('a line goes up to its line end, whichever that is', () => {
  const lines = [1, 2, 3, 4].map((line) => {
    const bounds = sources.lineBounds('a.zw', line)
    return bounds && text.slice(bounds.start, bounds.end)
  })
  expect(lines).toEqual(['事项：甲', '材料：乙', '', '份数：1份'])
  expect(sources.lineBounds('a.zw', 5)).toBeUndefined()
})

test('places are lines and columns from 1', () => {
  const span = { start: text.indexOf('乙'), end: text.length }
  expect(sources.locate({ file: 'a.zw', span })).toEqual({
    file: 'a.zw',
    start: { line: 2, column: 4 },
    end: { line: 4, column: 6 },
  })
})

test('a file that is not at hand has no lines', () => {
  expect(sources.text('b.zw')).toBeUndefined()
  expect(sources.lineBounds('b.zw', 1)).toBeUndefined()
  expect(sources.locate({ file: 'b.zw', span: { start: 7, end: 9 } }).start).toEqual({ line: 1, column: 1 })
})
