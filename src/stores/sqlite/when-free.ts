/** How long to try before a database that stays locked is an error. Unit: milliseconds. */
const PATIENCE = 30_000

/** The longest pause between two tries. Unit: milliseconds. */
const LONGEST_PAUSE = 8

/** SQLITE_BUSY; its extended codes have it in their lowest byte. */
const BUSY = 5

/**
 * Does something with a database once other processes leave room for it (等待空闲). SQLite's own waiting sleeps up to 100 ms
 * between tries, so that a process which writes all the time starves the others, and it holds up the whole event loop.
 * Short random pauses do neither.
 */
export async function whenFree<T>(action: () => T): Promise<T> {
  const deadline = performance.now() + PATIENCE
  for (;;) {
    try {
      return action()
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, Math.ceil(Math.random() * LONGEST_PAUSE)))
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === BUSY
  )
}
