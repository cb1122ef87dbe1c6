import type { CliIo } from './io.ts'

/** A line on standard error that tells how far a long task is (进度). */
export interface Progress {
  readonly step: () => void
  readonly done: () => void
}

/** Tasks shorter than this show nothing; a line that flashes up only disturbs. Unit: milliseconds. */
const PATIENCE = 300
const REFRESH = 100

/** Starts telling; silent where nobody watches. */
export function createProgress(io: CliIo, task: string, total: number): Progress {
  let count = 0
  let shownAt = Date.now() + PATIENCE - REFRESH
  let shown = false
  return {
    step: () => {
      count++
      if (!io.watched || Date.now() - shownAt < REFRESH) return
      shownAt = Date.now()
      shown = true
      io.err(`\r${task} ${count}/${total}`)
    },
    // Erases the line, so that what follows starts on a clean one.
    done: () => {
      if (shown) io.err('\r\u001b[K')
    },
  }
}
