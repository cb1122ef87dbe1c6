import { isDeepStrictEqual } from 'node:util'
import { groupBy } from '../base/group-by.ts'
import { compile } from '../compile/compile.ts'
import { editMatter, type MatterEdit, rewriteMatter } from '../compile/edit/edit-matter.ts'
import { applyTextEdits } from '../compile/edit/text-edit.ts'
import type { Matter } from '../model/matter.ts'
import { withoutOrigins } from '../model/write-model-json.ts'

/** A matter of a file that is to say something else (要改的事项). */
export interface Renewal {
  readonly file: string
  /** As it stands, with its places. */
  readonly before: Matter
  readonly after: Matter
}

/** What became of the files (改好的文件). */
export interface RenewedFiles {
  readonly texts: ReadonlyMap<string, string>
  /** Matters of which more than the lines that differ had to be written anew, and comments that went with what was taken out. */
  readonly warnings: readonly string[]
}

/**
 * Puts matters into the files where they stand (就地更新): only the lines that say something else are written anew. That is
 * proved by compiling both ways; a matter that does not come out the same is written anew whole, and told.
 */
export function renewFiles(texts: ReadonlyMap<string, string>, renewals: readonly Renewal[]): RenewedFiles {
  const byFile = groupBy(renewals, ({ file }) => file)
  const whole = new Map<Renewal, MatterEdit | undefined>()
  const lines = new Map<Renewal, MatterEdit | undefined>()
  for (const one of renewals) {
    const source = { uri: one.file, text: ended(texts.get(one.file) ?? '') }
    whole.set(one, rewriteMatter(source, one.before, one.after))
    lines.set(one, editMatter(source, one.before, one.after))
  }
  const write = (edits: ReadonlyMap<Renewal, MatterEdit | undefined>) =>
    new Map(
      [...byFile].map(([file, own]) => [
        file,
        edit(
          texts.get(file) ?? '',
          own.flatMap((one) => edits.get(one) ?? []),
        ),
      ]),
    )
  const [byLines, anew] = [write(lines), write(whole)]
  const [said, meant] = [byLines, anew].map((written) => mattersOf(new Map([...texts, ...written])))
  // One that went wrong may take its neighbours along.
  const isProved = (file: string, own: readonly Renewal[]) =>
    own.every((one) => lines.get(one) !== undefined) && isDeepStrictEqual(said?.get(file), meant?.get(file))
  const proved = new Set([...byFile].flatMap(([file, own]) => (isProved(file, own) ? [file] : [])))
  return {
    texts: new Map([...anew].map(([file, text]) => [file, proved.has(file) ? (byLines.get(file) ?? text) : text])),
    warnings: renewals.flatMap((one) => {
      const name = `${one.file}里的“${one.before.name}”`
      if (!proved.has(one.file)) return [`${name}不能只改几行，整项重新写了：版式是统一的，注释都移到了事项前面`]
      const dropped = lines.get(one)?.dropped ?? []
      return dropped.length === 0 ? [] : [`${name}删去的内容里有注释，一起删了：${dropped.join('；')}`]
    }),
  }
}

/** The text with its last line ended, so that lines can be put behind it. */
function ended(text: string): string {
  return /[\r\n]$/.test(text) || text === '' ? text : `${text}${lineEndOf(text)}`
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/** The text with its edits, in the line ends that it has; as it is where they get into each other's way. */
function edit(text: string, edits: readonly MatterEdit[]): string {
  const end = lineEndOf(text)
  const own = edits.flatMap((one) => one.edits).map((one) => ({ ...one, text: one.text.replace(/\r?\n/g, end) }))
  const written = applyTextEdits(ended(text), own) ?? text
  return ended(text) === text || written === text ? written : written.slice(0, -end.length)
}

/** What the matters of each file say, in the order of the file. */
function mattersOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Matter[]> {
  const { versions } = compile([...texts].map(([uri, text]) => ({ uri, text })))
  const compiled = [...versions.values()].flat()
  const ordered = compiled.toSorted((a, b) => startOf(a.matter) - startOf(b.matter))
  return new Map(
    [...groupBy(ordered, ({ file }) => file)].map(([file, own]) => [
      file,
      own.map((one) => withoutOrigins(one.matter)),
    ]),
  )
}

function startOf({ origin }: Matter): number {
  return origin?.span.start ?? 0
}
