import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** A program of this folder, running in a process of its own. */
export interface Program {
  /** Settles when its modules are loaded and it waits for the word. */
  readonly ready: Promise<void>
  readonly go: () => void
  /** Settles when it has written so many lines after the word, or has ended. */
  readonly wrote: (lines: number) => Promise<void>
  /** kill -9. */
  readonly kill: () => void
  /** What it wrote, line by line as JSON, once it has ended. */
  readonly lines: Promise<readonly unknown[]>
  /** What it wrote to its standard error, and how it ended. */
  readonly ending: Promise<{ readonly errors: string; readonly code: number | null; readonly signal: string | null }>
}

/** Starts `programs/NAME.ts`: it says that it is ready, waits for a line, and then works until it ends or is killed. */
export function startProgram(name: string, ...parameters: readonly string[]): Program {
  const path = fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, [path, ...parameters], { stdio: 'pipe' })
  let output = ''
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += `${text}`
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      output += `${text}`
      if (output.includes('\n')) resolve()
    })
    child.on('close', () => reject(new Error(`${name} ended before it was ready:\n${errors}`)))
  })
  // Who waits for it hears of it; who has killed it before does not.
  ready.catch(() => {})
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const closed = once(child, 'close')
  // A program that is killed may still have had the word written to it.
  child.stdin.on('error', () => {})
  return {
    ready,
    go: () => child.stdin.write('go\n'),
    wrote: async (lines) => {
      while (wholeLines(output).length <= lines && child.exitCode === null) await once(child.stdout, 'data')
    },
    kill: () => child.kill('SIGKILL'),
    lines: closed.then(() =>
      wholeLines(output)
        .slice(1)
        .map((line): unknown => JSON.parse(line)),
    ),
    ending: closed.then(() => ({ errors, code: child.exitCode, signal: child.signalCode })),
  }
}

/** The lines that were written to their end; a kill can cut the last one off. */
function wholeLines(output: string): readonly string[] {
  return output.split('\n').slice(0, -1)
}
