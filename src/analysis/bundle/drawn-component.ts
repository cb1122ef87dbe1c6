import { buildGraph } from '../../graph/build-graph.ts'
import { NEVER } from '../../graph/decision-diagram.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import { flowSituations } from '../../graph/matter-conditions.ts'
import { computeReachability } from '../../graph/reachability.ts'
import type { Step } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import type { Component } from './component.ts'
import { allOf, type Formula } from './formula.ts'
import { renameCondition } from './rename-condition.ts'
import { reachConditions } from './run-conditions.ts'

/** A component with its flow drawn, choices dissolved: what they decide is said by the conditions of the steps (画好的子项). */
export interface DrawnComponent {
  readonly component: Component
  readonly steps: readonly Step[]
  /** The steps that a step waits for. */
  readonly before: (step: string) => readonly string[]
  /** The steps that wait for a step. */
  readonly behind: (step: string) => readonly string[]
  /** In which situations of the bundle a step is done. */
  readonly runs: (step: string) => Formula
  /** True where just one of the steps is done whenever the other step is, and none where it is not. */
  readonly standFor: (steps: readonly string[], step: string) => boolean
}

/** Draws a component by itself. 特别程序 stay apart, since they are placed again in the bundle. */
export function drawComponent(component: Component): DrawnComponent {
  const { graph } = buildGraph({ ...component.matter, specialProcedures: [] })
  const space = flowSituations(graph)
  const { store } = space
  const exact = computeReachability(graph, space)
  const reached = reachConditions(graph, exact)
  const places = new Map(graph.nodes.map(({ name }, id) => [name, id]))
  const setOf = (step: string) => exact.runs[places.get(step) ?? -1] ?? NEVER
  const runs = new Map<string, Formula>()
  const before = new Map<string, readonly string[]>()
  const behind = new Map<string, string[]>()
  graph.nodes.forEach(({ name, kind, when }, id) => {
    if (kind === 'choice') return
    const way = reached[id] ?? false
    const inBundle = typeof way === 'boolean' ? way : renameCondition(way, component.renaming)
    runs.set(name, allOf([component.selected, inBundle, component.inBundle(when)]))
    const waitsFor = stepsBefore(graph, id)
    before.set(name, waitsFor)
    for (const each of waitsFor) behind.set(each, [...(behind.get(each) ?? []), name])
  })
  return {
    component,
    steps: withResults(component.matter, (step) => (behind.get(step) ?? []).length === 0),
    before: (step) => before.get(step) ?? [],
    behind: (step) => behind.get(step) ?? [],
    runs: (step) => runs.get(step) ?? false,
    standFor: (steps, step) => {
      let covered = NEVER
      for (const each of steps) {
        if (store.and(covered, setOf(each)) !== NEVER) return false
        covered = store.or(covered, setOf(each))
      }
      return steps.length > 0 && covered === setOf(step)
    },
  }
}

/** The steps of a matter; where none says what it issues, the only last one issues all that the matter does. */
function withResults({ flow, outputs }: Matter, isLast: (step: string) => boolean): readonly Step[] {
  const steps = flow.filter((item): item is Step => item.kind === 'step')
  const [last, ...others] = steps.filter(({ name }) => isLast(name))
  if (last === undefined || others.length > 0 || steps.some((step) => step.outputs.length > 0)) return steps
  return steps.map((step) => (step === last ? { ...step, outputs: outputs.map(({ name }) => name) } : step))
}

/** The steps that a node waits for, through the choices between them. */
function stepsBefore(graph: FlowGraph, node: number): readonly string[] {
  const { edges, nodes } = graph
  const names = new Set<string>()
  for (let i = edges.inStart[node] ?? 0; i < (edges.inStart[node + 1] ?? 0); i++) {
    const source = edges.source[edges.inEdge[i] ?? 0] ?? 0
    const from = nodes[source]
    if (from?.kind === 'choice') for (const name of stepsBefore(graph, source)) names.add(name)
    else if (from !== undefined) names.add(from.name)
  }
  return [...names]
}
