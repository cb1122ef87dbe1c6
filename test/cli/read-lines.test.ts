import { expect, test } from 'vitest'
import { readLines } from '../../src/cli/read-lines.ts'

test('standard input is read line by line as it comes, also where a piece ends inside a character', async () => {
  const bytes = new TextEncoder().encode('甲\n\n乙\r\n丙')
  const taken: number[] = []
  async function* streamStdin(): AsyncIterable<Uint8Array> {
    for (const [at, byte] of bytes.entries()) {
      taken.push(at)
      yield Uint8Array.of(byte)
    }
  }
  const lines: (readonly [number, string, number])[] = []
  for await (const { number, text } of readLines('-', { cwd: '/', streamStdin })) {
    lines.push([number, text.trimEnd(), taken.length])
  }
  expect(lines).toEqual([
    [1, '甲', 4],
    [3, '乙', 10],
    [4, '丙', bytes.length],
  ])
})
