import { add, compare, max, type Rational, ZERO } from '../base/rational.ts'
import type { Chains } from './chains.ts'
import { NEVER } from './decision-diagram.ts'
import { type DiagramPoint, valueAt } from './diagram-point.ts'
import type { Course } from './flow-course.ts'
import type { Until } from './path-endings.ts'
import type { Visit } from './path-result.ts'

/** The chain that takes so long in one situation; of equal ones the one through the nodes listed first. */
export function visitsAt(course: Course, point: DiagramPoint, until: Until, workdays: Rational): readonly Visit[] {
  const { graph, space, runs, chains } = course
  const finish: Rational[] = []
  const previous: (number | undefined)[] = []
  const own = chains.modes.map((modes) => timeAt(course, modes, point))
  chains.before.forEach((before, node) => {
    const last = before.reduce<number | undefined>(
      (best, earlier) =>
        best === undefined || compare(finish[earlier] ?? ZERO, finish[best] ?? ZERO) > 0 ? earlier : best,
      undefined,
    )
    finish.push(add(last === undefined ? ZERO : (finish[last] ?? ZERO), own[node] ?? ZERO))
    previous.push(last)
  })
  const isEnd = (node: number) =>
    until === 'decision'
      ? graph.nodes[node]?.stages.includes('decision') === true
      : graph.nodes[node]?.terminates === true || graph.edges.outStart[node] === graph.edges.outStart[node + 1]
  const reached = finish.flatMap((time, node) => (isEnd(node) && compare(time, workdays) === 0 ? [node] : []))
  const running = reached.filter((node) => valueAt(space.store, runs[node] ?? NEVER, point) !== NEVER)
  const visits: Visit[] = []
  for (let node = running[0] ?? reached[0]; node !== undefined; node = previous[node]) {
    visits.push({ node, workdays: own[node] })
  }
  return visits.reverse()
}

/** The time that a node takes in one situation, the longest one possible; undefined where it does not run. */
function timeAt({ space }: Course, modes: Chains['modes'][number], point: DiagramPoint): Rational | undefined {
  return modes
    .filter(({ situations }) => valueAt(space.store, situations, point) !== NEVER)
    .map(({ workdays }) => workdays)
    .reduce<Rational | undefined>((longest, each) => (longest === undefined ? each : max(longest, each)), undefined)
}
