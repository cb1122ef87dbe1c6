import type { Matter } from '../model/matter.ts'
import { NEVER } from './decision-diagram.ts'
import type { Facts } from './fact-value.ts'
import type { FlowGraph } from './flow-graph.ts'
import { flowSituations } from './matter-conditions.ts'
import { computeReachability } from './reachability.ts'
import { implies } from './situation-space.ts'

/** What who comes to an end of a flow has got (办完拿到的结果). */
export interface EndResults {
  /** Issued to everybody who comes there. */
  readonly sure: readonly string[]
  /** Issued in some situations only. */
  readonly conditional: readonly string[]
}

/** What is known of the case that is told of (办件的情况). */
export interface KnownCase {
  readonly given?: Facts | undefined
  /** Whether a step is done or left out whatever the facts say; undefined where the facts say it. */
  readonly isDone?: ((step: string) => boolean | undefined) | undefined
}

/**
 * What is issued on the way to an end, by the id of the last node. Where a flow has one end, that is all it issues but
 * what a step with 终止 does; where it has several, each names what its last step issues.
 */
export function endResults(matter: Matter, graph: FlowGraph, known: KnownCase = {}): (end: number) => EndResults {
  const { nodes, edges } = graph
  const ends = nodes.flatMap(({ terminates }, id) =>
    !terminates && edges.outStart[id] === edges.outStart[id + 1] ? [id] : [],
  )
  const [only, ...others] = ends
  if (only === undefined || others.length > 0) return ownResults
  const whole = resultsAt(only)
  return (end) => (end === only ? whole : ownResults(end))

  function ownResults(end: number): EndResults {
    return { sure: nodes[end]?.outputs ?? [], conditional: [] }
  }

  function resultsAt(end: number): EndResults {
    const declared = matter.outputs.map(({ name }) => name)
    const issued = new Set(nodes.flatMap(({ outputs, terminates }) => (terminates ? [] : outputs)))
    // Where no step says what it issues, the matter ends with what it is for.
    if (nodes.every(({ outputs }) => outputs.length === 0))
      return { sure: declared.length === 1 ? declared : [], conditional: [] }
    const names = [...new Set([...declared, ...issued])].filter((name) => issued.has(name))
    const space = flowSituations(graph)
    const { store } = space
    const { reached, runs } = computeReachability(graph, space)
    const arrives = reached[end] ?? NEVER
    const told = store.and(arrives, space.given(known.given ?? new Map()))
    // Who does not come there at all is told what others get.
    const cases = told === NEVER ? arrives : told
    const issuedWhere = (name: string) =>
      nodes.reduce((sum, node, id) => {
        if (node.terminates || !node.outputs.includes(name)) return sum
        const done = known.isDone?.(node.name)
        return done === false ? sum : store.or(sum, done === true ? cases : (runs[id] ?? NEVER))
      }, NEVER)
    // What the last step issues to everybody needs no proof.
    const last = nodes[end]
    const isOwn = (name: string) => last?.when === undefined && last?.outputs.includes(name) === true
    const sure = names.filter((name) => isOwn(name) || implies(space, cases, issuedWhere(name)))
    return {
      sure,
      conditional: names.filter((name) => !sure.includes(name) && store.and(cases, issuedWhere(name)) !== NEVER),
    }
  }
}

/** The results in words, a line for what is sure and one for the rest (结果的说法). */
export function endResultLines({ sure, conditional }: EndResults, verb = '取得'): readonly string[] {
  return [
    ...(sure.length === 0 ? [] : [`${verb}：${sure.join('、')}`]),
    ...(conditional.length === 0
      ? []
      : [`${sure.length === 0 ? `按情形${verb}` : '按情形还有'}：${conditional.join('、')}`]),
  ]
}
