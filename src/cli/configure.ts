import type { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'
import type { CliIo } from './io.ts'

/** Declares a command's arguments and options, and what it does. `finish` takes the exit code. */
export type Configure = (command: Command, io: CliIo, finish: (code: ExitCode) => void) => void
