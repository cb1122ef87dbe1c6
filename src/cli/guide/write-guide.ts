import packageJson from '../../../package.json' with { type: 'json' }
import { bundleMatters } from '../../analysis/bundle/bundle-matters.ts'
import { compileChecklist } from '../../analysis/checklist/applicant-checklist.ts'
import { checklistToJson } from '../../analysis/checklist/checklist-json.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import type { CompiledBundle } from '../../compile/compiled.ts'
import { writeGuideJson } from '../../exchange/guide-json/write-guide-json.ts'
import { scheduleWorstCase } from '../../graph/schedule.ts'
import { renderChecklistHtml, renderGuideHtml } from '../../render/guide/guide-html.ts'
import { renderChecklistMarkdown, renderGuideMarkdown } from '../../render/guide/guide-markdown.ts'
import type { GuideRendering } from '../../render/guide/guide-rendering.ts'
import type { NamedMatter } from '../find-matter.ts'
import { readGiven } from '../read-given.ts'
import type { DrawFlow } from './draw-flow.ts'
import type { GuideFormat, GuideOptions } from './guide-request.ts'

/** On which day, by which calendar, and with what guides are drawn. */
export interface GuideDesk {
  readonly asOf: string
  readonly calendar: Calendar
  readonly draw: DrawFlow
}

/** Writes the guide of one matter or 一件事 in a format (写一份指南). */
export async function writeGuide(
  named: NamedMatter,
  format: GuideFormat,
  options: Pick<GuideOptions, 'given' | 'start' | 'checklist'>,
  { asOf, calendar, draw }: GuideDesk,
): Promise<string> {
  const { matter, graph, bundle } = named
  const start = options.start === undefined ? undefined : { date: options.start, calendar }
  const isAsked = options.given.length > 0 || options.checklist === true
  const facts = readGiven(options.given, matter)
  const checklist = isAsked ? compileChecklist(named, { facts, asOf, start }) : undefined
  const made = bundle === undefined ? undefined : madeOf(bundle)
  if (format === 'json') {
    const json =
      options.checklist && checklist !== undefined
        ? { schema: 'zw/checklist/1', checklist: checklistToJson(checklist) }
        : writeGuideJson(matter, { asOf, made, checklist })
    return `${JSON.stringify(json, undefined, 2)}\n`
  }
  const rendering: GuideRendering = { asOf, start, checklist, made, version: packageJson.version }
  if (format === 'md') {
    return options.checklist ? renderChecklistMarkdown(matter, rendering) : renderGuideMarkdown(matter, rendering)
  }
  if (options.checklist) return renderChecklistHtml(matter, rendering)
  const schedule = scheduleWorstCase(graph, { conversion: DEFAULT_CONVERSION })
  return renderGuideHtml(matter, {
    ...rendering,
    schedule,
    ...(await draw(named, made, asOf, isAsked ? facts : undefined)),
  })
}

/** What a 一件事 is made of, so that each part of the guide says where it comes from. */
function madeOf({ bundle, components }: CompiledBundle): NonNullable<GuideRendering['made']> {
  const matters = new Map([...components].map(([name, { matter }]) => [name, matter]))
  return { bundle, bundled: bundleMatters(bundle, matters) }
}
