import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CliIo } from '../../src/cli/io.ts'
import { announce, createProgress } from '../../src/cli/progress.ts'
import { runCli } from './run-cli.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watcher(watched: boolean): { readonly io: CliIo; readonly written: () => string } {
  let written = ''
  const io: CliIo = {
    out: () => undefined,
    err: (text) => {
      written += text
    },
    readStdin: async () => new Uint8Array(),
    streamStdin: async function* () {},
    askLines: async function* () {},
    typed: false,
    cwd: '',
    color: false,
    watched,
    columns: undefined,
    today: () => '2026-11-22',
    onStop: () => undefined,
  }
  return { io, written: () => written }
}

function watch(watched: boolean, total: number | undefined, stepTime: number): string {
  const { io, written } = watcher(watched)
  const progress = createProgress(io, '读取文件', total)
  for (let i = 0; i < (total ?? 4); i++) {
    vi.advanceTimersByTime(stepTime)
    progress.step()
  }
  progress.done()
  return written()
}

test('a long task tells how far it is and leaves a clean line', () => {
  expect(watch(true, 4, 200)).toBe(
    '\r读取文件 █████░░░░░ 2/4\r读取文件 ███████▌░░ 3/4\r读取文件 ██████████ 4/4\r\u001b[K',
  )
})

test('where nobody knows how many there are, only how many are done is told', () => {
  expect(watch(true, undefined, 200)).toBe('\r读取文件 2\r读取文件 3\r读取文件 4\r\u001b[K')
})

test('a short task, and one that nobody watches, stay silent', () => {
  expect(watch(true, 100, 1)).toBe('')
  expect(watch(false, 4, 200)).toBe('')
})

test('long work that cannot be counted is announced, and the line erased even when it fails', () => {
  const { io, written } = watcher(true)
  expect(announce(io, '检查9个文件', 3_000_000, () => 7)).toBe(7)
  expect(written()).toBe('检查9个文件……\r\u001b[K')
  expect(() => announce(io, '检查', 3_000_000, () => JSON.parse('{'))).toThrow()
  expect(written().endsWith('检查……\r\u001b[K')).toBe(true)
})

test('short work is not', () => {
  const { io, written } = watcher(true)
  announce(io, '检查1个文件', 100, () => undefined)
  expect(written()).toBe('')
})

test('zw check says what it is at while a large workspace takes its time', async () => {
  const files = {
    'a.zw': `语言版本：1\n${'注：这一行只是为了把文件写长，写到要等一会儿才检查得完的长度\n'.repeat(65_000)}`,
  }
  const { out, err } = await runCli(['check'], { files, watched: true })
  expect(err.split('\r\u001b[K')).toEqual(['解析1个文件……', '检查1个文件……', ''])
  expect(out).toBe('检查了1个文件：没有发现问题\n')
})
