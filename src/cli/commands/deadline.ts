import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { decodeText } from '../../base/decode-text.ts'
import { type Result, success } from '../../base/result.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { computeDeadline } from '../../calendar/deadline.ts'
import { traceDeadline } from '../../calendar/deadline-trace.ts'
import type { Pause } from '../../calendar/pauses.ts'
import type { DeadlineAnswer } from '../../render/deadline-answer.ts'
import { writeDeadlineJson } from '../../render/deadline-json.ts'
import { renderDeadline } from '../../render/deadline-text.ts'
import { CommandFailure } from '../command-failure.ts'
import type { Configure } from '../configure.ts'
import { readDeadlineLine } from '../deadline-line.ts'
import { type DeadlineRequest, type RequestError, readDeadlineRequest } from '../deadline-request.ts'
import { EXIT } from '../exit-code.ts'
import { attempt, STDIN_PATH } from '../find-files.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { createProgress } from '../progress.ts'
import { readCalendar } from '../read-calendar.ts'

interface Options {
  readonly from?: string
  readonly limit?: string
  readonly profile?: string
  readonly pause: readonly Pause[]
  readonly extend?: string
  readonly extendTo?: string
  readonly roll?: boolean
  readonly calendar?: string
  readonly batch?: string
  readonly json?: true
}

/** `zw deadline`: when a limit ends, with its derivation; or a whole file of such questions. */
export const configure: Configure = (command, io, finish) => {
  declareOptions(command).action(async (options: Options) => {
    const calendar = await readCalendar(options.calendar, io)
    if (options.batch !== undefined) {
      finish((await answerBatch(options.batch, calendar, io)) ? EXIT.fine : EXIT.findings)
      return
    }
    const { from, limit } = options
    if (from === undefined || limit === undefined)
      throw new CommandFailure('请写明 --from 起算日 和 --limit 时限；成批计算用 --batch 文件')
    const { profile, roll, extend, extendTo, pause: pauses } = options
    const answer = answerRequest({ from, limit, profile, roll, pauses, extend, extendTo }, calendar)
    if (!answer.ok) throw new CommandFailure(answer.error.message)
    if (options.json) printJson(writeDeadlineJson(answer.value), io)
    else io.out(`${renderDeadline(answer.value, { color: io.color })}${answer.value.assumedProfile ? ASSUMED : ''}\n`)
    finish(EXIT.fine)
  })
}

const ASSUMED =
  '\n\n说明：时限只写了“日”，按行政许可的期限计算；不是行政许可的，请用 --profile 写明计算规则，或者写成“个工作日”“个自然日”。'

function declareOptions(command: Command): Command {
  return command
    .usage('--from <起算日> --limit <时限> [选项]')
    .option('--from <日期>', '起算日，如 2026-09-28；按小时计的写时刻，如 2026-09-28T10:20+08:00')
    .option('--limit <时限>', '如 20个工作日、60日、3个月、2小时；负数向前倒算，如 -7个自然日')
    .option('--profile <名称>', '计算规则，如 行政许可法、民法典')
    .option('--pause <起..止>', '暂停计时的日子，两头都算，可以写多次；还没有恢复的写“起..”', readPause, [])
    .option('--extend <时限>', '在原时限上延长')
    .option('--extend-to <时限>', '延长到一共')
    .option('--roll', '末日是休息日时顺延')
    .option('--no-roll', '末日是休息日时不顺延')
    .option('--calendar <文件>', '补充的放假安排或者地方工作日历（JSON，或者写有“工作日历：”的 .zw）')
    .option('--batch <文件>', '成批计算：每行一个JSON；“-”读标准输入')
    .option('--json', '输出JSON')
}

function readPause(written: string, earlier: readonly Pause[]): readonly Pause[] {
  const [from, to, ...rest] = written.split('..')
  if (from === undefined || from === '' || to === undefined || rest.length > 0) {
    throw new InvalidArgumentError('请写成“2026-10-08..2026-10-14”的样子')
  }
  return [...earlier, to === '' ? { from } : { from, to }]
}

type Answer = DeadlineAnswer & { readonly assumedProfile: boolean }

function answerRequest(request: DeadlineRequest, calendar: Calendar): Result<Answer, RequestError> {
  const question = readDeadlineRequest(request)
  if (!question.ok) return question
  const { input, limit, assumedProfile } = question.value
  const deadline = computeDeadline(input, calendar)
  if (!deadline.ok) return deadline
  const trace = traceDeadline(input, calendar)
  if (!trace.ok) return trace
  const { from, profile, extendBy, extendTo } = input
  return success({
    from,
    limit,
    extendBy: extendBy?.[0],
    extendTo,
    profile,
    deadline: deadline.value,
    trace: trace.value,
    assumedProfile,
  })
}

/** One result a line, in order; a bad line gives its error in its place. Answers whether all lines were good. */
async function answerBatch(path: string, calendar: Calendar, io: CliIo): Promise<boolean> {
  const bytes = path === STDIN_PATH ? await io.readStdin() : attempt(path, () => readFileSync(resolve(io.cwd, path)))
  const text = decodeText(bytes)?.text
  if (text === undefined) throw new CommandFailure(`“${path}”不是文本文件`)
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const progress = createProgress(io, '计算到期日', lines.length)
  let good = true
  for (const line of lines) {
    const request = readDeadlineLine(line)
    const answer = request.ok ? answerRequest(request.value, calendar) : request
    io.out(`${JSON.stringify(answer.ok ? writeDeadlineJson(answer.value) : { error: answer.error })}\n`)
    good &&= answer.ok
    progress.step()
  }
  progress.done()
  return good
}
