import { frameComponents, unframed } from '../../analysis/bundle/frame-components.ts'
import { dateGantt, lastDayOf } from '../../analysis/gantt-dates.ts'
import { type GanttSpan, planGantt } from '../../analysis/gantt-plan.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { printCivilDate } from '../../calendar/civil-date.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import type { Facts } from '../../graph/fact-value.ts'
import { limitWords } from '../../graph/step-words.ts'
import type { Matter } from '../../model/matter.ts'
import type { MermaidOptions } from './write-mermaid.ts'

/** What a Mermaid 横道图 is drawn from beside the matter. */
export interface GanttMermaidOptions extends MermaidOptions {
  /** What is known of an applicant; the longest case of what is left open. */
  readonly given?: Facts | undefined
  /** The day whose limits are shown, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined
}

/** The steps of a matter on real dates as a Mermaid gantt chart (横道图文本), whole days; `n3` is the node with id 3. */
export function writeGanttMermaid(
  matter: Matter,
  start: { readonly date: string; readonly calendar: Calendar },
  options: GanttMermaidOptions = {},
): string {
  const graph = options.graph ?? buildGraph(matter).graph
  const plan = planGantt(matter, { graph, given: options.given, asOf: options.asOf })
  const dates = plan && dateGantt(plan, matter, start)
  const head = ['gantt', `  title ${plain(matter.name)}`, '  dateFormat YYYY-MM-DD', '  axisFormat %m-%d']
  if (plan === undefined || dates === undefined) return [...head, ''].join('\n')
  const framing = options.bundle === undefined ? unframed(graph) : frameComponents(graph, options.bundle)
  const titleOf = ({ step }: GanttSpan) => framing.frames.find(({ id }) => id === framing.frameOf(step.node))?.title
  const sections = [...new Set(plan.spans.map(titleOf))]
  const limits = plan.limits.map((limit) => {
    const { from, to } = dates.dueOf(limit)
    const name = `${limit.kind === 'statutory' ? '法定时限' : '承诺时限'}${limitWords(limit.rule.limit)}`
    return task(name, ['done', limit.kind], from, to)
  })
  const steps = sections.flatMap((section) => [
    `  section ${plain(section ?? (sections.length === 1 ? '环节' : '一起办的'))}`,
    ...plan.spans
      .filter((span) => titleOf(span) === section)
      .map((span) => {
        const { from, to } = dates.dateOf(span)
        const id = `n${span.step.node}`
        return task(framing.shortName(span.step.node), span.decisive ? ['crit', id] : [id], from, to)
      }),
  ])
  return [...head, ...(limits.length === 0 ? [] : ['  section 时限', ...limits]), ...steps, ''].join('\n')
}

/** What takes no time is a milestone on its day. */
function task(name: string, marks: readonly string[], from: number, to: number): string {
  const begin = printCivilDate(Math.min(Math.floor(from), lastDayOf(to)))
  const end = printCivilDate(lastDayOf(to) + 1)
  const when = from >= to ? ['milestone', ...marks, begin, '0d'] : [...marks, begin, end]
  return `    ${plain(name)} :${when.join(', ')}`
}

/** Mermaid has no quotation marks here: what it would read as its own becomes its full-width likeness. */
function plain(text: string): string {
  const words = text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[#:;%<>&]/g, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0xfee0))
    .trim()
  return /^[a-z]/i.test(words) ? `“${words}”` : words
}
