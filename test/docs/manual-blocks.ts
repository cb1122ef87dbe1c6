import { readdirSync, readFileSync } from 'node:fs'
import type { SourceFile } from '../../src/base/source-file.ts'

/** What the words after `zw` in a fence of the manual claim about the block. */
type Claim =
  /** A whole file without errors or warnings. */
  | { readonly kind: 'file' }
  /** A part of a matter without errors. */
  | { readonly kind: 'fragment' }
  /** A fragment that is read like the block above it, however different it looks. */
  | { readonly kind: 'same' }
  /** The matter that fragments are put into. */
  | { readonly kind: 'base' }
  /** Goes on with the files of the page or changes them, without errors; `message` is a warning that the page says there is so far. */
  | { readonly kind: 'next'; readonly message: string | undefined }
  /** Raises this error and no other; or no error, and this warning. `message` is what the manual says it says. */
  | { readonly kind: '错误' | '警告'; readonly code: string; readonly message: string | undefined }

/** The files of a page that grow from block to block, as they are with a block (接着写). */
interface Growth {
  readonly files: readonly SourceFile[]
  /** The file that the block stands in, and the stretch of it that is the block. */
  readonly file: string
  readonly start: number
  readonly end: number
}

/** One executed block of a page of the manual (手册里的例子). */
export interface ManualBlock {
  readonly claim: Claim
  readonly text: string
  /** Line of the fence in its page, from 1. */
  readonly line: number
  /** For a block that goes on with the files of its page, or changes them: what they are with it, and where it stands. */
  readonly growth?: Growth
}

/** A command line in the manual, and what it prints (终端). */
export interface TerminalBlock {
  readonly argv: readonly string[]
  readonly output: string
  /** Line of the fence in its page, from 1. */
  readonly line: number
  /** The files of the page as they are there, and its tables (表 文件名.csv). */
  readonly files: readonly SourceFile[]
}

/** One page of the manual. */
export interface ManualPage {
  /** From the root of the repository: docs/language/step.md. */
  readonly path: string
  readonly text: string
  readonly blocks: readonly ManualBlock[]
  readonly terminals: readonly TerminalBlock[]
}

const root = new URL('../../', import.meta.url)

/** All pages of a folder of the manual. */
export function readPages(folder: string): readonly ManualPage[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const path = `${folder}${name}`
      const text = readFileSync(new URL(path, root), 'utf8')
      return { path, text, ...findBlocks(text, path) }
    })
}

/** Where a path from the root of the repository is. */
export function placeOf(path: string): URL {
  return new URL(path, root)
}

/** The fenced blocks whose language is zw, each with the quoted message below it, and the command lines. */
function findBlocks(text: string, path: string): Pick<ManualPage, 'blocks' | 'terminals'> {
  const lines = text.split('\n')
  const blocks: ManualBlock[] = []
  const terminals: TerminalBlock[] = []
  let files: readonly SourceFile[] = []
  const tables: SourceFile[] = []
  for (let at = 0; at < lines.length; at++) {
    const [, language, words = ''] = /^```(zw|diff|终端|表)(?: (.*))?$/.exec(lines[at] ?? '') ?? []
    if (language === undefined) continue
    const place = `${path}:${at + 1}`
    const end = lines.indexOf('```', at)
    if (end < 0) throw new Error(`${place}: the fence is not closed`)
    const line = at + 1
    const body = lines.slice(at + 1, end)
    const message = /^> (.+)$/.exec(lines[end + 1] ?? '')?.[1]
    at = end
    if (language === '终端') {
      const there = [...files, ...tables]
      terminals.push({ argv: argvOf(body[0] ?? '', place), output: joined(body.slice(1)), line, files: there })
      continue
    }
    if (language === '表') {
      tables.push({ uri: words, text: joined(body) })
      continue
    }
    const [, goesOn, file = 'manual.zw', claimed = ''] = /^(接着写|改)(?: (\S+\.zw))?(?: (.*))?$/.exec(words) ?? []
    if (goesOn === undefined) {
      blocks.push({ claim: claimOf(words, message, place), text: joined(body), line })
      continue
    }
    const claim: Claim = claimed === '' ? { kind: 'next', message } : claimOf(claimed, message, place)
    const growth = language === 'diff' ? change(files, file, body, place) : goOn(files, file, joined(body))
    blocks.push({ claim, text: joined(body), line, growth })
    if (claim.kind === 'next') files = growth.files
  }
  return { blocks, terminals }
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** The block behind what its file has, a blank line between; a file that is not there yet begins with it. */
function goOn(files: readonly SourceFile[], uri: string, text: string): Growth {
  const before = files.find((file) => file.uri === uri)
  const whole = before === undefined ? text : `${before.text}\n${text}`
  return {
    files: before === undefined ? [...files, { uri, text }] : withText(files, uri, whole),
    file: uri,
    start: whole.length - text.length,
    end: whole.length,
  }
}

/** The lines behind + in place of those behind -, which stand in the file as they are here; other lines are kept. */
function change(files: readonly SourceFile[], uri: string, body: readonly string[], place: string): Growth {
  const linesWith = (others: RegExp) => joined(body.filter((line) => others.test(line)).map((line) => line.slice(2)))
  const [before, after] = [linesWith(/^(?:- | {2})/), linesWith(/^(?:\+ | {2})/)]
  const text = files.find((file) => file.uri === uri)?.text ?? ''
  const start = text.indexOf(before)
  if (start < 0 || text.includes(before, start + 1)) throw new Error(`${place}: not there, or not once, in ${uri}`)
  const whole = `${text.slice(0, start)}${after}${text.slice(start + before.length)}`
  return { files: withText(files, uri, whole), file: uri, start, end: start + after.length }
}

function withText(files: readonly SourceFile[], uri: string, text: string): readonly SourceFile[] {
  return files.map((file) => (file.uri === uri ? { uri, text } : file))
}

function argvOf(line: string, place: string): readonly string[] {
  const [prompt, command, ...argv] = line.split(' ')
  if (prompt !== '$' || command !== 'zw') throw new Error(`${place}: a terminal begins with “$ zw”`)
  return argv
}

function claimOf(words: string, message: string | undefined, place: string): Claim {
  if (words === '') return { kind: 'file' }
  if (words === '片段') return { kind: 'fragment' }
  if (words === '片段 同上') return { kind: 'same' }
  if (words === '底稿') return { kind: 'base' }
  const [, kind, code] = /^(错误|警告) (ZW\d{4})$/.exec(words) ?? []
  if (code === undefined || (kind !== '错误' && kind !== '警告'))
    throw new Error(`${place}: unknown fence: zw ${words}`)
  return { kind, code, message }
}
