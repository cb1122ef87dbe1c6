import { setTimeout as wait } from 'node:timers/promises'

/** Waits a little longer with each attempt, and never as long as the others do (让一让). Unit: ms. */
export async function pause(attempt: number): Promise<void> {
  await wait(Math.random() * 2 * attempt)
}
