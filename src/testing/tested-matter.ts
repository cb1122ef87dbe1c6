import type { MeasurableMatter } from '../analysis/matter-report.ts'
import { groupBy } from '../base/group-by.ts'
import type { Origin, SourceFile } from '../base/source-file.ts'
import { type Calendar, createCalendar } from '../calendar/calendar.ts'
import type { CompiledMatter, CompiledWorkspace } from '../compile/compiled.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
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
}

/**
 * A matter of a workspace by name, for `expect` (取出一个事项). Throws where the workspace has none of that name, so that a
 * renamed matter never makes a test pass by default.
 */
export function matterIn(workspace: CompiledWorkspace, name: string): TestedMatter {
  const found = mattersIn(workspace).find(({ matter }) => matter.name === name)
  if (found !== undefined) return found
  throw new TypeError(`工作区里没有事项“${name}”；${describeOthers(name, [...workspace.matters.keys()])}`)
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
  const { asOf, sources } = workspace
  const calendar = createCalendar({ overlays: [...workspace.calendars.values()] })
  const findings = findingsByBlock(workspace)
  const findingsOf = ({ matter }: CompiledMatter) => findings.get(keyOf(matter.origin)) ?? []
  return Array.from(workspace.matters.values(), (compiled) => ({
    ...compiled,
    asOf,
    sources,
    calendar,
    diagnostics: findingsOf(compiled),
    inherited: basesOf(compiled).flatMap(findingsOf),
  }))
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
