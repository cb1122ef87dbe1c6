import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CliIo } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'

/** What a run of `zw` inside the test process did. */
export interface CliRun {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly cwd: string
}

/** What the command finds outside. */
export interface CliWorld {
  /** Files of the current folder, by path; a fresh temporary folder holds them. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly stdin?: string | Uint8Array
  /** What a person types. */
  readonly typed?: readonly string[]
  readonly cwd?: string
  readonly color?: boolean
  readonly watched?: boolean
  readonly columns?: number
  /** Takes what a command that runs on has written so far, and what ends it. */
  readonly watcher?: (
    written: () => { readonly out: string; readonly err: string },
    stop: () => void,
  ) => void | Promise<void>
}

/** Runs `zw` with these arguments on 2026-11-22. */
export async function runCli(argv: readonly string[], world: CliWorld = {}): Promise<CliRun> {
  const cwd = world.cwd ?? createFolder(world.files ?? {})
  const written = { out: '', err: '' }
  const io: CliIo = {
    out: (text) => {
      written.out += text
    },
    err: (text) => {
      written.err += text
    },
    readStdin: async () => Buffer.from(world.stdin ?? ''),
    streamStdin: async function* () {
      if (world.stdin !== undefined) yield Buffer.from(world.stdin)
    },
    askLines: async function* () {
      yield* world.typed ?? []
    },
    typed: world.typed !== undefined,
    cwd,
    color: world.color ?? false,
    watched: world.watched ?? false,
    columns: world.columns,
    today: () => '2026-11-22',
    onStop: (stop) => world.watcher?.(() => written, stop),
  }
  const code = await run(argv, io)
  return { code, ...written, cwd }
}

/** A temporary folder with these files, gone when the test has finished. */
export function createFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}
