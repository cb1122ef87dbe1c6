import type { Framing } from '../../analysis/bundle/frame-components.ts'
import { groupBy } from '../../base/group-by.ts'
import { type FlowGraph, NO_BRANCH } from '../../graph/flow-graph.ts'
import { impliedEdges } from '../../graph/implied-edges.ts'
import { findExclusiveEdges } from './exclusive-edges.ts'
import { type FlowWay, jointState } from './follow-way.ts'
import type { NodeShapes } from './node-shapes.ts'
import type { Picture, WayState } from './picture.ts'
import { startPicture } from './picture-board.ts'

/** Puts together what a flow is drawn of (拼图): cards and diamonds, bars where lines part and meet, words on lines, ends. */
export function buildPicture(graph: FlowGraph, framing: Framing, way: FlowWay, shapes: NodeShapes): Picture {
  const { nodes, edges } = graph
  const { frameOf } = framing
  const { add, join, finish } = startPicture()
  const isExclusive = findExclusiveEdges(graph)
  const isFeed = (edge: number) => framing.feedOf(edge).length > 0
  const isPlain = (edge: number) => !isFeed(edge)
  const stateOf = (edge: number): WayState => way.edges[edge] ?? 'plain'
  const jointly = (group: readonly number[]) => jointState(group.map(stateOf))
  const implied = impliedEdges(graph)
  const isDrawn = (edge: number) => !implied.has(edge)
  const outgoing = (id: number) => range(edges.outStart[id], edges.outStart[id + 1]).filter(isDrawn)
  const incoming = (id: number) => edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1]).filter(isDrawn)
  const targetsOf = (group: readonly number[]) => group.map((edge) => edges.target[edge] ?? 0)
  const idOf = (node: number) => `node-${node}`

  nodes.forEach((_, id) => {
    add(idOf(id), shapes.node(id), frameOf(id))
  })
  const entries = nodes.map((_, id) => drawEntry(id))
  drawStart()
  nodes.forEach((node, id) => {
    drawFeeds(id)
    if (node.kind === 'choice') drawBranches(id)
    else drawExit(id)
  })
  return finish(framing.frames.map((frame) => ({ id: frame.id, title: shapes.frameTitle(frame) })))

  /** Where lines to a node arrive: a bar where they wait for each other. */
  function drawEntry(id: number): string {
    const plain = incoming(id).filter(isPlain)
    const waits = plain.some((a, at) => plain.slice(at + 1).some((b) => !isExclusive(a, b)))
    if (!waits) return idOf(id)
    const bar = add(`join-${id}`, shapes.join(jointly(plain)), frameOf(id))
    join(bar, idOf(id), { state: jointly(plain) })
    return bar
  }

  function drawStart(): void {
    const roots = nodes.flatMap((_, id) => (incoming(id).length === 0 ? [id] : []))
    const rootState = (id: number): WayState => way.passes[id] ?? 'plain'
    const start = add('start', shapes.start(), undefined)
    const place =
      roots.length > 1 ? add('fork-start', shapes.fork(roots, jointState(roots.map(rootState))), undefined) : start
    if (place !== start) join(start, place, { state: jointState(roots.map(rootState)), arrow: false })
    for (const id of roots) join(place, idOf(id), { state: rootState(id) })
  }

  /** Lines from a place to the nodes behind it: through a bar where there are several. */
  function lead(from: string, group: readonly number[], name: string, frame: string | undefined): void {
    const place = group.length > 1 ? add(`fork-${name}`, shapes.fork(targetsOf(group), jointly(group)), frame) : from
    if (place !== from) join(from, place, { state: jointly(group), arrow: false })
    for (const edge of group) {
      const entry = entries[edges.target[edge] ?? 0] ?? ''
      join(place, entry, { state: stateOf(edge), stands: [edge], arrow: !entry.startsWith('join-') })
    }
  }

  /** What goes to other components: one label for each document, from which lines lead to all who use it. */
  function drawFeeds(id: number): void {
    const groups = groupBy(outgoing(id).filter(isFeed), (edge) => framing.feedOf(edge).join('、'))
    for (const [documents, group] of groups) {
      const tag = add(`feed-${id}-${documents}`, shapes.feed(documents, jointly(group)), undefined)
      join(idOf(id), tag, { state: jointly(group), arrow: false, dashed: true })
      for (const edge of group) {
        join(tag, idOf(edges.target[edge] ?? 0), { state: stateOf(edge), dashed: true, stands: [edge] })
      }
    }
  }

  function drawBranches(id: number): void {
    const others = outgoing(id).filter((edge) => edges.branch[edge] === NO_BRANCH)
    if (others.length > 0) lead(idOf(id), others, `${id}`, frameOf(id))
    nodes[id]?.branches.forEach((_, branch) => {
      const group = outgoing(id).filter((edge) => (edges.branch[edge] ?? NO_BRANCH) === branch)
      if (group.length === 0) return
      const tag = add(`branch-${id}-${branch}`, shapes.branch(id, branch, jointly(group)), frameOf(id))
      join(idOf(id), tag, { state: jointly(group), arrow: false })
      lead(tag, group, `${id}-${branch}`, frameOf(id))
    })
  }

  /** What follows a step: the end, or what is next, or with 终止 the one where it is done and the other where it is not. */
  function drawExit(id: number): void {
    const out = outgoing(id)
    const plain = out.filter(isPlain)
    const terminates = nodes[id]?.terminates === true
    if (out.length === 0 || terminates) {
      const state = (terminates ? way.nodes : way.passes)[id] ?? 'plain'
      join(idOf(id), add(`end-${id}`, shapes.end(id, state), frameOf(id)), { state })
    }
    if (plain.length === 0) return
    if (!terminates) {
      lead(idOf(id), plain, `${id}`, frameOf(id))
      return
    }
    const tag = add(`else-${id}`, shapes.otherwise(jointly(plain)), frameOf(id))
    join(idOf(id), tag, { state: jointly(plain), arrow: false })
    lead(tag, plain, `${id}`, frameOf(id))
  }
}

function range(from = 0, to = 0): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
