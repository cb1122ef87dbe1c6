import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { SourceFile } from '../base/source-file.ts'
import { compile } from '../compile/compile.ts'
import type { CompiledMatter } from '../compile/compiled.ts'
import { printMatter, printMatters } from '../compile/print/matter.ts'
import type { Matter } from '../model/matter.ts'
import { withoutOrigins } from '../model/write-model-json.ts'
import { foldKey } from '../syntax/fold.ts'
import { parse } from '../syntax/parse.ts'
import { attempt, isZwFile } from './find-files.ts'
import type { ReadDocument } from './formats/format.ts'
import { freeName } from './free-name.ts'
import type { CliIo } from './io.ts'
import { readSources } from './read-sources.ts'
import { writeResult, writeWhole } from './write-file.ts'

/** What became of the matters of a document in a folder (写进文件夹的结果). */
export interface SavedImports {
  /** Files that were written new. */
  readonly added: readonly string[]
  /** Files in which a matter was written anew. */
  readonly changed: readonly string[]
  /** How many matters stand there already just so. */
  readonly same: number
  /** Matters that stand there in a form that is not to be overwritten, and why. */
  readonly refused: readonly string[]
}

/**
 * Writes matters into a folder: one that is there already, by its name, its former name or its 编码, is written anew where it
 * stands (更新，不重复添加); one that says the same stays as its author wrote it; others get a file each.
 */
export async function saveImports(
  { document, renamed = [] }: ReadDocument,
  folder: string,
  io: CliIo,
): Promise<SavedImports> {
  const place = resolve(io.cwd, folder)
  attempt(folder, () => mkdirSync(place, { recursive: true }))
  const texts = new Map((await readFolder(folder, io)).map(({ uri, text }) => [uri, text]))
  const standing = [...compile([...texts].map(([uri, text]) => ({ uri, text }))).versions.values()].flat()
  const taken = new Set(readdirSync(place).map((name) => name.toLowerCase()))
  const added: string[] = []
  const refused: string[] = []
  const anew = new Map<string, { readonly start: number; readonly matter: Matter }[]>()
  let same = 0
  for (const matter of document.matters) {
    const known = findStanding(matter, standing, renamed)
    if (known === undefined) {
      const path = join(folder, freeName(matter.name, '.zw', taken))
      writeResult(path, printMatters([matter]), io.cwd)
      added.push(path)
    } else if (isDeepStrictEqual(withoutOrigins(known.matter), withoutOrigins(matter))) same++
    else if (known.basedOn !== undefined || known.file.endsWith('.md')) {
      const why = known.basedOn === undefined ? '和法条写在一起' : '是实施清单'
      refused.push(`“${matter.name}”在${known.file}里${why}，没有改，请手工修改`)
    } else {
      const changes = anew.get(known.file) ?? []
      anew.set(known.file, [...changes, { start: known.matter.origin?.span.start ?? 0, matter }])
    }
  }
  for (const [file, changes] of anew)
    writeWhole(file, replaceBlocks({ uri: file, text: texts.get(file) ?? '' }, changes), io.cwd)
  return { added, changed: [...anew.keys()], same, refused }
}

/** The files of the folder; none where it is new. */
async function readFolder(folder: string, io: CliIo): Promise<readonly SourceFile[]> {
  const place = resolve(io.cwd, folder)
  const isThere = existsSync(place) && readdirSync(place, { recursive: true, encoding: 'utf8' }).some(isZwFile)
  return isThere ? (await readSources([folder], io)).sources : []
}

/** The matter of the folder that is meant: of several versions the one that begins when it does. */
function findStanding(
  matter: Matter,
  standing: readonly CompiledMatter[],
  renamed: NonNullable<ReadDocument['renamed']>,
): CompiledMatter | undefined {
  const former = renamed.find(({ to }) => foldKey(to) === foldKey(matter.name))?.from
  const named = (name: string | undefined) =>
    name === undefined ? [] : standing.filter((one) => foldKey(one.matter.name) === foldKey(name))
  const coded = matter.code === undefined ? [] : standing.filter((one) => one.matter.code === matter.code)
  const found =
    [named(matter.name), named(former), coded.length === 1 ? coded : []].find((list) => list.length > 0) ?? []
  const [only] = found
  if (found.length <= 1) return only
  return found.find((one) => one.matter.version === matter.version && one.matter.effectiveFrom === matter.effectiveFrom)
}

/** The file with some of its blocks written anew, from the end, so that places before them stay. */
function replaceBlocks(
  source: SourceFile,
  changes: readonly { readonly start: number; readonly matter: Matter }[],
): string {
  const starts = parse(source).blocks.map(({ keyword }) => keyword.start)
  let { text } = source
  for (const { start, matter } of changes.toSorted((a, b) => b.start - a.start)) {
    const next = starts.filter((one) => one > start).toSorted((a, b) => a - b)[0]
    const end = next === undefined ? text.length : text.lastIndexOf('\n', next) + 1
    const begin = text.lastIndexOf('\n', start) + 1
    text = `${text.slice(0, begin)}${printMatter(matter)}${next === undefined ? '' : '\n'}${text.slice(end)}`
  }
  return text
}
