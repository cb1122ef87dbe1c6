import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { SourceFile } from '../base/source-file.ts'
import { compile } from '../compile/compile.ts'
import type { CompiledMatter } from '../compile/compiled.ts'
import { printMatters } from '../compile/print/matter.ts'
import type { Matter } from '../model/matter.ts'
import { withoutOrigins } from '../model/write-model-json.ts'
import { foldKey } from '../syntax/fold.ts'
import { attempt, isZwFile } from './find-files.ts'
import type { ReadDocument } from './formats/format.ts'
import { freeName } from './free-name.ts'
import type { CliIo } from './io.ts'
import { readSources } from './read-sources.ts'
import { type Renewal, renewFiles } from './renew-files.ts'
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
  /** What became of the author's own lines where more than what differs had to be written anew. */
  readonly warnings: readonly string[]
  /** The files as they were and as they are to be, by their paths; a new one was nothing. */
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>
}

/**
 * Writes matters into a folder: of one that is there already, by its name, its former name or its 编码, the lines that differ
 * (更新，不重复添加); one that says the same stays as its author wrote it; others get a file each. `isTrial` writes nothing.
 */
export async function saveImports(
  { document, renamed = [] }: ReadDocument,
  folder: string,
  io: CliIo,
  isTrial: boolean,
): Promise<SavedImports> {
  const place = resolve(io.cwd, folder)
  if (!isTrial) attempt(folder, () => mkdirSync(place, { recursive: true }))
  const texts = new Map((await readFolder(folder, io)).map(({ uri, text }) => [uri, text]))
  const standing = [...compile([...texts].map(([uri, text]) => ({ uri, text }))).versions.values()].flat()
  const taken = new Set(existsSync(place) ? readdirSync(place).map((name) => name.toLowerCase()) : [])
  const added = new Map<string, string>()
  const refused: string[] = []
  const renewals: Renewal[] = []
  let same = 0
  for (const matter of document.matters) {
    const known = findStanding(matter, standing, renamed)
    if (known === undefined) added.set(join(folder, freeName(matter.name, '.zw', taken)), printMatters([matter]))
    else if (isDeepStrictEqual(withoutOrigins(known.matter), withoutOrigins(matter))) same++
    else if (known.basedOn !== undefined || known.file.endsWith('.md')) {
      const why = known.basedOn === undefined ? '和法条写在一起' : '是实施清单'
      refused.push(`“${matter.name}”在${known.file}里${why}，没有改，请手工修改`)
    } else renewals.push({ file: known.file, before: known.matter, after: matter })
  }
  const renewed = renewFiles(texts, renewals)
  if (!isTrial) {
    for (const [path, text] of added) writeResult(path, text, io.cwd)
    for (const [path, text] of renewed.texts) writeWhole(path, text, io.cwd)
  }
  return {
    added: [...added.keys()],
    changed: [...renewed.texts.keys()],
    same,
    refused,
    warnings: renewed.warnings,
    texts: new Map(
      [...renewed.texts, ...added].map(([path, after]) => [path, { before: texts.get(path) ?? '', after }]),
    ),
  }
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
