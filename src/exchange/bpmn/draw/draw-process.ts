import { printDuration } from '../../../calendar/duration.ts'
import { NO_BRANCH } from '../../../graph/flow-graph.ts'
import type { Matter } from '../../../model/matter.ts'
import type { TimeLimit } from '../../../model/time-limit.ts'
import type { JoinTree } from '../flow/join-tree.ts'
import type { PlannedWay } from '../flow/token-plan.ts'
import { drawBody } from './draw-body.ts'
import { drawChoice } from './draw-choice.ts'
import { drawSides } from './draw-sides.ts'
import type { Drawing, DrawnNode } from './drawing.ts'
import { createSketch, gateway, type LooseEnd, type Sketch } from './sketch.ts'
import { createSubject, type Subject } from './subject.ts'
import { tidy } from './tidy.ts'

/** Draws a matter as a process (画流程): its flow rule in gateways, its roles as lanes, its limits as timers. */
export function drawProcess(matter: Matter): Drawing {
  const subject = createSubject(matter)
  const sketch = createSketch()
  drawFlow(subject, sketch)
  const sides = drawSides(matter)
  const { nodes, flows } = tidy(sketch)
  return {
    lanes: subject.lanes.names,
    nodes: sides.length > 0 ? nodes : withPlainEnd(nodes),
    // Gateways try their flows in the order of the document.
    flows: flows.toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0)),
    sides,
    remarks: [
      ...describeLimits('法定时限', matter.statutoryLimits),
      ...describeLimits('承诺时限', matter.promisedLimits),
    ],
  }
}

/** Where all comes to one end there is nothing else to end. */
function withPlainEnd(nodes: readonly DrawnNode[]): readonly DrawnNode[] {
  const ends = nodes.filter(({ kind }) => kind === 'end' || kind === 'terminate')
  const hasTimers = nodes.some(({ limit, kind }) => limit !== undefined && kind !== 'timerCatch')
  if (ends.length > 1 || hasTimers) return nodes
  return nodes.map((node) => (node.kind === 'terminate' ? { ...node, kind: 'end' } : node))
}

function drawFlow(subject: Subject, sketch: Sketch): void {
  const { plan, graph } = subject
  const ends = new Map<PlannedWay, LooseEnd>()
  const roots = plan.nodes.flatMap((node, id) => (node !== undefined && node.join === undefined ? [id] : []))
  const first = roots[0] ?? 0
  const start = sketch.add({ id: 'Start', kind: 'start', name: '申请', lane: subject.laneOf(first) }, [])
  const begin = roots.length > 1 ? sketch.add(gateway('Begin', 'parallel', subject.laneOf(first)), [start]) : start
  if (roots.length === 0) sketch.add({ id: 'End', kind: 'end', name: '办结', lane: 0 }, [begin])
  plan.nodes.forEach((node, id) => {
    if (node === undefined) return
    const arriving = node.join === undefined ? begin : join(node.join, id)
    const ways = plan.ways.filter(({ from }) => from === id)
    if (graph.nodes[id]?.kind === 'choice' && node.decides) {
      const always = ways.filter(({ branch }) => branch === NO_BRANCH)
      const fork = always.length > 0 && (ways.length > always.length || node.lost.length > 0)
      // Steps that name the choice in their 前序 follow it whichever way it goes.
      const from = fork ? sketch.add(gateway(`Split_${id}`, 'parallel', subject.laneOf(id)), [arriving]) : arriving
      if (always.length > 0) leave(id, from, always)
      if (always.length === 0 || fork) drawChoice(subject, sketch, { id, arriving: from, ways, lost: node.lost }, ends)
      return
    }
    const left = drawBody(subject, sketch, id, arriving)
    if (left !== undefined) leave(id, left, ways)
  })

  function join(tree: JoinTree<PlannedWay>, id: number): LooseEnd {
    let count = 0
    const visit = (part: JoinTree<PlannedWay>): LooseEnd => {
      if (part.kind === 'way') return ends.get(part.way) ?? { from: 'Start' }
      const parts = part.of.map(visit)
      const kind = part.kind === 'all' ? 'parallel' : 'exclusive'
      return sketch.add(gateway(`Join_${id}_${++count}`, kind, subject.laneOf(id)), parts)
    }
    return visit(tree)
  }

  function leave(id: number, left: LooseEnd, ways: readonly PlannedWay[]): void {
    const lane = subject.laneOf(id)
    if (ways.length === 0) {
      sketch.add({ id: `End_${id}`, kind: 'end', name: subject.endName(id), lane }, [left])
      return
    }
    const from = ways.length === 1 ? left : sketch.add(gateway(`Fork_${id}`, 'parallel', lane), [left])
    for (const way of ways) ends.set(way, from)
  }
}

function describeLimits(word: string, limits: readonly TimeLimit[]): readonly string[] {
  if (limits.length === 0) return []
  const [only] = limits
  if (limits.length === 1 && only !== undefined) return [`${word}：${printDuration(only.limit)}`]
  return [`${word}：${limits.map(({ limit }) => printDuration(limit)).join('、')}（按情形或者日期）`]
}
