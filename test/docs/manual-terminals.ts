import { readFileSync, writeFileSync } from 'node:fs'
import { runCli } from '../cli/run-cli.ts'
import { placeOf, type TerminalBlock } from './manual-blocks.ts'

/** What a command line of the manual prints, run beside the files of its page on 2026-11-22. */
export async function runTerminal({ argv, files }: TerminalBlock): Promise<string> {
  const { out, err } = await runCli(argv, { files: Object.fromEntries(files.map(({ uri, text }) => [uri, text])) })
  // The pages are Markdown that editors trim.
  return `${out}${err}`.replaceAll(/ +$/gm, '')
}

/** Puts what the command prints now into its page (UPDATE=1). */
export function quoteOutput(path: string, { argv, output }: TerminalBlock, printed: string): void {
  const place = placeOf(path)
  const command = `\`\`\`终端\n$ zw ${argv.join(' ')}\n`
  const text = readFileSync(place, 'utf8').replace(`${command}${output}\`\`\`\n`, () => `${command}${printed}\`\`\`\n`)
  writeFileSync(place, text)
}
