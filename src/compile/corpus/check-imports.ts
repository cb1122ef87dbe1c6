import type { Origin } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts'
import { nearestWord } from '../../syntax/suggest.ts'
import { originOf, valueOriginOf } from '../lower/read-node.ts'
import type { BlockOf, SourceBlock, SplitFile } from '../split-blocks.ts'
import { deleteLines } from '../text/edits.ts'
import type { Corpus } from './corpus.ts'
import { isLibrary } from './file-header.ts'
import type { Import } from './imports.ts'
import { versionNamesOf } from './timelines.ts'
import { namesIn } from './visible-entries.ts'

/** What is wrong with the 引用 lines of a file: not there, not clear, or not needed. */
export function checkImports(
  lines: readonly Import[],
  file: SplitFile,
  { byKey }: Corpus,
  blockOf: BlockOf,
): readonly Diagnostic[] {
  return lines.flatMap((line) => {
    const block = file.imports.find(({ header }) => header === line.line)
    if (block === undefined) return []
    if (line.ambiguous.length > 0) return reportAmbiguous(block, line.ambiguous.map(blockOf))
    const known = line.blocks.map(blockOf)
    if (known.length === 0) return reportUnknown(line, block, byKey, blockOf) ?? []
    return usesAny(known, file) ? [] : reportUnused(block)
  })
}

/** ZW4003: nothing of that name, path or version. */
function reportUnknown(
  { versions }: Import,
  { node, source }: SourceBlock,
  byKey: Corpus['byKey'],
  blockOf: BlockOf,
): Diagnostic | undefined {
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
  const details = suggestion && suggest(blockOf(suggestion), { ...origin, span: name.span })
  return diagnose('ZW4003', { name: name.text, suggestion: suggestion?.name?.text }, origin, details)
}

function suggest(block: SourceBlock, origin: Origin) {
  const text = block.header.name?.text ?? ''
  const fixes: readonly Fix[] = [{ title: `改为“${text}”`, applicability: 'ask', edits: [{ origin, text }] }]
  return { related: [{ origin: originOf(block.source, block.node), text: '相近的名称在这里' }], fixes }
}

/** ZW4009: several blocks of that name that are not versions of one another. */
function reportAmbiguous({ node, source }: SourceBlock, ambiguous: readonly SourceBlock[]): Diagnostic {
  const [first] = ambiguous
  const places = ambiguous.map((block) => `${block.source.uri}第${block.lineOf(block.node.keyword.start)}行`)
  const related = ambiguous.map((block) => ({ origin: originOf(block.source, block.node), text: '其中一个在这里' }))
  return diagnose('ZW4009', { name: first?.header.name?.text ?? '', places }, valueOriginOf(source, node), { related })
}

/** ZW4005: an 引用 whose contents no line of the file mentions. */
function reportUnused({ node, source }: SourceBlock): Diagnostic {
  const name = source.text.slice(node.valueSpan.start, node.valueSpan.end).trim()
  const fixes: readonly Fix[] = [
    { title: `删去引用“${name}”`, applicability: 'ask', edits: [deleteLines(source, node)] },
  ]
  return diagnose('ZW4005', { kind: '引用', name }, originOf(source, node), { fixes })
}

/** A calendar is for whatever is counted in days; anything else must be mentioned by a block of the file. */
function usesAny(blocks: readonly SourceBlock[], file: SplitFile): boolean {
  return blocks.some(
    (block) =>
      block.source.uri === file.source.uri ||
      block.node.construct === 'workCalendar' ||
      file.blocks.some((user) => mentions(user, block)),
  )
}

function mentions(user: SourceBlock, block: SourceBlock): boolean {
  const mentioned = namesIn(user)
  const key = block.header.name?.key ?? ''
  if (mentioned.has(key)) return true
  if (isLibrary(block.header)) for (const name of namesIn(block)) if (mentioned.has(name)) return true
  for (const name of mentioned)
    if (name.includes('·') && name.replaceAll(/[[\]]/g, '').startsWith(`${key}·`)) return true
  return false
}
