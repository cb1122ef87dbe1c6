import { frameComponents, unframed } from '../../analysis/bundle/frame-components.ts'
import type { GanttLimit, GanttPlan, GanttSpan } from '../../analysis/gantt-plan.ts'
import { compare, subtract } from '../../base/rational.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import { CLOCK_WORDS, limitWords } from '../../graph/step-words.ts'
import { type SetLine, setLines } from '../flow/text-block.ts'
import { visibleText } from '../html/html.ts'
import { days } from '../html/words.ts'
import type { GanttAxis } from './gantt-axis.ts'
import type { GanttRendering } from './gantt-rendering.ts'

/** One row of the drawing (行): its words at the left, and what is drawn at the right. */
export type GanttRow = { readonly lines: readonly SetLine[] } & (
  | { readonly kind: 'limit'; readonly limit: GanttLimit }
  /** `apart`: it belongs to no component, unlike the row above. */
  | { readonly kind: 'span'; readonly span: GanttSpan; readonly apart: boolean }
  | { readonly kind: 'heading' }
)

const LIMIT_NAMES = { statutory: '法定时限', promised: '承诺时限' } as const

/** The rows from top to bottom: limits, then steps by when they begin, of a 一件事 by component. */
export function listRows(
  plan: GanttPlan,
  graph: FlowGraph,
  axis: GanttAxis,
  width: number,
  { bundle }: GanttRendering,
): readonly GanttRow[] {
  const framing = bundle === undefined ? unframed(graph) : frameComponents(graph, bundle)
  const limits = plan.limits.map((limit): GanttRow => {
    const words = [`${LIMIT_NAMES[limit.kind]}${limitWords(limit.rule.limit)}`, axis.sayLimit(limit)]
    return {
      kind: 'limit',
      limit,
      lines: words.flatMap((text, index) => setLines(text, index === 0 ? 'frame' : 'soft', width, 3)),
    }
  })
  const spans = plan.spans.toSorted((a, b) => compare(a.start, b.start) || compare(a.end, b.end))
  const titleOf = ({ step: { node } }: GanttSpan) =>
    framing.frames.find(({ id }) => id === framing.frameOf(node))?.title
  // What is done together with others stands by itself, in its place.
  const groups: { title: string | undefined; spans: GanttSpan[] }[] = []
  for (const span of spans) {
    const title = titleOf(span)
    const known = title === undefined ? undefined : groups.find((group) => group.title === title)
    if (known === undefined) groups.push({ title, spans: [span] })
    else known.spans.push(span)
  }
  const steps = groups.flatMap(({ title, spans: members }, index): readonly GanttRow[] => [
    ...(title === undefined
      ? []
      : [{ kind: 'heading' as const, lines: setLines(visibleText(title), 'frame', width, 3) }]),
    ...members.map((span): GanttRow => {
      const apart = title === undefined && groups[index - 1]?.title !== undefined
      const name = setLines(visibleText(framing.shortName(span.step.node)), span.decisive ? 'frame' : 'plain', width, 3)
      return { kind: 'span', span, apart, lines: [...name, ...setLines(timeWords(span, axis), 'soft', width, 3)] }
    }),
  ])
  return [...limits, ...steps]
}

/** How long, whether it counts, and when. */
export function timeWords(span: GanttSpan, axis: GanttAxis): string {
  const { step, start, end, counted } = span
  const isAtOnce = compare(start, end) === 0
  const length =
    step.limit === null || step.limit.unit === 'unlimited'
      ? '没有写时限'
      : step.limit.unit === 'workday'
        ? days(subtract(end, start))
        : limitWords(step.limit)
  return [length, ...(counted ? [] : [CLOCK_WORDS[step.clock]]), isAtOnce ? '' : axis.say(span)]
    .filter((part) => part !== '')
    .join('，')
}
