import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeText } from '../../base/decode-text.ts'
import { createCalendar } from '../../calendar/calendar.ts'
import { createPaint } from '../../diagnostics/paint.ts'
import { printable } from '../../diagnostics/printable.ts'
import { readClocks } from '../../engine/clocks/read-clocks.ts'
import { prepareDefinition } from '../../engine/flow/definition.ts'
import { CommandFailure } from '../command-failure.ts'
import { openSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { attempt } from '../find-files.ts'
import { findMatter } from '../find-matter.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { readWorkspace } from '../read-sources.ts'
import { saysNothing, walkLine } from '../walk/walk.ts'
import type { WalkRendering } from '../walk/walk-screen.ts'
import { startWalk, type WalkSession } from '../walk/walk-session.ts'
import { readMoment } from '../walk/walk-time.ts'

interface Options {
  readonly script?: string
  readonly at?: string
  readonly asOf?: string
  readonly json?: true
}

const WIDTH = 100

/** `zw run`: walks one case of a matter by hand, with a clock that can be set; exit code 1 when a line of a script is refused. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] <事项、实施清单或一件事> [文件或文件夹…]')
    .argument('<事项、实施清单或一件事>', '名称')
    .argument('[文件或文件夹...]', '在哪里找，默认是当前文件夹')
    .option('--script <文件>', '照文件一行一行地办，如 提交 经营面积=200；“-”读标准输入，不在终端里时就读它')
    .option('--at <时刻>', '从什么时候开始，如 2026-09-28 或 "2026-09-28 14:30"（默认：今天9点）')
    .option('--json', '办完以后输出JSON：历史、时钟、各行的结果')
    .action(async (name: string, paths: readonly string[], options: Options) => {
      if (options.json && options.script === undefined) throw new CommandFailure('--json 要和 --script 一起写')
      const session = await openWalk(name, paths, options, io)
      const rendering = { paint: createPaint(io.color), width: io.columns ?? WIDTH }
      const script = options.script ?? (io.typed ? undefined : '-')
      const done =
        script === undefined
          ? await walkByHand(session, rendering, io)
          : runScript(session, await readScript(script, io), rendering, options.json === true, io)
      finish(done ? EXIT.fine : EXIT.findings)
    })
}

async function openWalk(name: string, paths: readonly string[], options: Options, io: CliIo): Promise<WalkSession> {
  const today = io.today()
  const { result: workspace } = openSources(await readWorkspace(paths, io), today, io)
  const definition = prepareDefinition(findMatter(name, workspace))
  if (!definition.ok) throw new CommandFailure(`${definition.error.message}；${definition.error.help}`)
  const calendar = createCalendar({ overlays: [...workspace.calendars.values()] })
  return startWalk(definition.value, calendar, readMoment(options.at ?? today))
}

async function readScript(path: string, io: CliIo): Promise<readonly string[]> {
  const bytes = path === '-' ? await io.readStdin() : attempt(path, () => readFileSync(resolve(io.cwd, path)))
  const text = decodeText(bytes)?.text
  if (text === undefined) throw new CommandFailure(`“${path}”不是UTF-8或GB 18030编码的文本`)
  const lines = text.split(/\r?\n/u)
  if (lines.every(saysNothing)) {
    throw new CommandFailure(
      `${path === '-' ? '标准输入' : `“${path}”`}里一行指令也没有，请写如“提交 经营面积=200”的指令`,
    )
  }
  return lines
}

/** Takes the lines in order and stops at the first that is refused; true where none is. */
function runScript(
  start: WalkSession,
  script: readonly string[],
  rendering: WalkRendering,
  asJson: boolean,
  io: CliIo,
): boolean {
  let session = start
  const results: { readonly line: number; readonly text: string; readonly refused: string | null }[] = []
  for (const [index, text] of script.entries()) {
    if (text.trim() === '') continue
    const walked = walkLine(session, text, rendering)
    ;({ session } = walked)
    results.push({ line: index + 1, text: text.trim(), refused: walked.refused ?? null })
    const isRemark = walked.lines.length === 0 && text.trim().startsWith('#')
    if (!asJson && !isRemark) show([`> ${text.trim()}`, ...walked.lines, ''], io)
    if (walked.refused !== undefined) {
      io.err(`zw：第${index + 1}行没有办成：${printable(walked.refused)}\n`)
      break
    }
    if (walked.ended) break
  }
  if (asJson) printJson(walkToJson(session, results), io)
  return results.every(({ refused }) => refused === null)
}

async function walkByHand(start: WalkSession, rendering: WalkRendering, io: CliIo): Promise<boolean> {
  let session = start
  let hasEnded = false
  show([`走一遍：${session.definition.matter.name}。写“帮助”看可以写什么，写“退出”结束。`], io)
  show(walkLine(session, '看', rendering).lines, io)
  for await (const line of io.askLines('> ')) {
    const walked = walkLine(session, line, rendering)
    ;({ session } = walked)
    if (walked.lines.length > 0) show(walked.lines, io)
    if (walked.refused !== undefined) show([`✗ ${walked.refused}`], io)
    hasEnded = walked.ended === true
    if (hasEnded) break
  }
  // The input ended behind a prompt: the shell's own stands on a new line.
  if (!hasEnded) io.out('\n')
  return true
}

/** `zw/run/1` */
function walkToJson(session: WalkSession, lines: readonly object[]) {
  const { definition, state, calendar, at } = session
  const clocks = 'status' in state ? readClocks(definition, state, calendar, at) : []
  return {
    schema: 'zw/run/1',
    matter: definition.matter.name,
    definition: definition.hash,
    at,
    status: 'status' in state ? state.status : null,
    ending: 'status' in state ? (state.ending ?? null) : null,
    lines,
    events: session.events,
    clocks: clocks.map(({ id, kind, label, state: standing, due, used, left, overdue }) => ({
      id,
      kind,
      label,
      state: standing,
      due: due?.date ?? null,
      used: used ?? null,
      left: left ?? null,
      overdue,
    })),
  }
}

function show(lines: readonly string[], io: CliIo): void {
  io.out(`${lines.map(printable).join('\n')}\n`)
}
