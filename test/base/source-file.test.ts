import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineStarts, positionAt } from '../../src/base/source-file.ts'

it('counts lines over LF, CR and CRLF alike', () => {
  const starts = lineStarts('甲\n乙\r丙\r\n丁')
  expect(starts).toEqual([0, 2, 4, 7])
  expect(positionAt(starts, 0)).toEqual({ line: 1, column: 1 })
  expect(positionAt(starts, 7)).toEqual({ line: 4, column: 1 })
  expect(positionAt(starts, 8)).toEqual({ line: 4, column: 2 })
})

it('agrees with counting from the beginning', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('字', 'a', '\n', '\r', '😀')), fc.nat(), (parts, seed) => {
      const text = parts.join('')
      const offset = text.length === 0 ? 0 : seed % text.length
      const before = text.slice(0, offset)
      const ended = before.match(/\r\n|\n|\r(?!\n)/g)?.length ?? 0
      const endsInsidePair = before.endsWith('\r') && text[offset] === '\n'
      expect(positionAt(lineStarts(text), offset).line).toBe(1 + ended - (endsInsidePair ? 1 : 0))
    }),
  )
})
