import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeText } from '../base/decode-text.ts'
import { add, divide, parseRational, type Rational, rational, ZERO } from '../base/rational.ts'
import { readCsv } from '../base/read-csv.ts'
import { type Conversion, convertToWorkdays } from '../calendar/duration.ts'
import { readLimit } from '../compile/text/read-limit.ts'
import { CommandFailure } from './command-failure.ts'
import { attempt } from './find-files.ts'
import type { CliIo } from './io.ts'

/** Heads of the columns: of the matter, and of the time that a case took. */
const MATTER_HEADS = ['事项', '事项名称', '编码', '事项编码']
const STEP_HEADS = ['环节', '环节名称']
const TIME_HEADS = ['实际办理时间', '实际用时', '用时', '办理时间']

/** What finished cases took (办结的件用了多久), by the name or 编码 of the matter. Unit: workdays. */
export interface ActualTimes {
  /** On average from the first step to the last. */
  readonly means: ReadonlyMap<string, Rational>
  /** Case by case at single steps, by the name of the step. */
  readonly steps: ReadonlyMap<string, ReadonlyMap<string, readonly Rational[]>>
}

/**
 * Reads `--actual` (实际办理时间): a CSV with a line for each finished case, or one for each matter, that says how long it
 * took, as a limit or as a number of working days. Several lines of one matter give their mean; a line that names a 环节 is
 * about that step of the case.
 */
export function readActual(path: string, conversion: Conversion, io: CliIo): ActualTimes {
  const text = decodeText(attempt(path, () => readFileSync(resolve(io.cwd, path))))?.text
  if (text === undefined) throw new CommandFailure(`“${path}”不是文本文件`)
  const [heads = [], ...rows] = readCsv(text)
  const matter = heads.findIndex((head) => MATTER_HEADS.includes(head))
  const step = heads.findIndex((head) => STEP_HEADS.includes(head))
  const time = heads.findIndex((head) => TIME_HEADS.includes(head))
  if (matter < 0 || time < 0) throw new CommandFailure(`“${path}”的第一行要有“事项”（或者“编码”）和“实际办理时间”两列`)
  const taken = new Map<string, Rational[]>()
  const steps = new Map<string, Map<string, Rational[]>>()
  rows.forEach((row, index) => {
    const name = row[matter] ?? ''
    const days = readDays(row[time] ?? '', conversion)
    if (name === '' || days === undefined) {
      throw new CommandFailure(`“${path}”第${index + 2}行读不懂：要写明事项，时间写成“6个工作日”或者“6”的样子`)
    }
    const of = row[step] ?? ''
    const whole = of === '' ? taken : steps.get(name)
    if (whole === undefined) steps.set(name, new Map([[of, [days]]]))
    else keep(whole, of === '' ? name : of, days)
  })
  const means = new Map(Array.from(taken, ([name, all]) => [name, divide(all.reduce(add, ZERO), rational(all.length))]))
  return { means, steps }
}

function keep(all: Map<string, Rational[]>, name: string, days: Rational): void {
  const known = all.get(name)
  if (known === undefined) all.set(name, [days])
  else known.push(days)
}

function readDays(written: string, conversion: Conversion): Rational | undefined {
  const number = parseRational(written)
  if (number !== undefined) return number.num < 0n ? undefined : number
  const limit = readLimit(written)
  if (limit === undefined || limit.unit === 'bareDay') return undefined
  const days = convertToWorkdays(limit, conversion)
  return days === undefined || days.num < 0n ? undefined : days
}
