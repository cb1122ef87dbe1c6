import type { MeasurableMatter } from '../analysis/matter-report.ts'
import type { SourceFile } from '../base/source-file.ts'
import { type Calendar, createCalendar } from '../calendar/calendar.ts'
import type { CompiledWorkspace } from '../compile/compiled.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** A matter as tests look at it (受测事项): with the workspace's date, calendar, sources and findings where they are known. */
export interface TestedMatter extends MeasurableMatter {
  /** The day whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf?: string | undefined
  /** The texts that messages cite lines from. */
  readonly sources?: readonly SourceFile[] | undefined
  readonly calendar?: Calendar | undefined
  /** What was found in the matter's own text; undefined where nobody checked it. */
  readonly diagnostics?: readonly Diagnostic[] | undefined
}

/**
 * A matter of a workspace by name, for `expect` (取出一个事项). Throws where the workspace has none of that name, so that a
 * renamed matter never makes a test pass by default.
 */
export function matterIn(workspace: CompiledWorkspace, name: string): TestedMatter {
  const found = mattersIn(workspace).find(({ matter }) => matter.name === name)
  if (found !== undefined) return found
  const names = [...workspace.matters.keys()]
  const others = names.length === 0 ? '一个事项也没有' : `有：${names.join('、')}`
  throw new TypeError(`工作区里没有事项“${name}”；${others}`)
}

/** All matters of a workspace, for `expect` (取出全部事项), in the order of the workspace. */
export function mattersIn(workspace: CompiledWorkspace): readonly TestedMatter[] {
  const { asOf, sources } = workspace
  const calendar = createCalendar({ overlays: [...workspace.calendars.values()] })
  return Array.from(workspace.matters.values(), (compiled) => ({
    ...compiled,
    asOf,
    sources,
    calendar,
    diagnostics: workspace.diagnostics.filter((finding) => standsIn(finding, compiled, workspace)),
  }))
}

/** Whether a finding stands between the first line of a matter and the next matter or 一件事 of its file. */
function standsIn({ labels }: Diagnostic, { matter, file }: MeasurableMatter, workspace: CompiledWorkspace): boolean {
  const [{ origin }] = labels
  const start = matter.origin?.span.start ?? 0
  if (origin.file !== file || origin.span.start < start) return false
  const versions = [...workspace.versions.values()].flat().map((version) => version.matter.origin)
  const bundles = [...workspace.bundles.values()].map(({ bundle }) => bundle.origin)
  const end = [...versions, ...bundles].reduce(
    (nearest, other) =>
      other?.file === file && other.span.start > start ? Math.min(nearest, other.span.start) : nearest,
    Number.POSITIVE_INFINITY,
  )
  return origin.span.start < end
}
