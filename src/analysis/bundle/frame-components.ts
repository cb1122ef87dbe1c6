import type { FlowGraph } from '../../graph/flow-graph.ts'
import type { Condition } from '../../model/condition.ts'
import type { BundledMatter } from './bundle-parts.ts'
import { selectionName } from './component.ts'

/** What belongs together within a frame (外框): a component, or a part of it. */
export interface ComponentFrame {
  readonly id: string
  readonly title: string
  /** Where the component takes part; absent for always. */
  readonly when?: Condition | undefined
}

/** Which frame each node stands in (分框), and what a step of a component is called there. */
export interface Framing {
  readonly frames: readonly ComponentFrame[]
  readonly frameOf: (node: number) => string | undefined
  /** The components that a node does the work of. */
  readonly componentsOf: (node: number) => readonly string[]
  readonly shortName: (node: number) => string
  /** The condition of a node beside what its frame says. */
  readonly ownWhen: (node: number) => Condition | undefined
  /** The document that goes along an edge from one component to another. */
  readonly feedOf: (edge: number) => readonly string[]
}

/** No frames: a matter by itself. */
export function unframed(graph: FlowGraph): Framing {
  return {
    frames: [],
    frameOf: () => undefined,
    componentsOf: () => [],
    shortName: (node) => graph.nodes[node]?.name ?? '',
    ownWhen: (node) => graph.nodes[node]?.when,
    feedOf: () => [],
  }
}

/**
 * Frames the steps of each component. A component whose steps wait for a step that is done together with others stands in
 * several frames, one before and one after, so that no line leads back.
 */
export function frameComponents(
  graph: FlowGraph,
  { order, steps, feeds }: Pick<BundledMatter, 'order' | 'steps' | 'feeds'>,
): Framing {
  const owners = new Map(steps.map(({ name, from }) => [name, [...new Set(from.map(({ component }) => component))]]))
  const components = graph.nodes.map(
    ({ name }) => owners.get(name) ?? order.filter((component) => name.startsWith(`${component}·`)).slice(0, 1),
  )
  // What is done together with others has a name of its own, even where only one component has such a step.
  const isOwn = (node: number) => {
    const [own, ...others] = components[node] ?? []
    return own !== undefined && others.length === 0 && graph.nodes[node]?.name.startsWith(`${own}·`) === true
  }
  const phases = phasesOf(graph, components, isOwn)
  const idOf = (node: number): string | undefined => {
    const [own = ''] = components[node] ?? []
    return isOwn(node) ? `frame-${order.indexOf(own)}-${phases[node] ?? 0}` : undefined
  }
  const ids = graph.nodes.map((_, node) => idOf(node))
  const isLooped = hasLoop(graph, ids)
  const used = new Map<string, ComponentFrame>()
  graph.nodes.forEach((_, node) => {
    const id = ids[node]
    const [own] = components[node] ?? []
    if (isLooped || id === undefined || own === undefined || used.has(id)) return
    const selected = graph.situations.find(({ name }) => name === selectionName(own))
    used.set(id, { id, title: phases[node] === 0 ? own : `${own}（续）`, when: selected?.when })
  })
  return {
    frames: [...used.values()],
    frameOf: (node) => (isLooped ? undefined : ids[node]),
    componentsOf: (node) => components[node] ?? [],
    shortName: (node) => {
      const name = graph.nodes[node]?.name ?? ''
      const [own] = components[node] ?? []
      return isLooped || own === undefined || !isOwn(node) ? name : name.slice(own.length + 1)
    },
    ownWhen: (node) => {
      const [own] = components[node] ?? []
      const { when } = graph.nodes[node] ?? {}
      return isLooped || ids[node] === undefined || own === undefined ? when : withoutSelection(when, own)
    },
    feedOf: (edge) => {
      // 统一出件 hands over what is issued and uses nothing of it.
      const { stages = [] } = graph.nodes[graph.edges.target[edge] ?? 0] ?? {}
      if (stages.length > 0 && stages.every((stage) => stage === 'delivery')) return []
      const from = components[graph.edges.source[edge] ?? 0] ?? []
      const to = components[graph.edges.target[edge] ?? 0] ?? []
      const outputs = feeds
        .filter((feed) => feed.from !== feed.to && from.includes(feed.from) && to.includes(feed.to))
        .filter((feed) => !to.includes(feed.from))
        .map(({ output }) => output)
      return [...new Set(outputs)]
    },
  }
}

/** Without “办理…”, which the frame says. */
function withoutSelection(when: Condition | undefined, component: string): Condition | undefined {
  const isSelection = (each: Condition) => each.kind === 'situation' && each.situation === selectionName(component)
  if (when === undefined || isSelection(when)) return undefined
  if (when.kind !== 'all') return when
  const [first, second, ...rest] = when.of.filter((each) => !isSelection(each))
  return second === undefined ? first : { kind: 'all', of: [first ?? second, second, ...rest] }
}

/** How often the way to a node has left its component and come back. */
function phasesOf(
  { nodes, edges }: FlowGraph,
  components: readonly (readonly string[])[],
  isOwn: (node: number) => boolean,
): readonly number[] {
  const phases: number[] = []
  const seen: Map<string, number>[] = []
  nodes.forEach((_, id) => {
    const [own = ''] = components[id] ?? []
    const before = new Map<string, number>()
    let phase = 0
    for (const edge of edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1])) {
      const source = edges.source[edge] ?? 0
      for (const [component, reached] of seen[source] ?? []) {
        before.set(component, Math.max(reached, before.get(component) ?? 0))
        const isInside = isOwn(source) && components[source]?.[0] === component
        if (isOwn(id) && component === own) phase = Math.max(phase, isInside ? reached : reached + 1)
      }
    }
    phases.push(phase)
    if (isOwn(id)) before.set(own, Math.max(phase, before.get(own) ?? 0))
    seen.push(before)
  })
  return phases
}

/** Whether frames would have to stand before and after each other. */
function hasLoop({ edges }: FlowGraph, ids: readonly (string | undefined)[]): boolean {
  const place = (node: number) => ids[node] ?? `node-${node}`
  const waits = new Map<string, Set<string>>()
  edges.source.forEach((source, edge) => {
    const [from, to] = [place(source), place(edges.target[edge] ?? 0)]
    if (from === to) return
    const known = waits.get(to) ?? new Set<string>()
    waits.set(to, known.add(from))
  })
  const finished = new Set<string>()
  const open = [...waits.keys()]
  const done = (id: string) => [...(waits.get(id) ?? [])].every((each) => finished.has(each) || !waits.has(each))
  for (let left = open; left.length > 0; ) {
    const ready = left.filter(done)
    if (ready.length === 0) return true
    for (const id of ready) finished.add(id)
    left = left.filter((id) => !finished.has(id))
  }
  return false
}
