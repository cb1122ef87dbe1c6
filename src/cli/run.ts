import { Command, CommanderError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { displayWidth } from '../diagnostics/display-width.ts'
import { printable } from '../diagnostics/printable.ts'
import { CommandFailure } from './command-failure.ts'
import { COMMANDS } from './commands.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { CliIo } from './io.ts'
import { nearest } from './nearest.ts'
import { refuseRepeats } from './refuse-repeats.ts'
import { describeUsageError } from './usage-message.ts'

/** Runs `zw` with these arguments and answers the exit code; nothing is thrown and the process is left alone. */
export async function run(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  // `zw help check` is `zw check --help`.
  const args = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv
  const name = args.find((argument) => !argument.startsWith('-'))
  let code: ExitCode = EXIT.fine
  try {
    const entry = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name]
    if (name !== undefined && entry === undefined) throw new CommandFailure(unknownCommand(name))
    const program = describeProgram(io)
    for (const [each, { summary }] of Object.entries(COMMANDS)) {
      const command = program.command(each).description(summary)
      if (each !== name || entry === undefined) continue
      const { configure } = await entry.load()
      configure(command, io, (finished) => {
        code = finished
      })
      refuseRepeats(command)
    }
    if (args.length === 0) {
      program.outputHelp()
      return EXIT.failure
    }
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return reportFailure(error, name, io)
  }
}

function reportFailure(error: unknown, command: string | undefined, io: CliIo): ExitCode {
  if (error instanceof CommanderError) {
    // --help and --version come this way too.
    if (error.exitCode === 0) return EXIT.fine
    const help = ['zw', ...(command === undefined ? [] : [command]), '--help'].join(' ')
    io.err(`zw：${printable(describeUsageError(error.code, error.message))}\n用法见 ${help}\n`)
    return EXIT.failure
  }
  if (error instanceof CommandFailure) {
    io.err(`zw：${error.message.split('\n').map(printable).join('\n')}\n`)
    return EXIT.failure
  }
  io.err(`zw：程序内部出错，不是您的文件有错，请把这一行连同命令报告给我们：${String(error)}\n`)
  return EXIT.failure
}

function unknownCommand(name: string): string {
  const [suggestion] = nearest(name, Object.keys(COMMANDS))
  return `没有“${name}”这个命令${suggestion === undefined ? '' : `，是不是“${suggestion}”？`}\n可用的命令：${Object.keys(COMMANDS).join('、')}；用法见 zw --help`
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

function describeProgram(io: CliIo): Command {
  const program = new Command('zw')
    .description('政务服务事项：检查、时限、压减比例')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示用法')
    .version(packageJson.version, '-V, --version', '显示版本')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: (option) => {
        const untold = option.argChoices?.some((choice) => !option.description.includes(choice)) === true
        const choices = untold ? `（可以写：${option.argChoices?.join('、')}）` : ''
        const usual = option.defaultValueDescription === undefined ? '' : `（默认：${option.defaultValueDescription}）`
        return `${option.description}${choices}${usual}`
      },
      subcommandTerm: (command) => command.name(),
      displayWidth,
    })
  return program
}
