import { lineStarts, positionAt, type SourceFile } from '../../base/source-file.ts'
import { affectedImplementations, basesOf } from '../../compile/affected-implementations.ts'
import type { CompiledMatter, CompiledWorkspace } from '../../compile/compiled.ts'
import { type TracedLine, traceMatter } from '../../compile/print/trace-matter.ts'
import { displayWidth, padDisplay } from '../../diagnostics/display-width.ts'
import { printable } from '../../diagnostics/printable.ts'
import { LEVELS } from '../../model/terms.ts'
import { openSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { findMatter } from '../find-matter.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { readDateOption } from '../read-date-option.ts'
import { readWorkspace } from '../read-sources.ts'
import { takeMatter } from '../take-matter.ts'

interface Options {
  readonly json?: true
  readonly implementations?: true
  readonly asOf?: string
}

type Asked = Options & { readonly asOf: string }

/** `zw show`: a matter as it holds, with what it inherits, each line with the place that it comes from. */
export const configure: Configure = (command, io, finish) => {
  takeMatter(command)
    .option('--implementations', '改列以它为基础的各级实施清单')
    .option('--as-of <日期>', '看哪一天有效的版本（默认：今天）', readDateOption)
    .option('--json', '输出JSON')
    .action(async (name: string, paths: readonly string[], options: Options) => {
      const read = await readWorkspace(paths, io)
      const asOf = options.asOf ?? io.today()
      const { result: workspace } = openSources(read, asOf, io)
      const compiled = findMatter(name, workspace)
      if (options.implementations) showImplementations(compiled, workspace, { ...options, asOf }, io)
      else showLines(compiled, read.sources, { ...options, asOf }, io)
      finish(EXIT.fine)
    })
}

/** Where a line comes from: file and line. */
function placeOf({ origin }: TracedLine, lineAt: LineAt): { readonly file: string; readonly line: number } | undefined {
  return origin && { file: origin.file, line: lineAt(origin.file, origin.span.start) }
}

type LineAt = (file: string, offset: number) => number

function indexLines(sources: readonly SourceFile[]): LineAt {
  const starts = new Map<string, readonly number[]>()
  return (file, offset) => {
    const known = starts.get(file) ?? lineStarts(sources.find(({ uri }) => uri === file)?.text ?? '')
    starts.set(file, known)
    return positionAt(known, offset).line
  }
}

/** Widest text before the column of places. Unit: columns. */
const TEXT_WIDTH = 76

function showLines(compiled: CompiledMatter, sources: readonly SourceFile[], { json, asOf }: Asked, io: CliIo): void {
  const lines = traceMatter(compiled, sources)
  const lineAt = indexLines(sources)
  const basedOn = basesOf(compiled).map(({ matter }) => matter.name)
  if (json) {
    const listed = lines
      .filter(({ text }) => text !== '')
      .map((line) => ({ depth: line.depth, text: line.text, ...placeOf(line, lineAt) }))
    printJson({ schema: 'zw/show/1', name: compiled.matter.name, asOf, basedOn, lines: listed }, io)
    return
  }
  const shown = lines.map((line) => ({
    text: printable(`${'  '.repeat(line.depth)}${line.text}`),
    place: placeOf(line, lineAt),
  }))
  const width = Math.min(TEXT_WIDTH, Math.max(...shown.map(({ text }) => displayWidth(text))))
  if (basedOn.length > 0) io.out(`${printable([compiled.matter.name, ...basedOn].join(' ← '))}\n\n`)
  for (const { text, place } of shown) {
    io.out(place === undefined ? `${text}\n` : `${padDisplay(text, width)}  ${printable(place.file)}:${place.line}\n`)
  }
}

function showImplementations(
  { matter }: CompiledMatter,
  workspace: CompiledWorkspace,
  { json, asOf }: Asked,
  io: CliIo,
): void {
  const listed = affectedImplementations(workspace, matter.name).map(({ compiled, depth, basedOn }) => ({
    name: compiled.matter.name,
    depth,
    basedOn,
    levels: compiled.matter.levels.map((level) => LEVELS[level]),
    authority: compiled.matter.authority ?? null,
    file: compiled.file,
  }))
  if (json) {
    printJson({ schema: 'zw/show/1', name: matter.name, asOf, implementations: listed }, io)
    return
  }
  if (listed.length === 0) {
    io.out(`没有以“${printable(matter.name)}”为基础的实施清单。\n`)
    return
  }
  io.out(`“${printable(matter.name)}”有改动时，要看这${listed.length}份实施清单：\n`)
  for (const { name, depth, levels, authority, file } of listed) {
    const who = [levels.join('、'), authority ?? ''].filter((word) => word !== '').join('，')
    io.out(printable(`${'  '.repeat(depth)}${name}${who === '' ? '' : `（${who}）`}  ${file}`))
    io.out('\n')
  }
}
