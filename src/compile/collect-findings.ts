import { groupBy } from '../base/group-by.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { CHECK_TOPICS, type CheckTopic } from './checks/check-topics.ts'
import type { CompiledBlocks } from './compile-blocks.ts'
import { checkImports } from './corpus/check-imports.ts'
import { checkTimelines } from './corpus/check-timelines.ts'
import { reportCompeting } from './corpus/competing-implementations.ts'
import { reportImportLoop } from './corpus/import-loops.ts'
import { reportRepeated } from './corpus/repeated-blocks.ts'
import { reportLoop } from './corpus/report-loop.ts'
import type { BlockOf } from './split-blocks.ts'
import { withHeadings } from './text/context-path.ts'

/** What was found in one file by itself: at places in it, in their order, and at places elsewhere. */
interface FileFindings {
  readonly here: readonly Diagnostic[]
  readonly elsewhere: readonly Diagnostic[]
  /** What was not checked whole in its blocks, because of errors. */
  readonly waiting: readonly CheckTopic[]
}

/** What was found in a workspace (发现的问题). */
export interface WorkspaceFindings {
  /** By source, then by place; what stands in the same place keeps the order in which it was found. */
  readonly diagnostics: readonly Diagnostic[]
  /** What was not checked whole in some file, in the order of the checks. */
  readonly waiting: readonly CheckTopic[]
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
  const byFile = before === undefined ? [] : [...before.byFile]
  for (const number of before === undefined ? files.keys() : touchedFiles(blocks)) {
    byFile[number] = findingsIn(number, blocks, blockOf)
  }
  const between = [
    ...byFile.flatMap(({ elsewhere }) => elsewhere),
    ...plan.repeated.flatMap((group) => reportRepeated(group.map(blockOf))),
    ...plan.competing.flatMap((group) => reportCompeting(group.map(blockOf), plan.corpus)),
    ...plan.loops.flatMap((loop) => reportLoop(loop.map(blockOf), plan.needs)),
    ...plan.importLoops.flatMap((lines) => reportImportLoop(lines.map(blockOf))),
    ...checkTimelines(plan.corpus, blockOf),
  ]
  const more = new Map(groupBy(between, uriOf))
  const diagnostics = byFile.flatMap(({ here }, number) => {
    const source = files[number]?.source
    const others = more.get(source?.uri ?? '')
    if (source === undefined || others === undefined) return here
    more.delete(source.uri)
    return inOrder([...here, ...withHeadings(others, source)])
  })
  const waiting = CHECK_TOPICS.filter((topic) => byFile.some((file) => file.waiting.includes(topic)))
  return { diagnostics, waiting, byFile }
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

function findingsIn(number: number, { plan, files, known }: CompiledBlocks, blockOf: BlockOf): FileFindings {
  const file = files[number]
  if (file === undefined) return { here: [], elsewhere: [], waiting: [] }
  const found = [...file.findings]
  const waiting = new Set<CheckTopic>()
  for (const header of file.header.blocks) {
    const compiled = known[plan.ranks.get(header) ?? -1]?.compiled
    found.push(...(compiled?.findings ?? []))
    for (const topic of compiled?.waiting ?? []) waiting.add(topic)
  }
  const misled = checkImports(plan.needs.imports[number] ?? [], file, plan.corpus, blockOf)
  found.push(...withHeadings(misled, file.source))
  const isHere = (finding: Diagnostic) => uriOf(finding) === file.source.uri
  const elsewhere = found.filter((finding) => !isHere(finding))
  return { here: inOrder(found.filter(isHere)), elsewhere, waiting: [...waiting] }
}

function uriOf({ labels: [{ origin }] }: Diagnostic): string {
  return origin.file
}

function inOrder(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.toSorted(({ labels: [a] }, { labels: [b] }) => a.origin.span.start - b.origin.span.start)
}
