import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CliIo } from '../../src/cli/io.ts'
import { createProgress } from '../../src/cli/progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watch(watched: boolean, steps: number, stepTime: number): string {
  let written = ''
  const io: CliIo = {
    out: () => undefined,
    err: (text) => {
      written += text
    },
    readStdin: async () => new Uint8Array(),
    cwd: '',
    color: false,
    watched,
    columns: undefined,
    today: () => '2026-11-22',
  }
  const progress = createProgress(io, '读取文件', steps)
  for (let i = 0; i < steps; i++) {
    vi.advanceTimersByTime(stepTime)
    progress.step()
  }
  progress.done()
  return written
}

test('a long task tells how far it is and leaves a clean line', () => {
  expect(watch(true, 4, 200)).toBe('\r读取文件 2/4\r读取文件 3/4\r读取文件 4/4\r\u001b[K')
})

test('a short task, and one that nobody watches, stay silent', () => {
  expect(watch(true, 100, 1)).toBe('')
  expect(watch(false, 4, 200)).toBe('')
})
