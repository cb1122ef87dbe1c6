import { once } from 'node:events'
import { writeSync } from 'node:fs'

/** Writes a line that is out of this process when the call returns, so that a kill cannot take it back. */
export function say(line: unknown): void {
  const text = Buffer.from(`${JSON.stringify(line)}\n`)
  let written = 0
  while (written < text.length) {
    try {
      written += writeSync(1, text, written)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

/** Says that everything is loaded, and waits for the word to begin. */
export async function waitForTheWord(): Promise<void> {
  say('ready')
  await once(process.stdin, 'data')
  process.stdin.unref()
}
