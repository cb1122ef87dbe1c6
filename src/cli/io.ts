import { createInterface, type Interface } from 'node:readline'
import { printCivilDate } from '../calendar/civil-date.ts'
import { civilDayAt } from '../calendar/instant.ts'

/** Everything a command knows of the world outside (运行环境); tests hand in their own. */
export interface CliIo {
  /** Writes to standard output as it is, without a line end of its own. */
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly readStdin: () => Promise<Uint8Array>
  /** Standard input piece by piece, for what may be larger than memory. */
  readonly streamStdin: () => AsyncIterable<Uint8Array>
  /** What a person types, line by line after a prompt, until the input ends. */
  readonly askLines: (prompt: string) => AsyncIterable<string>
  /** Whether a person types on standard input, rather than a file or a pipe. */
  readonly typed: boolean
  /** The folder that relative paths start from. */
  readonly cwd: string
  /** Whether standard output shows colours. */
  readonly color: boolean
  /** Whether somebody watches standard error, so that progress is worth showing. */
  readonly watched: boolean
  /** How wide standard output is; undefined when it is no terminal. Unit: columns. */
  readonly columns: number | undefined
  /** Today in Beijing, `YYYY-MM-DD`. */
  readonly today: () => string
  /** Calls back when the user asks a command that runs on to end. */
  readonly onStop: (stop: () => void) => void
}

/** The real process. */
export function createProcessIo(): CliIo {
  // A reader that has seen enough (`zw report | head`) is no error, and no reason to call what was found fine either: the
  // command finishes with its own exit code. What runs on until it is stopped has nobody left to run for.
  const stops: (() => void)[] = []
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      if (stream === process.stdout) for (const stop of stops.splice(0)) stop()
    })
  }
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    readStdin: async () => {
      const chunks: Uint8Array[] = []
      for await (const chunk of stdinChunks()) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    streamStdin: stdinChunks,
    askLines: (prompt) => {
      const lines = createInterface({ input: process.stdin, output: process.stdout, prompt })
      lines.prompt()
      return promptAfterEach(lines)
    },
    typed: process.stdin.isTTY === true,
    cwd: process.cwd(),
    color: wantsColor(),
    watched: process.stderr.isTTY === true,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    today: () => printCivilDate(civilDayAt(Date.now())),
    onStop: (stop) => {
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
      stops.push(stop)
    },
  }
}

async function* stdinChunks(): AsyncIterable<Uint8Array> {
  for await (const chunk of process.stdin) yield Buffer.from(chunk)
}

async function* promptAfterEach(lines: Interface): AsyncIterable<string> {
  for await (const line of lines) {
    yield line
    lines.prompt()
  }
}

/** NO_COLOR and FORCE_COLOR as https://no-color.org and Node have them. */
function wantsColor(): boolean {
  const forced = process.env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb'
}
