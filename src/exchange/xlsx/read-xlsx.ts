import type { Matter } from '../../model/matter.ts'
import { withoutOrigins } from '../../model/write-model-json.ts'
import { foldKey } from '../../syntax/fold.ts'
import { type CellFinding, cellFinding, inCellOrder } from './cell-finding.ts'
import { compileMatters } from './compose/compile-matters.ts'
import { findHeads, type Heads } from './compose/find-heads.ts'
import { followRenames } from './compose/follow-renames.ts'
import { groupMatters } from './compose/group-matters.ts'
import { type Entry, readEntries } from './compose/read-entries.ts'
import { openWorkbook } from './file/open-workbook.ts'
import type { Sheet } from './file/workbook.ts'
import { LONG_TEXT_SHEET } from './layout/long-text.ts'
import { GUIDE_SHEET, MATTER_SHEET, SHEETS, type SheetLayout } from './layout/sheets.ts'

/** What was read of one sheet (一张表读到了什么). */
export interface SheetReport {
  readonly sheet: string
  /** The sheet of the layout that it was taken for; absent where nobody knows it. */
  readonly as?: string
  /** Rows below the heads that hold something. */
  readonly rows: number
}

/** What a workbook says (读到的工作簿). */
export interface ReadWorkbook {
  readonly matters: readonly Matter[]
  readonly report: readonly SheetReport[]
  /** Matters that have another name than when the workbook was written. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  readonly diagnostics: readonly CellFinding[]
}

/**
 * Reads a workbook that {@link writeXlsx} wrote, or that people laid out like one (导入Excel). Never throws on bad bytes or cells:
 * what is wrong is told with its cell, and what cannot be structured is kept as 说明 or 人工判断.
 */
export async function readXlsx(bytes: Uint8Array): Promise<ReadWorkbook> {
  const opened = await openWorkbook(bytes)
  if (!opened.ok)
    return { matters: [], report: [], renamed: [], diagnostics: [cellFinding({ sheet: '' }, 'error', opened.error)] }
  const { sheets, macros } = opened.value
  const findings: CellFinding[] = []
  if (macros) findings.push(cellFinding({ sheet: '' }, 'hint', '文件里有宏，没有运行'))
  const longTexts = readLongTexts(sheets)
  const report: SheetReport[] = []
  const entries: Entry[] = []
  const seen = new Set<SheetLayout>()
  for (const sheet of sheets) {
    if ([GUIDE_SHEET, LONG_TEXT_SHEET].includes(sheet.name.trim())) continue
    const known = recognise(sheet, seen)
    findings.push(...known.findings)
    if (known.layout === undefined || known.heads === undefined) {
      report.push({ sheet: sheet.name, rows: sheet.rows.length })
      continue
    }
    seen.add(known.layout)
    const read = readEntries(sheet, known.layout, known.heads, longTexts)
    for (const entry of read.entries) entries.push(entry)
    for (const finding of read.findings) findings.push(finding)
    report.push({ sheet: sheet.name, as: known.layout.name, rows: read.entries.length })
  }
  if (!seen.has(MATTER_SHEET)) {
    findings.push(
      cellFinding({ sheet: MATTER_SHEET.name }, 'error', '没有“事项”表', { help: '请保留这张表，一项一行' }),
    )
  }
  const grouped = groupMatters(entries)
  const followed = grouped.matters.map(followRenames)
  const compiled = compileMatters(followed.map(({ rows }) => rows))
  const all = [findings, grouped.findings, ...followed.map((one) => one.findings), compiled.findings].flat()
  const ordered = inCellOrder(
    all,
    sheets.map(({ name }) => name),
  )
  const renamed = grouped.matters.flatMap(({ own }) => renameOf(own) ?? [])
  return { matters: compiled.matters.map(withoutOrigins), report, renamed, diagnostics: atMost(ordered) }
}

/** Most findings that are told one by one: who has more looks for what they have in common. */
const MOST_FINDINGS = 2000

function atMost(findings: readonly CellFinding[]): readonly CellFinding[] {
  if (findings.length <= MOST_FINDINGS) return findings
  const rest = cellFinding({ sheet: '' }, 'warning', `还有${findings.length - MOST_FINDINGS}处问题没有列出`)
  return [...findings.slice(0, MOST_FINDINGS), rest]
}

/** The hidden 行编码 of a matter is its name, with its version in brackets where there are several. */
function renameOf(own: Entry | undefined): { readonly from: string; readonly to: string } | undefined {
  const [from, to] = [own?.code, own?.title?.text]
  if (from === undefined || to === undefined) return undefined
  const isSame = foldKey(from) === foldKey(to) || foldKey(from).startsWith(foldKey(`${to}（`))
  return isSame ? undefined : { from, to }
}

function readLongTexts(sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { cells } of sheets.find(({ name }) => name === LONG_TEXT_SHEET)?.rows ?? []) {
    const [number, piece] = [cells.get(1)?.text, cells.get(2)?.text]
    if (number !== undefined && piece !== undefined) texts.set(number, (texts.get(number) ?? '') + piece)
  }
  return texts
}

interface Recognised {
  readonly layout?: SheetLayout
  readonly heads?: Heads
  readonly findings: readonly CellFinding[]
}

/** Which sheet it is: by its name, else by its heads. */
function recognise(sheet: Sheet, seen: ReadonlySet<SheetLayout>): Recognised {
  if (sheet.rows.length === 0) return { findings: [] }
  const key = foldKey(sheet.name)
  const byName = SHEETS.find(({ name, aliases }) => [name, ...aliases].some((word) => foldKey(word) === key))
  if (byName !== undefined && !seen.has(byName)) {
    const { heads, findings } = findHeads(sheet, byName)
    if (heads !== undefined) return { layout: byName, heads, findings }
    return {
      findings: [
        cellFinding({ sheet: sheet.name }, 'error', '没有找到列名，这张表没有导入', {
          help: `第一行请写列名，如“事项”“${byName.title}”`,
        }),
      ],
    }
  }
  const guessed = SHEETS.filter((layout) => !seen.has(layout))
    .map((layout) => ({ layout, ...findHeads(sheet, layout) }))
    .map((guess) => ({
      ...guess,
      known: [...(guess.heads?.columns.values() ?? [])].filter(({ meaning }) => meaning.kind !== 'unknown').length,
    }))
    .toSorted((a, b) => b.known - a.known)[0]
  if (guessed === undefined || guessed.known < 3 || guessed.heads === undefined) {
    return {
      findings: [
        cellFinding({ sheet: sheet.name }, 'warning', '不认识这张表，没有导入', {
          help: `可以改名为：${SHEETS.map(({ name }) => name).join('、')}`,
        }),
      ],
    }
  }
  const { layout, heads, findings } = guessed
  return {
    layout,
    heads,
    findings: [cellFinding({ sheet: sheet.name }, 'hint', `按列名当作“${layout.name}”表`), ...findings],
  }
}
