import { add, compare, max, type Rational, ZERO } from '../base/rational.ts'
import type { Chains } from './chains.ts'
import { NEVER } from './decision-diagram.ts'
import { type DiagramPoint, valueAt } from './diagram-point.ts'
import type { Course } from './flow-course.ts'
import type { FlowGraph } from './flow-graph.ts'
import type { Until } from './path-endings.ts'
import type { Visit } from './path-result.ts'

/**
 * The chain of nodes that takes the time of a case in one situation, to an end that is reached at the given time where
 * one is given; of equal chains the one through the nodes listed first.
 */
export function visitsAt(course: Course, point: DiagramPoint, until: Until, workdays?: Rational): readonly Visit[] {
  const { graph, space, runs, chains } = course
  const finish: Rational[] = []
  const previous: (number | undefined)[] = []
  const own = chains.modes.map((modes) => timeAt(course, modes, point))
  chains.before.forEach((before, node) => {
    const last = before.reduce<number | undefined>(
      (best, earlier) => (best === undefined || compare(at(earlier), at(best)) > 0 ? earlier : best),
      undefined,
    )
    finish.push(add(last === undefined ? ZERO : at(last), own[node] ?? ZERO))
    previous.push(last)
  })
  const isRunning = (node: number) => valueAt(space.store, runs[node] ?? NEVER, point) !== NEVER
  const isEnd = (node: number) =>
    until === 'decision' ? graph.nodes[node]?.stages.includes('decision') === true : isLast(graph, node)
  const ends = finish.flatMap((_, node) => (isEnd(node) ? [node] : []))
  const reached = workdays === undefined ? ends : ends.filter((node) => compare(at(node), workdays) === 0)
  const stopping = reached.filter((node) => isRunning(node) && (until === 'decision' || graph.nodes[node]?.terminates))
  // The first step with 终止 ends the case; without one it takes until all is done.
  const end =
    until === 'end' && stopping.length > 0 ? pick(stopping, -1) : pick(stopping.length > 0 ? stopping : reached, 1)
  const visits: Visit[] = []
  for (let node = end; node !== undefined; node = previous[node]) visits.push({ node, workdays: own[node] })
  return visits.reverse()

  function at(node: number): Rational {
    return finish[node] ?? ZERO
  }

  function pick(nodes: readonly number[], sign: 1 | -1): number | undefined {
    return nodes.reduce<number | undefined>(
      (best, node) => (best === undefined || sign * compare(at(node), at(best)) > 0 ? node : best),
      undefined,
    )
  }
}

function isLast({ nodes, edges }: FlowGraph, node: number): boolean {
  return nodes[node]?.terminates === true || edges.outStart[node] === edges.outStart[node + 1]
}

/** The time that a node takes in one situation, the longest one possible; undefined where it does not run. */
export function timeAt({ space }: Course, modes: Chains['modes'][number], point: DiagramPoint): Rational | undefined {
  return modes
    .filter(({ situations }) => valueAt(space.store, situations, point) !== NEVER)
    .map(({ workdays }) => workdays)
    .reduce<Rational | undefined>((longest, each) => (longest === undefined ? each : max(longest, each)), undefined)
}
