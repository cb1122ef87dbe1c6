import { basename } from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { diffCatalogue } from '../../analysis/diff/catalogue-diff.ts'
import { diffToJson } from '../../analysis/diff/diff-json.ts'
import type { DiffSide, MatterPair } from '../../analysis/diff/matter-diff.ts'
import { lineStarts, type Origin, positionAt, type SourceFile } from '../../base/source-file.ts'
import { parseCivilDate } from '../../calendar/civil-date.ts'
import type { CompiledMatter, CompiledWorkspace } from '../../compile/compiled.ts'
import { isFault } from '../../compile/faults.ts'
import { isJudgement } from '../../compile/partial.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { summarizeSeverities } from '../../diagnostics/render-diagnostic.ts'
import { printDate } from '../../graph/situation.ts'
import { renderDiff } from '../../render/diff-text.ts'
import { renderDiffPage } from '../../render/html/diff-page.ts'
import { CommandFailure } from '../command-failure.ts'
import { compileSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { findNamed } from '../find-named.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { type Catalogue, pairMatters } from '../pair-matters.ts'
import { createProgress } from '../progress.ts'
import { readDateOption } from '../read-date-option.ts'
import { readWorkspace } from '../read-sources.ts'
import { writeResult } from '../write-file.ts'

interface Options {
  readonly matter?: string
  readonly asOf?: string
  readonly html?: string
  readonly title?: string
  readonly json?: true
}

const PREVIOUS = '前一版'

/** `zw diff`: what changed between two versions, and for whom; exit code 0 whatever changed, 1 where the files have errors. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] <以前> <现在>')
    .argument('<以前>', '文件或文件夹；或者写“前一版”、日期（如 2025-06-30），与同一批文件里以前有效的一版比')
    .argument('<现在>', '文件或文件夹')
    .option('--matter <名称>', '只看这一个事项')
    .option('--as-of <日期>', '“现在”按哪一天有效的规定（默认：今天）', readDateOption)
    .option('--html <文件>', '另存一份网页，一个文件，可以打印、不用联网')
    .option('--title <标题>', '网页的标题（默认：改动对照）')
    .option('--json', '输出JSON')
    .action(async (before: string, after: string, options: Options) => {
      const asOf = options.asOf ?? io.today()
      const now = await readSide(after, asOf, io)
      const former = await formerOf(before, now, asOf, io)
      const all = pairMatters(former, now.workspace)
      const pairs = options.matter === undefined ? all : [findPair(options.matter, all)]
      const progress = createProgress(io, '对照事项', pairs.length)
      const diff = diffCatalogue(pairs, { asOf: { before: former.asOf, after: asOf } })
      progress.done()
      const lineOf = indexLines([...former.sources, ...now.sources])
      const titles = { before: former.title, after: after }
      if (options.html !== undefined) {
        const page = { titles: shortTitles(titles), lineOf, title: options.title, version: packageJson.version }
        writeResult(options.html, renderDiffPage(diff, page), io.cwd)
      }
      if (options.json) printJson(diffToJson(diff), io)
      else {
        const width = io.columns === undefined ? {} : { width: io.columns }
        io.out(`${renderDiff(diff, { color: io.color, ...width, titles, lineOf })}\n`)
      }
      const faults = new Set([...former.faults, ...now.faults])
      if (faults.size > 0) io.err(`zw：${describeFaults([...faults], unreadOf(pairs, [former, now]))}\n`)
      finish(faults.size > 0 ? EXIT.findings : EXIT.fine)
    })
}

/** Folders by their last name, where that tells them apart: a page goes to people who do not have them. */
function shortTitles({ before, after }: { readonly before: string; readonly after: string }) {
  const [was, now] = [before, after].map((title) => basename(title))
  return was === undefined || now === undefined || was === now ? { before, after } : { before: was, after: now }
}

interface Side {
  readonly workspace: CompiledWorkspace
  readonly sources: readonly SourceFile[]
  readonly faults: readonly Diagnostic[]
}

/** The matters among these that were not read whole on a side (没有读全). */
function unreadOf(pairs: readonly MatterPair[], sides: readonly Pick<Side, 'workspace'>[]): readonly string[] {
  const versions = sides.flatMap(({ workspace }) => [...workspace.versions.values()].flat())
  const partial = new Set(versions.flatMap((each) => (each.partial === true ? [each.matter] : [])))
  const isPartial = (side: DiffSide | undefined) => side !== undefined && partial.has(side.matter)
  return pairs.flatMap(({ before, after }) => {
    const name = (after ?? before)?.matter.name
    return name !== undefined && (isPartial(before) || isPartial(after)) ? [name] : []
  })
}

/** Lines that could not be used are not compared; what is merely wrong is, as it is written. */
function describeFaults(faults: readonly Diagnostic[], unread: readonly string[]): string {
  const listed = (some: readonly Diagnostic[]) =>
    `${summarizeSeverities(some)}（${[...new Set(some.map(({ code }) => code))].join('、')}）`
  const whole = faults.filter(isJudgement)
  const lost = faults.filter((each) => !isJudgement(each))
  const where = unread.length === 0 ? '' : `${unread.map((name) => `“${name}”`).join('、')}没有读全，`
  const parts = [
    ...(lost.length === 0 ? [] : [`有${listed(lost)}，${where}有错的地方没有对照`]),
    ...(whole.length === 0 ? [] : [`${lost.length === 0 ? '' : '另'}有${listed(whole)}，照样对照`]),
  ]
  return `文件里${parts.join('；')}；运行 zw check 查看`
}

async function readSide(path: string, asOf: string, io: CliIo): Promise<Side> {
  const read = await readWorkspace([path], io)
  const workspace = compileSources(read, asOf, io)
  const faults = [...read.diagnostics, ...workspace.diagnostics].filter(isFault)
  return { workspace, sources: read.sources, faults }
}

interface FormerSide extends Catalogue {
  readonly workspace: CompiledWorkspace
  readonly title: string
  readonly asOf: string | undefined
  readonly sources: readonly SourceFile[]
  readonly faults: readonly Diagnostic[]
}

/** The side of before: other files, or earlier versions in the same ones. */
async function formerOf(written: string, { workspace }: Side, asOf: string, io: CliIo): Promise<FormerSide> {
  const earlier = (
    matters: readonly (readonly [string, CompiledMatter | undefined])[],
    title: string,
    on?: string,
  ) => ({
    workspace,
    matters: new Map(matters.flatMap(([name, matter]) => (matter === undefined ? [] : [[name, matter] as const]))),
    diagnostics: workspace.diagnostics,
    title,
    asOf: on,
    sources: [],
    faults: [],
  })
  if (written === PREVIOUS) {
    const previous = [...workspace.matters].map(([name, compiled]) => {
      const { file, previous: was, matter } = compiled
      // A matter that says no first day has been in force all the time, as it is.
      const same = matter.effectiveFrom === undefined ? compiled : undefined
      return [name, was === undefined ? same : { ...was, file }] as const
    })
    return earlier(previous, PREVIOUS)
  }
  if (parseCivilDate(written).ok) {
    const valid = [...workspace.versions].map(([name, versions]) => {
      const version = versions.find(
        ({ from, to }) => (from === undefined || from <= written) && (to === undefined || written <= to),
      )
      return [name, version] as const
    })
    return earlier(valid, `${printDate(written)}有效的一版`, written)
  }
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(written))
    throw new CommandFailure(`“${written}”不是一个日期，请写成“2025-06-30”的样子，并核对有没有这一天`)
  const { workspace: other, sources, faults } = await readSide(written, asOf, io)
  return {
    workspace: other,
    matters: other.matters,
    diagnostics: other.diagnostics,
    title: written,
    asOf,
    sources,
    faults,
  }
}

function findPair(name: string, pairs: ReturnType<typeof pairMatters>) {
  const byName = new Map(pairs.map((pair) => [(pair.after ?? pair.before)?.matter.name ?? '', pair]))
  return findNamed(name, byName, { word: '事项', otherwise: () => '' })
}

function indexLines(sources: readonly SourceFile[]): (origin: Origin) => number | undefined {
  const texts = new Map(sources.map(({ uri, text }) => [uri, text]))
  const starts = new Map<string, readonly number[]>()
  return ({ file, span }) => {
    const text = texts.get(file)
    if (text === undefined) return undefined
    const known = starts.get(file) ?? lineStarts(text)
    starts.set(file, known)
    return positionAt(known, span.start).line
  }
}
