import { pinyin } from 'pinyin-pro'
import { groupBy } from '../../src/base/group-by.ts'
import type { SourceFile } from '../../src/base/source-file.ts'
import { openWorkspace } from '../../src/compile/workspace.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { foldKey } from '../../src/syntax/fold.ts'
import { KEYWORDS, keywordNumber } from '../../src/syntax/keyword-table.ts'
import { isLiterate, readLiterate } from '../../src/syntax/literate.ts'
import { parse } from '../../src/syntax/parse.ts'
import type { SyntaxNode, SyntaxTree } from '../../src/syntax/tree.ts'

/** One slip of the pen in one line (单行错误). */
interface Mutant {
  readonly text: string
  /** The line on which a finding is due, from 1. */
  readonly line: number
}

/** The five slips that issue 2 names; each is tried at every line where it can happen. */
export const MUTATIONS: Readonly<
  Record<string, (lines: readonly string[], at: number) => readonly string[] | undefined>
> = {
  'missing colon': (lines, at) => {
    const parts = splitKeyword(lines[at] ?? '')
    return parts && replaced(lines, at, [parts.head + parts.keyword + parts.value])
  },
  'homophone keyword': (lines, at) => {
    const parts = splitKeyword(lines[at] ?? '')
    const keyword = parts === undefined ? undefined : homophone(parts.keyword, at)
    if (parts === undefined || keyword === undefined) return undefined
    return replaced(lines, at, [`${parts.head}${keyword}：${parts.value}`])
  },
  'stray line': (lines, at) => inserted(lines, at, '请按以上要求提前准备好'),
  'unknown keyword': (lines, at) => inserted(lines, at, '审批难度：较高'),
  'keyword deleted': (lines, at) => {
    const parts = splitKeyword(lines[at] ?? '')
    return parts && replaced(lines, at, [`${parts.head}：${parts.value}`])
  },
  'empty value': (lines, at) => {
    const parts = splitKeyword(lines[at] ?? '')
    return parts && parts.value !== '' ? replaced(lines, at, [`${parts.head}${parts.keyword}：`]) : undefined
  },
}

interface KeywordLine {
  readonly head: string
  readonly keyword: string
  readonly value: string
}

function splitKeyword(line: string): KeywordLine | undefined {
  const [, head = '', keyword = '', value = ''] = /^(\s*)([^：\s]+)：(.*)$/.exec(line) ?? []
  return keywordNumber(keyword, 0, keyword.length) < 0 ? undefined : { head, keyword, value }
}

function replaced(lines: readonly string[], at: number, by: readonly string[]): readonly string[] {
  return [...lines.slice(0, at), ...by, ...lines.slice(at + 1)]
}

function inserted(lines: readonly string[], at: number, content: string): readonly string[] | undefined {
  const line = lines[at] ?? ''
  const indent = /^\s*/.exec(line)?.[0] ?? ''
  return line.trim() === '' ? undefined : [...lines.slice(0, at + 1), indent + content, ...lines.slice(at + 1)]
}

/** All characters of GB 2312, the rare ones too, by syllable: an input method offers them all. */
const CHARACTERS: ReadonlyMap<string, readonly string[]> = groupBy(gb2312Characters(), syllableOf)

function syllableOf(character: string): string {
  return pinyin(character, { toneType: 'none' })
}

function gb2312Characters(): readonly string[] {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))].filter(
    (one) => one >= '\u4e00' && one <= '\u9fff',
  )
}

/** The keyword with one character put in place by an input method; which one changes from line to line. */
function homophone(keyword: string, seed: number): string | undefined {
  for (let tried = 0; tried < keyword.length; tried++) {
    const place = (seed + tried) % keyword.length
    const character = keyword.charAt(place)
    const others = (CHARACTERS.get(syllableOf(character)) ?? []).filter((other) => other !== character)
    const other = others[seed % Math.max(others.length, 1)]
    const written = other === undefined ? undefined : keyword.slice(0, place) + other + keyword.slice(place + 1)
    if (written !== undefined && !KEYWORDS.numbers.has(written)) return written
  }
  return undefined
}

/** Every mutant of a file by one mutation; of Markdown only the lines of the fenced blocks. */
export function mutantsOf(source: SourceFile, mutation: string): readonly Mutant[] {
  const lines = source.text.split('\n')
  const mutate = MUTATIONS[mutation]
  if (mutate === undefined) throw new TypeError(`unknown mutation ${mutation}`)
  const starts = lines.map((_, at) => lines.slice(0, at).reduce((length, line) => length + line.length + 1, 0))
  const fences = isLiterate(source.uri) ? readLiterate(source.text).fences : [{ start: 0, end: source.text.length }]
  return lines.flatMap((_, at) => {
    const start = starts[at] ?? 0
    const isOurs = fences.some((fence) => fence.start <= start && start < fence.end)
    const mutated = isOurs ? mutate(lines, at) : undefined
    if (mutated === undefined) return []
    return [{ text: mutated.join('\n'), line: mutated.length > lines.length ? at + 2 : at + 1 }]
  })
}

/** How well one mutation is reported and survived (恢复情况). */
export interface Recovery {
  readonly mutants: number
  /** Mutants with exactly one new finding, on the mutated line. */
  readonly exact: number
  /** Mutants without any new finding. */
  readonly silent: number
  /** Nodes of the original tree that the mutants' trees lack, in all. */
  readonly nodesLost: number
  /** The mutants that were not exact, for people to look at. */
  readonly others: readonly string[]
}

/** What a parser or compiler makes of a text: its tree and findings. */
export type Check = (source: SourceFile) => { readonly tree: SyntaxTree; readonly diagnostics: readonly Diagnostic[] }

/** What the parser alone finds. */
export const parseAlone: Check = (source) => {
  const tree = parse(source)
  return { tree, diagnostics: tree.diagnostics }
}

/** What `zw check` finds in all the files of a workspace when one of them has another text. */
export function checkTogether(workspaces: readonly (readonly SourceFile[])[]): Check {
  const opened = workspaces.flatMap((sources) => {
    const workspace = openWorkspace(sources, { asOf: '2026-11-22' })
    // Compiled once, so that each mutant costs one file.
    if (workspace.result.sources.length !== sources.length) throw new TypeError('a file is missing')
    return sources.map(({ uri }) => [uri, workspace] as const)
  })
  const workspaceOf = new Map(opened)
  return (source) => {
    const workspace = workspaceOf.get(source.uri)?.update(source.uri, source.text)
    if (workspace === undefined) throw new TypeError(`${source.uri} is in none of the workspaces`)
    return { tree: parse(source), diagnostics: workspace.result.diagnostics }
  }
}

/** Applies a mutation at every line of every file and sees what comes of it. */
export function measureRecovery(sources: readonly SourceFile[], mutation: string, check: Check): Recovery {
  let mutants = 0
  let exact = 0
  let silent = 0
  let nodesLost = 0
  const others: string[] = []
  for (const source of sources) {
    const original = check(source)
    const known = countEach(original.diagnostics.map(fingerprint))
    const nodes = nodeKeys(original.tree)
    for (const mutant of mutantsOf(source, mutation)) {
      mutants++
      const { tree, diagnostics } = check({ ...source, text: mutant.text })
      const fresh = newOnes(diagnostics, known)
      const lines = fresh.map((diagnostic) => lineOf({ ...source, text: mutant.text }, diagnostic))
      nodesLost += lostFrom(nodes, nodeKeys(tree))
      if (fresh.length === 0) silent++
      if (fresh.length === 1 && lines[0] === mutant.line) exact++
      else {
        const shown = fresh.map(({ code, message }, i) => `${lines[i]} ${code} ${message}`)
        others.push(`${source.uri}:${mutant.line} ${shown.join(' | ')}`)
      }
    }
  }
  return { mutants, exact, silent, nodesLost, others }
}

function fingerprint({ code, message }: Diagnostic): string {
  return `${code} ${message.replace(/第\d+行/g, '')}`
}

function newOnes(diagnostics: readonly Diagnostic[], known: ReadonlyMap<string, number>): readonly Diagnostic[] {
  const left = new Map(known)
  return diagnostics.filter((diagnostic) => {
    const key = fingerprint(diagnostic)
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  })
}

/** The line of a finding in this file; 0 for one in another file. */
function lineOf({ uri, text }: SourceFile, { labels: [{ origin }] }: Diagnostic): number {
  return origin.file === uri ? text.slice(0, origin.span.start).split('\n').length : 0
}

function nodeKeys(tree: SyntaxTree): ReadonlyMap<string, number> {
  const keys: string[] = []
  const visit = (nodes: readonly SyntaxNode[], path: string): void => {
    for (const node of nodes) {
      const here = `${path}/${node.construct}`
      keys.push(`${here} ${foldKey(tree.source.text, node.valueSpan.start, node.valueSpan.end)}`)
      visit(node.children, here)
    }
  }
  visit(tree.blocks, '')
  return countEach(keys)
}

function countEach(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function lostFrom(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  let lost = 0
  for (const [key, count] of before) lost += Math.max(0, count - (after.get(key) ?? 0))
  return lost
}
