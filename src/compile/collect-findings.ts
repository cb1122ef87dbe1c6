import { groupBy } from '../base/group-by.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { CHECK_TOPICS, type CheckTopic } from './checks/check-topics.ts'
import type { CompiledBlocks } from './compile-blocks.ts'
import type { CompiledBlock } from './compiled-block.ts'
import type { BlockHeader } from './corpus/block-header.ts'
import { checkImports } from './corpus/check-imports.ts'
import { checkTimelines } from './corpus/check-timelines.ts'
import { reportCompeting } from './corpus/competing-implementations.ts'
import { hasSameItems } from './corpus/file-header.ts'
import { reportImportLoop } from './corpus/import-loops.ts'
import type { CorpusPlan } from './corpus/plan-corpus.ts'
import { reportRepeated } from './corpus/repeated-blocks.ts'
import { reportLoop } from './corpus/report-loop.ts'
import type { BlockOf, SourceBlock, SplitFile } from './split-blocks.ts'
import { withHeadings } from './text/context-path.ts'

/** What was found in one file by itself: at places in it, in their order, and at places elsewhere. */
interface FileFindings {
  readonly here: readonly Diagnostic[]
  readonly elsewhere: readonly Diagnostic[]
  /** What was not checked whole in its blocks, because of errors. */
  readonly waiting: readonly CheckTopic[]
  readonly file: SplitFile
  /**
   * All else that this was worked out from: its blocks as compiled, and those that it imports. Undefined where a 引用 is
   * wrong: what is said of it names others that are not wrong.
   */
  readonly restsOn: readonly (CompiledBlock | SourceBlock)[] | undefined
}

/** What was found in a workspace (发现的问题). */
export interface WorkspaceFindings {
  /** By source, then by place; what stands in the same place keeps the order in which it was found. */
  readonly diagnostics: readonly Diagnostic[]
  /** What was not checked whole in some file, in the order of the checks. */
  readonly waiting: readonly CheckTopic[]
  readonly plan: CorpusPlan
  /** By the number of the file. */
  readonly byFile: readonly FileFindings[]
}

/** Collects what is wrong in each file and between them; files that nothing has changed for are as they were before. */
export function collectFindings(blocks: CompiledBlocks, before: WorkspaceFindings | undefined): WorkspaceFindings {
  const { plan, files, sources } = blocks
  const blockOf: BlockOf = (header) => {
    const block = sources[plan.ranks.get(header) ?? -1]
    if (block === undefined) throw new TypeError('every header of a plan has its block')
    return block
  }
  const isAsPlanned = before?.plan === plan
  const known = isAsPlanned ? undefined : new Map(before?.byFile.map((each) => [each.file, each]))
  const byFile = isAsPlanned ? [...before.byFile] : []
  for (const number of isAsPlanned ? touchedFiles(blocks) : files.keys()) {
    const file = files[number]
    if (file !== undefined) byFile[number] = findingsIn(file, number, blocks, blockOf, known?.get(file))
  }
  const between = [
    ...plan.repeated.flatMap((group) => reportRepeated(group.map(blockOf))),
    ...plan.competing.flatMap((group) => reportCompeting(group.map(blockOf), plan.corpus)),
    ...plan.loops.flatMap((loop) => reportLoop(loop.map(blockOf), plan.needs)),
    ...plan.importLoops.flatMap((lines) => reportImportLoop(lines.flatMap((line) => importsOf(line, files)))),
    ...checkTimelines(plan.corpus, blockOf),
  ]
  const elsewhere: Diagnostic[] = []
  const waiting = new Set<CheckTopic>()
  for (const each of byFile) {
    elsewhere.push(...each.elsewhere)
    for (const topic of each.waiting) waiting.add(topic)
  }
  const diagnostics = putInOrder(byFile, [...elsewhere, ...between])
  return { diagnostics, waiting: CHECK_TOPICS.filter((topic) => waiting.has(topic)), plan, byFile }
}

/** The 引用 line that has a header in the present texts. */
function importsOf(line: BlockHeader, files: readonly SplitFile[]): readonly SourceBlock[] {
  return files.flatMap(({ imports }) => imports.filter(({ header }) => header === line))
}

/** All findings in the order of the files: what was found in each, with what was found about it elsewhere. */
function putInOrder(byFile: readonly FileFindings[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const byUri = new Map(groupBy(others, uriOf))
  for (const { here, file } of byFile) {
    const { source } = file
    const more = byUri.size === 0 ? undefined : byUri.get(source.uri)
    if (more !== undefined) byUri.delete(source.uri)
    found.push(...(more === undefined ? here : inOrder([...here, ...withHeadings(more, source)])))
  }
  return found
}

/** The numbers of the files in which something else may be wrong than before. */
function touchedFiles({ plan, renewed, reread }: CompiledBlocks): ReadonlySet<number> {
  const touched = new Set([...plan.misled, ...reread])
  for (const rank of renewed) {
    const [header, file] = [plan.order[rank], plan.fileOf[rank]]
    if (header === undefined || file === undefined) continue
    touched.add(file)
    for (const importer of plan.importers.get(header) ?? []) touched.add(importer)
  }
  return touched
}

function findingsIn(
  file: SplitFile,
  number: number,
  { plan, known }: CompiledBlocks,
  blockOf: BlockOf,
  before: FileFindings | undefined,
): FileFindings {
  const compiled = file.header.blocks.flatMap((header) => known[plan.ranks.get(header) ?? -1]?.compiled ?? [])
  const imports = plan.needs.imports[number] ?? []
  const isClear = imports.every(({ blocks, ambiguous }) => blocks.length > 0 && ambiguous.length === 0)
  const restsOn = isClear ? [...compiled, ...imports.flatMap(({ blocks }) => blocks.map(blockOf))] : undefined
  if (restsOn !== undefined && before?.restsOn !== undefined && hasSameItems(before.restsOn, restsOn)) return before
  const found = [...file.findings, ...compiled.flatMap(({ findings }) => findings)]
  const waiting = compiled.flatMap((each) => each.waiting ?? [])
  const misled = checkImports(imports, file, plan.corpus, blockOf)
  found.push(...withHeadings(misled, file.source))
  const isHere = (finding: Diagnostic) => uriOf(finding) === file.source.uri
  const elsewhere = found.filter((finding) => !isHere(finding))
  return { here: inOrder(found.filter(isHere)), elsewhere, waiting, file, restsOn }
}

function uriOf({ labels: [{ origin }] }: Diagnostic): string {
  return origin.file
}

function inOrder(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.toSorted(({ labels: [a] }, { labels: [b] }) => a.origin.span.start - b.origin.span.start)
}
