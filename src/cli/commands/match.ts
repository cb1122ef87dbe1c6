import { matchHeadToJson, matchTallyToJson, printApplicantJson } from '../../analysis/match/match-json.ts'
import { type ApplicantFacts, type ApplicantMatch, prepareMatch } from '../../analysis/match/prepare-match.ts'
import { startTally } from '../../analysis/match/tally-matches.ts'
import { inForceOn } from '../../analysis/matter-report.ts'
import { printable } from '../../diagnostics/printable.ts'
import { renderMatch } from '../../render/match-text.ts'
import { collect } from '../collect.ts'
import { compileSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { readMatterFilter } from '../matter-filter.ts'
import { createProgress } from '../progress.ts'
import { readDateOption } from '../read-date-option.ts'
import { countLines, readLines } from '../read-lines.ts'
import { readWorkspace } from '../read-sources.ts'

interface Options {
  readonly json?: true
  readonly where: readonly string[]
  readonly asOf?: string
}

/** `zw match`: a population of applicants against all matters; exit code 1 where a line could not be read, or a matter has errors. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] <申请人.jsonl> [文件或文件夹…]')
    .argument(
      '<申请人.jsonl>',
      '每行一个JSON：{"id":"…","facts":{"经营面积":80,"告知承诺":true}}，id可以不写；“-”读标准输入',
    )
    .argument('[文件或文件夹...]', '事项在哪里，默认是当前文件夹')
    .option('--where <条件>', '只匹配符合条件的事项，如 事项类型=行政许可；可以写多次', collect, [])
    .option('--as-of <日期>', '哪一天申请，只匹配当日施行的事项（默认：今天）', readDateOption)
    .option('--json', '逐行输出JSON：先是事项，再是每个申请人，最后是合计')
    .action(async (applicants: string, paths: readonly string[], options: Options) => {
      const appliedOn = options.asOf ?? io.today()
      const isChosen = readMatterFilter(options.where)
      const { matters } = compileSources(await readWorkspace(paths, io), appliedOn, io)
      const chosen = [...matters.values()].filter(
        ({ matter }) => isChosen(matter) && inForceOn(matter, appliedOn) === 'inForce',
      )
      // What its errors left out may be the very condition that an applicant does not meet.
      const faulty = chosen.filter((each) => each.faulty === true).map(({ matter }) => `“${matter.name}”`)
      if (faulty.length > 0) io.err(`zw：${printable(faulty.join('、'))}的文件里有错误，没有匹配；运行 zw check 查看\n`)
      const match = prepareMatch(
        chosen.filter((each) => each.faulty !== true),
        { appliedOn },
      )
      const keeper = startTally(match)
      const progress = createProgress(io, '匹配申请人', await countLines(applicants, io))
      const output = createOutput(io)
      if (options.json) output.line(JSON.stringify(matchHeadToJson(match)))
      for await (const { number, text } of readLines(applicants, io)) {
        const read = readApplicant(text)
        const found = typeof read === 'string' ? unreadable(read) : match.of(read.facts)
        keeper.add(found)
        if (options.json) output.line(printApplicantJson({ line: number, id: idOf(read) }, found))
        else for (const error of found.errors) output.error(`zw：第${number}行：${error}`)
        progress.step()
      }
      progress.done()
      const tally = keeper.tally()
      if (options.json) output.line(JSON.stringify(matchTallyToJson(tally)))
      output.flush()
      if (!options.json) {
        io.out(
          `${renderMatch(match, tally, { color: io.color, ...(io.columns !== undefined && { width: io.columns }) })}\n`,
        )
      }
      finish(tally.errors + faulty.length > 0 ? EXIT.findings : EXIT.fine)
    })
}

interface Applicant {
  readonly id: string | number | null
  readonly facts: ApplicantFacts
}

/** One line as an applicant, or what is wrong with it. */
function readApplicant(text: string): Applicant | string {
  const read = parse(text)
  if (!isObject(read)) return '不是一个JSON对象，应当像 {"id":"…","facts":{"经营面积":80}}'
  const { id = null, facts, ...others } = read
  const [other] = Object.keys(others)
  if (!isObject(facts)) return '没有“facts”，应当像 {"id":"…","facts":{"经营面积":80}}'
  if (other !== undefined) return `看不懂“${other}”；信息要写在“facts”里面`
  if (id !== null && typeof id !== 'string' && typeof id !== 'number') return '“id”应当是文字或者数'
  return { id, facts }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function idOf(read: Applicant | string): Applicant['id'] {
  return typeof read === 'string' ? null : read.id
}

function unreadable(error: string): ApplicantMatch {
  return { eligible: [], lacksOne: [], errors: [error], unused: [] }
}

/** Most errors that are told one by one where people read. */
const MOST_ERRORS = 20
/** Lines are written together. Unit: UTF-16 code units. */
const WRITTEN_TOGETHER = 65_536

function createOutput(io: CliIo) {
  let waiting = ''
  let errors = 0
  const flush = () => {
    if (waiting !== '') io.out(waiting)
    waiting = ''
  }
  return {
    flush,
    line: (text: string) => {
      waiting += `${text}\n`
      if (waiting.length > WRITTEN_TOGETHER) flush()
    },
    error: (message: string) => {
      errors++
      if (errors <= MOST_ERRORS) io.err(`${printable(message)}\n`)
      else if (errors === MOST_ERRORS + 1) io.err('zw：还有别的行也看不懂，没有逐行列出\n')
    },
  }
}
