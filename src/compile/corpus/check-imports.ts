import type { Origin, SourceFile } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts'
import { nearestWord } from '../../syntax/suggest.ts'
import { originOf, valueOriginOf } from '../lower/read-node.ts'
import type { SourceBlock, SplitFile } from '../split-blocks.ts'
import { deleteLines } from '../text/edits.ts'
import { orderByNeed } from './compile-order.ts'
import type { Corpus } from './corpus.ts'
import type { Import } from './imports.ts'
import { versionNamesOf } from './timelines.ts'
import { isLibrary, namesIn } from './visible-entries.ts'

/** What is wrong with the 引用 lines of a workspace: not there, not clear, not needed, or going in circles. */
export function checkImports(
  corpus: Corpus,
  imports: ReadonlyMap<SplitFile, readonly Import[]>,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const [file, lines] of imports) for (const line of lines) found.push(...checkImport(line, file, corpus))
  return [...found, ...findImportLoops(imports)]
}

function checkImport(line: Import, file: SplitFile, corpus: Corpus): readonly Diagnostic[] {
  if (line.ambiguous.length > 0) return [reportAmbiguous(line, file)]
  if (line.blocks.length > 0) return checkUse(line, file)
  const unknown = reportUnknown(line, file, corpus)
  return unknown === undefined ? [] : [unknown]
}

/** ZW4003: nothing of that name, path or version. */
function reportUnknown({ node, versions }: Import, { source }: SplitFile, { byKey }: Corpus): Diagnostic | undefined {
  const { value } = node
  const origin = valueOriginOf(source, node)
  if (value.kind === 'importPath') return diagnose('ZW4003', { name: value.path }, origin)
  if (value.kind !== 'import') return undefined
  if (versions.length > 0 && value.pinned?.to.kind === 'version') {
    const known = versionNamesOf(versions)
    return diagnose('ZW4003', { name: value.pinned.name.text, version: value.pinned.to.version, known }, origin)
  }
  const { name } = value
  const near = nearestWord(name.key, [...byKey.keys()])
  const suggestion = near === undefined ? undefined : byKey.get(near)?.[0]
  return diagnose(
    'ZW4003',
    { name: name.text },
    origin,
    suggestion && suggest(suggestion, { ...origin, span: name.span }),
  )
}

function suggest(block: SourceBlock, origin: Origin) {
  const text = block.name?.text ?? ''
  const fixes: readonly Fix[] = [{ title: `改为“${text}”`, applicability: 'ask', edits: [{ origin, text }] }]
  return { related: [{ origin: originOf(block.source, block.node), text: '相近的名称在这里' }], fixes }
}

/** ZW4009: several blocks of that name that are not versions of one another. */
function reportAmbiguous({ node, ambiguous }: Import, { source }: SplitFile): Diagnostic {
  const [first] = ambiguous
  const places = ambiguous.map((block) => `${block.source.uri}第${block.lineOf(block.node.keyword.start)}行`)
  const related = ambiguous.map((block) => ({ origin: originOf(block.source, block.node), text: '其中一个在这里' }))
  return diagnose('ZW4009', { name: first?.name?.text ?? '', places }, valueOriginOf(source, node), { related })
}

/** ZW4005: an 引用 whose contents no line of the file mentions. */
function reportUnused({ node }: Import, { source }: SplitFile): Diagnostic {
  const name = source.text.slice(node.valueSpan.start, node.valueSpan.end).trim()
  const fixes: readonly Fix[] = [
    { title: `删去引用“${name}”`, applicability: 'ask', edits: [deleteLines(source, node)] },
  ]
  return diagnose('ZW4005', { kind: '引用', name }, originOf(source, node), { fixes })
}

const answers = new WeakMap<Import, readonly Diagnostic[]>()

/** What is said of a line that means something, once for as long as it means the same. */
function checkUse(line: Import, file: SplitFile): readonly Diagnostic[] {
  let findings = answers.get(line)
  if (findings === undefined) {
    findings = usesAny(line.blocks, file) ? [] : [reportUnused(line, file)]
    answers.set(line, findings)
  }
  return findings
}

/** A calendar is for whatever is counted in days; anything else must be mentioned by a block of the file. */
function usesAny(blocks: readonly SourceBlock[], file: SplitFile): boolean {
  return blocks.some(
    (block) =>
      block.source === file.source ||
      block.node.construct === 'workCalendar' ||
      file.blocks.some((user) => user.node.construct !== 'import' && mentions(user, block)),
  )
}

function mentions(user: SourceBlock, block: SourceBlock): boolean {
  const mentioned = namesIn(user)
  const key = block.name?.key ?? ''
  if (mentioned.has(key)) return true
  if (isLibrary(block)) for (const name of namesIn(block)) if (mentioned.has(name)) return true
  for (const name of mentioned)
    if (name.includes('·') && name.replaceAll(/[[\]]/g, '').startsWith(`${key}·`)) return true
  return false
}

/** ZW4004: files that import from each other in a circle. */
function findImportLoops(imports: ReadonlyMap<SplitFile, readonly Import[]>): readonly Diagnostic[] {
  const bySource = new Map<SourceFile, SplitFile>()
  for (const file of imports.keys()) bySource.set(file.source, file)
  const linesTo = (file: SplitFile) =>
    (imports.get(file) ?? []).flatMap((line) =>
      line.blocks.flatMap((block) => {
        const target = bySource.get(block.source)
        return target === undefined || target === file ? [] : [{ line, target }]
      }),
    )
  // Most files import from such as import nothing themselves.
  const files = [...imports].flatMap(([file, lines]) =>
    lines.some(({ blocks }) => blocks.some(({ source }) => source !== file.source && bySource.has(source)))
      ? [file]
      : [],
  )
  const { loops } = orderByNeed(files, (file) => linesTo(file).map(({ target }) => target))
  return loops.flatMap((loop) => {
    const [first] = loop
    const lines = loop.flatMap((file, index) => {
      const line = linesTo(file).find(({ target }) => target === (loop[index + 1] ?? first))?.line
      return line === undefined ? [] : { origin: originOf(file.source, line.node), uri: file.source.uri }
    })
    const last = lines.at(-1)
    if (last === undefined) return []
    const chain = [last.uri, ...lines.map(({ uri }) => uri)]
    const related = lines.slice(0, -1).map(({ origin }) => ({ origin, text: '这里引用下一个文件' }))
    return diagnose('ZW4004', { chain }, last.origin, { related })
  })
}
