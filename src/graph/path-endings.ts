import { type Diagram, NEVER } from './decision-diagram.ts'
import { type Course, terminators } from './flow-course.ts'
import type { FlowGraph } from './flow-graph.ts'

/** Where a path may end: at the end of the case, or with a step of the stage 决定. */
export type Until = 'end' | 'decision'

/** Some nodes with which a path may end, and the situations in which it does. */
export interface Ending {
  readonly ends: readonly number[]
  readonly within: Diagram
}

/** A case ends where nothing follows, unless a step with 终止 ends it; each of these where no other does. */
export function caseEndings(course: Course, within: Diagram): readonly Ending[] {
  const { graph, space, runs } = course
  const { store } = space
  const ending = terminators(course)
  const sinks = graph.nodes.flatMap((_, id) => (graph.edges.outStart[id] === graph.edges.outStart[id + 1] ? [id] : []))
  const without = (except: number | undefined, set: Diagram) =>
    ending.reduce((rest, id) => (id === except ? rest : store.and(rest, store.not(runs[id] ?? NEVER))), set)
  return [
    { ends: sinks, within: without(undefined, within) },
    ...ending.map((id) => ({ ends: [id], within: without(id, store.and(within, runs[id] ?? NEVER)) })),
  ]
}

/** A decision counts where no step with 终止 runs beside it; where one always does, the time is only a bound. */
export function decisionEndings(course: Course, within: Diagram): readonly Ending[] {
  const { graph, space, runs } = course
  const { store } = space
  return graph.nodes.flatMap(({ stages }, id) => {
    if (!stages.includes('decision')) return []
    const decided = store.and(within, runs[id] ?? NEVER)
    const beside = terminators(course).filter((other) => other !== id && !follows(graph, id, other))
    return [
      { ends: [id], within: beside.reduce((rest, other) => store.and(rest, store.not(runs[other] ?? NEVER)), decided) },
    ]
  })
}

/** True when a way leads from one node to the other. */
function follows(graph: FlowGraph, from: number, to: number): boolean {
  const { outStart, target } = graph.edges
  const reached = new Set([from])
  for (const node of reached) {
    for (let edge = outStart[node] ?? 0; edge < (outStart[node + 1] ?? 0); edge++) reached.add(target[edge] ?? 0)
  }
  return reached.has(to)
}
