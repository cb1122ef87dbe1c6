import { lineStarts, positionAt } from '../../../base/source-file.ts'
import { compile } from '../../../compile/compile.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { Matter } from '../../../model/matter.ts'
import { foldKey } from '../../../syntax/fold.ts'
import { type CellFinding, type CellPlace, cellFinding } from '../cell-finding.ts'
import { constructOf } from '../layout/columns.ts'
import type { CellText } from './cell-text.ts'
import { findLost, type IsLost } from './find-lost.ts'
import type { MatterRows } from './group-matters.ts'
import type { Entry } from './read-entries.ts'
import { type Prose, type SourceLine, slotOf, writeSource } from './write-source.ts'

/** Rounds of reading: in each, what could not be read becomes prose, which may bring out what stood behind it. */
const MOST_ROUNDS = 5

/** What came of the rows of all matters. */
interface CompiledRows {
  readonly matters: readonly Matter[]
  readonly findings: readonly CellFinding[]
}

/** What becomes prose, round by round. */
interface GrowingProse extends Prose {
  readonly slots: Set<string>
  readonly references: Set<string>
  readonly entries: Set<Entry>
  readonly missing: Map<Entry, Set<string>>
}

/**
 * Reads the rows of all matters by the language's own compiler (读出事项), each as a text of its own. What cannot be read is kept
 * as 说明 or 人工判断, and told with its cell.
 */
export function compileMatters(rows: readonly MatterRows[]): CompiledRows {
  const prose: GrowingProse = { slots: new Set(), references: new Set(), entries: new Set(), missing: new Map() }
  const kept: CellFinding[] = []
  for (let round = 1; ; round++) {
    const { faults, matters } = compileOnce(rows, prose)
    const before = kept.length + prose.references.size
    if (round < MOST_ROUNDS) for (const fault of faults) kept.push(...keepAsProse(fault, prose))
    if (kept.length + prose.references.size > before) continue
    const left = faults
      .filter(
        ({ line, words }) => line.entry === undefined || !prose.missing.get(line.entry)?.has(missingName(line, words)),
      )
      .map(({ diagnostic, line }) => tell(diagnostic, line, undefined))
    return {
      findings: [...kept, ...left],
      matters: rows.flatMap((row, index) => {
        const matter = matters.get(index)
        return matter === undefined ? [] : [withReferences(matter, row, prose.references)]
      }),
    }
  }
}

/** An error of the compiler, and the line of the rows that it is about. */
interface Fault {
  readonly diagnostic: Diagnostic
  readonly line: SourceLine
  /** What of the line it is about. */
  readonly words: string
  readonly isLost: IsLost
}

function compileOnce(rows: readonly MatterRows[], prose: Prose) {
  const written = rows.map((matter) => writeSource(matter, prose))
  const sources = written.map((lines, index) => ({
    uri: String(index),
    text: `${lines.map(({ text }) => text).join('\n')}\n`,
  }))
  const { versions, diagnostics } = compile(sources)
  const matters = new Map([...versions.values()].flat().map(({ file, matter }) => [Number(file), matter]))
  const places = new Map<number, { readonly starts: readonly number[]; readonly isLost: IsLost }>()
  const faults = diagnostics.flatMap((diagnostic): readonly Fault[] => {
    // A missed target (ZW6006) is no fault of the file.
    if (diagnostic.severity !== 'error' || diagnostic.code === 'ZW6006') return []
    const { file, span } = diagnostic.labels[0].origin
    const index = Number(file)
    const [row, source] = [rows[index], sources[index]]
    if (row === undefined || source === undefined) return []
    let place = places.get(index)
    if (place === undefined) {
      place = { starts: lineStarts(source.text), isLost: findLost(matters.get(index), row, prose) }
      places.set(index, place)
    }
    const line = written[index]?.[positionAt(place.starts, span.start).line - 1]
    const words = source.text.slice(span.start, span.end)
    return line === undefined ? [] : [{ diagnostic, line, words, isLost: place.isLost }]
  })
  return { matters, faults }
}

/** Marks a line's value, or else its entry, as prose, where it would be lost otherwise. */
function keepAsProse({ diagnostic, line, words, isLost }: Fault, prose: GrowingProse): readonly CellFinding[] {
  const { slot, entry, text } = line
  // What another file has: the workbook can only repeat the name.
  if (diagnostic.code === 'ZW4003' && slot !== undefined && isReference(line)) {
    prose.references.add(slot)
    return []
  }
  if (!isLost(line)) return keepMissing(diagnostic, line, words, prose)
  if (slot !== undefined && !prose.slots.has(slot)) {
    prose.slots.add(slot)
    return [tell(diagnostic, line, text.trimStart().startsWith('判断：') ? 'manual' : 'note')]
  }
  if (entry === undefined || entry.construct === 'matter') return []
  // Every name that is not found is told, not only the first.
  if (prose.entries.has(entry) && diagnostic.code !== 'ZW4001') return []
  prose.entries.add(entry)
  return [tell(diagnostic, line, 'note')]
}

/** One word of a list that is not understood: the others are read, so that the list itself is not missing. */
function keepMissing(
  diagnostic: Diagnostic,
  line: SourceLine,
  words: string,
  prose: GrowingProse,
): readonly CellFinding[] {
  const { entry, text } = line
  const written = namesOf(text.slice(text.indexOf('：') + 1))
  if (!OF_ONE_WORD.has(diagnostic.code) || entry === undefined) return []
  if (written.length < 2 || !written.includes(words)) return []
  const missing = prose.missing.get(entry) ?? new Set()
  const told = missingName(line, words)
  if (missing.has(told) || prose.entries.has(entry)) return []
  prose.missing.set(entry, missing.add(told))
  // Of 并联 and 任选 two have to be left.
  const names = namesOf(entry.title?.text ?? '').filter((name) => !missing.has(missingName(line, name)))
  if (LISTS.has(constructOf(entry.construct).value.kind) && names.length < 2) prose.entries.add(entry)
  return [tell(diagnostic, line, 'note')]
}

/** A name that nobody declares, a word that is none of those to choose from. */
const OF_ONE_WORD: ReadonlySet<string> = new Set(['ZW4001', 'ZW1103'])

/** Entries that have a list of names behind their keyword. */
const LISTS: ReadonlySet<string> = new Set(['names', 'choice'])

function missingName({ text }: SourceLine, words: string): string {
  return `${text.slice(0, text.indexOf('：')).trim()}里没有认出：${words}`
}

function namesOf(text: string): readonly string[] {
  return text.split(/[、，,；;\n]/).map((name) => name.replace(/^.*[：:]|[【】\s]/g, ''))
}

function tell(
  { code, message, help, fixes }: Diagnostic,
  { entry, place }: SourceLine,
  kept: CellFinding['kept'],
): CellFinding {
  const what = kept === undefined ? '' : kept === 'manual' ? '，已记为人工判断' : '，原文已记为说明'
  const { sheet, row, column }: CellPlace = place ?? entry?.at ?? { sheet: '事项' }
  // What the message proposes by itself is not said twice.
  const near = fixes
    .flatMap(({ title }) => /改为“([^“”]+)”$/.exec(title)?.[1] ?? [])
    .filter((name) => !message.includes(`“${name}”`))
  const advice = near.length > 0 ? `是不是${near.map((name) => `“${name}”`).join('或者')}？` : help
  const at = { sheet, ...(row !== undefined && { row }), ...(column !== undefined && { column }) }
  return cellFinding(at, kept === undefined ? 'error' : 'warning', `${message}${what}`, {
    code,
    ...(advice !== undefined && { help: advice }),
    ...(kept !== undefined && { kept }),
  })
}

/** True for 来自, which names what another file has. */
function isReference({ entry, slot }: SourceLine): boolean {
  const cell = entry && referenceOf(entry)
  return cell !== undefined && slot === slotOf(cell, 0)
}

function referenceOf({ cells }: Entry): CellText | undefined {
  return [...cells].find(([{ construct }]) => construct === 'fact.from')?.[1]
}

/** 通用信息·从业人数, each in 【】 where it has a mark in it. */
const REFERENCE = /^(?:【(.+?)】|([^·【]+))·(?:【(.+)】|(.+))$/

/** Puts in what could not be looked up, for it stands in files that are not at hand. */
function withReferences(matter: Matter, { parts }: MatterRows, references: ReadonlySet<string>): Matter {
  const froms = new Map<string, { readonly owner: string; readonly fact: string }>()
  for (const entry of parts) {
    const cell = referenceOf(entry)
    if (cell === undefined || !references.has(slotOf(cell, 0))) continue
    const [, quotedOwner, owner = quotedOwner, quotedFact, fact = quotedFact] = REFERENCE.exec(cell.text) ?? []
    if (owner !== undefined && fact !== undefined) froms.set(foldKey(entry.title?.text ?? ''), { owner, fact })
  }
  if (froms.size === 0) return matter
  const facts = matter.facts.map((fact) => {
    const from = froms.get(foldKey(fact.name))
    return from === undefined ? fact : { ...fact, from }
  })
  return { ...matter, facts }
}
