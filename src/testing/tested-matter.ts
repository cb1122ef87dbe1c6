import { bundleMatters } from '../analysis/bundle/bundle-matters.ts'
import { describeProblem } from '../analysis/bundle/describe-problem.ts'
import { HARMLESS } from '../analysis/bundle/harmless-problems.ts'
import type { MeasurableMatter } from '../analysis/matter-report.ts'
import { groupBy } from '../base/group-by.ts'
import type { Origin, SourceFile } from '../base/source-file.ts'
import { type Calendar, createCalendar } from '../calendar/calendar.ts'
import type { CompiledBundle, CompiledMatter, CompiledWorkspace } from '../compile/compiled.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { nearestWord } from '../syntax/suggest.ts'
import { requireWorkspace } from './require-subject.ts'

/** A matter as tests look at it (受测事项): with the workspace's date, calendar, sources and findings where they are known. */
export interface TestedMatter extends MeasurableMatter {
  /** The day whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf?: string | undefined
  /** The texts that messages cite lines from. */
  readonly sources?: readonly SourceFile[] | undefined
  readonly calendar?: Calendar | undefined
  /** What was found in the matter's own text; undefined where nobody checked it. */
  readonly diagnostics?: readonly Diagnostic[] | undefined
  /** What was found in the text of what it is based on (基于). */
  readonly inherited?: readonly Diagnostic[] | undefined
  /** The 一件事 that makes it: its own targets, 用例 and 压减 are asked about. */
  readonly bundle?: CompiledBundle | undefined
}

/**
 * A matter of a workspace by name, for `expect` (取出一个事项), or what a 一件事 of that name makes of its components. Throws where
 * the workspace has none of that name, so that a renamed matter never makes a test pass by default.
 */
export function matterIn(workspace: CompiledWorkspace, name: string): TestedMatter {
  const found = mattersIn(workspace).find(({ matter }) => matter.name === name)
  if (found !== undefined) return found
  const bundle = workspace.bundles.get(name)
  if (bundle !== undefined) return madeBy(bundle, workspace)
  const names = [...workspace.matters.keys(), ...workspace.bundles.keys()]
  throw new TypeError(`工作区里没有事项“${name}”；${describeOthers(name, names)}`)
}

/** The one matter that a bundle makes; throws where its components do not come together. */
function madeBy(compiled: CompiledBundle, workspace: CompiledWorkspace): TestedMatter {
  const { bundle, components, file, unread, partial } = compiled
  const parts = [...components.values()]
  const { matter, problems } = bundleMatters(
    bundle,
    new Map([...components].map(([name, part]) => [name, part.matter])),
  )
  const faults = problems.filter(({ kind }) => !HARMLESS.has(kind)).map(describeProblem)
  if (faults.length > 0) throw new TypeError(`一件事“${bundle.name}”合不成一个事项：${faults.join('；')}`)
  const { findingsOf, ...shared } = sharedBy(workspace)
  return {
    ...shared,
    matter,
    graph: buildGraph(matter).graph,
    file,
    unread,
    partial,
    bundle: compiled,
    diagnostics: [bundle, ...parts.map((part) => part.matter)].flatMap(({ origin }) => findingsOf(origin)),
    inherited: parts.flatMap(basesOf).flatMap((base) => findingsOf(base.matter.origin)),
  }
}

/** Most names that one message lists. */
const MOST_NAMES = 10

/** The one that was probably meant, or what there is. Names hold 、 themselves, so each is quoted. */
function describeOthers(name: string, names: readonly string[]): string {
  if (names.length === 0) return '一个事项也没有'
  const guess = nearestWord(name, names)
  if (guess !== undefined) return `是不是“${guess}”？`
  const holding = names.filter((each) => each.includes(name))
  const shown = (holding.length > 0 ? holding : names).slice(0, MOST_NAMES)
  const rest = names.length > shown.length ? `等，一共${names.length}个` : ''
  return `有：${shown.map((each) => `“${each}”`).join('、')}${rest}`
}

/** All matters of a workspace, for `expect` (取出全部事项), in the order of the workspace. */
export function mattersIn(workspace: CompiledWorkspace): readonly TestedMatter[] {
  requireWorkspace(workspace)
  const { findingsOf, ...shared } = sharedBy(workspace)
  return Array.from(workspace.matters.values(), (compiled) => ({
    ...compiled,
    ...shared,
    diagnostics: findingsOf(compiled.matter.origin),
    inherited: basesOf(compiled).flatMap(({ matter }) => findingsOf(matter.origin)),
  }))
}

/** What all matters of a workspace are tested with, and what was found in each by where it stands. */
function sharedBy(workspace: CompiledWorkspace) {
  const { asOf, sources } = workspace
  const findings = findingsByBlock(workspace)
  return {
    asOf,
    sources,
    calendar: createCalendar({ overlays: [...workspace.calendars.values()] }),
    findingsOf: (origin: Origin | undefined) => findings.get(keyOf(origin)) ?? [],
  }
}

function basesOf({ basedOn }: CompiledMatter): readonly CompiledMatter[] {
  return basedOn === undefined ? [] : [basedOn, ...basesOf(basedOn)]
}

/** The findings of each matter, 一件事 and 目标 of its own, by its first line: those from there to the next one of the file. */
function findingsByBlock({
  versions,
  bundles,
  selectionTargets,
  diagnostics,
}: CompiledWorkspace): ReadonlyMap<string, readonly Diagnostic[]> {
  const origins = [
    ...[...versions.values()].flat().map(({ matter }) => matter.origin),
    ...Array.from(bundles.values(), ({ bundle }) => bundle.origin),
    ...Array.from(selectionTargets.values(), ({ target }) => target.origin),
  ]
  const byFile = groupBy(
    origins.filter((origin) => origin !== undefined).sort((a, b) => a.span.start - b.span.start),
    ({ file }) => file,
  )
  return groupBy(diagnostics, ({ labels: [{ origin }] }) =>
    keyOf(byFile.get(origin.file)?.findLast(({ span }) => span.start <= origin.span.start)),
  )
}

function keyOf(origin: Origin | undefined): string {
  return origin === undefined ? '' : `${origin.file} ${origin.span.start}`
}
