import { rational } from '../base/rational.ts'
import { renderBar } from '../render/bar.ts'
import type { CliIo } from './io.ts'

/** A line on standard error that tells how far a long task is (进度). */
export interface Progress {
  readonly step: () => void
  readonly done: () => void
}

/** Tasks shorter than this show nothing; a line that flashes up only disturbs. Unit: milliseconds. */
const PATIENCE = 300
const REFRESH = 100

const ERASE_LINE = '\r\u001b[K'

/** Starts telling; silent where nobody watches. Without a total only how many are done. */
export function createProgress(io: CliIo, task: string, total: number | undefined): Progress {
  let count = 0
  let shownAt = Date.now() + PATIENCE - REFRESH
  let shown = false
  return {
    step: () => {
      count++
      if (!io.watched || Date.now() - shownAt < REFRESH) return
      shownAt = Date.now()
      shown = true
      const bar = total === undefined || total === 0 ? '' : `${renderBar(rational(count, total))} `
      io.err(`\r${task} ${bar}${count}${total === undefined ? '' : `/${total}`}`)
    },
    // Erases the line, so that what follows starts on a clean one.
    done: () => {
      if (shown) io.err(ERASE_LINE)
    },
  }
}

/** Texts longer than this take long enough to compile that a word about it is due. Unit: UTF-16 code units. */
const LONG_TEXT = 500_000

/** Says what is going on while one long piece of work runs that cannot tell how far it is. */
export function announce<T>(io: CliIo, task: string, size: number, work: () => T): T {
  const shown = io.watched && size > LONG_TEXT
  if (shown) io.err(`${task}……`)
  try {
    return work()
  } finally {
    if (shown) io.err(ERASE_LINE)
  }
}
