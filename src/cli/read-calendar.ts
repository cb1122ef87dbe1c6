import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeText } from '../base/decode-text.ts'
import { failure, type Result, success } from '../base/result.ts'
import { type CalendarSources, readCalendarSources } from '../calendar/arrangement.ts'
import { type Calendar, createCalendar } from '../calendar/calendar.ts'
import { NOTICES } from '../calendar/notices.ts'
import { CommandFailure } from './command-failure.ts'
import { attempt } from './find-files.ts'
import type { CliIo } from './io.ts'

/** Why a file is no calendar, in words for the user. */
interface Unreadable {
  readonly message: string
}

/**
 * The calendar that a file makes of the built-in notices (工作日历): notices and overlays in JSON, or every 工作日历 of a
 * `.zw` file in the order written, each over those before it.
 */
export async function readCalendar(path: string | undefined, io: CliIo): Promise<Calendar> {
  if (path === undefined) return createCalendar()
  const text = decodeText(attempt(path, () => readFileSync(resolve(io.cwd, path))))?.text ?? ''
  const sources = /\.zw(\.md)?$/i.test(path) ? await readOverlays(path, text) : readJson(text)
  if (!sources.ok) throw new CommandFailure(`工作日历“${path}”读不懂：${sources.error.message}`)
  return createCalendar({ ...sources.value, notices: [...NOTICES, ...sources.value.notices] })
}

async function readOverlays(path: string, text: string): Promise<Result<CalendarSources, Unreadable>> {
  // Only such a file needs the compiler, which takes longer to load than the answer.
  const { compile } = await import('../compile/compile.ts')
  const { calendars, diagnostics } = compile([{ uri: path, text }])
  const error = diagnostics.find(({ severity }) => severity === 'error')
  if (error !== undefined) return failure({ message: `${error.message}；运行 zw check ${path} 查看` })
  if (calendars.size === 0) return failure({ message: '里面没有“工作日历：”' })
  return success({ notices: [], overlays: [...calendars.values()] })
}

function readJson(text: string): Result<CalendarSources, Unreadable> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return failure({ message: '不是有效的JSON' })
  }
  return readCalendarSources(json)
}
