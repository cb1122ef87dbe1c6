/** Lets work on one case wait for the work on it before (排队), while other cases go on. */
export interface Turns {
  readonly take: <T>(key: unknown, work: () => Promise<T>) => Promise<T>
  /** Resolves when nobody is at work or waiting. */
  readonly idle: () => Promise<void>
}

/** Makes turns. A failure of one piece of work holds up nobody behind it. */
export function createTurns(): Turns {
  const last = new Map<unknown, Promise<unknown>>()
  return {
    async take(key, work) {
      const before = last.get(key) ?? Promise.resolve()
      const mine = before.then(work, work)
      last.set(key, mine)
      try {
        return await mine
      } finally {
        if (last.get(key) === mine) last.delete(key)
      }
    },
    async idle() {
      while (last.size > 0) await Promise.allSettled(last.values())
    },
  }
}
