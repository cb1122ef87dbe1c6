import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import { impliedEdges } from '../../src/graph/implied-edges.ts'
import { runFlow } from '../../src/graph/run-flow.ts'
import { arbitraryFacts } from '../../src/testing/arbitraries/arbitrary-facts.ts'
import { arbitraryMatter } from '../../src/testing/arbitraries/arbitrary-matter.ts'
import { matter, step } from './matters.ts'

/** The flow without some of its edges. */
function without(graph: FlowGraph, left: ReadonlySet<number>): FlowGraph {
  const { source, target, branch } = graph.edges
  const kept = source.map((_, edge) => edge).filter((edge) => !left.has(edge))
  const pick = (list: readonly number[]) => kept.map((edge) => list[edge] ?? 0)
  const edges = { source: pick(source), target: pick(target), branch: pick(branch) }
  const startsOf = (list: readonly number[]) => {
    const starts = [0]
    graph.nodes.forEach((_, id) => {
      starts.push((starts[id] ?? 0) + list.filter((each) => each === id).length)
    })
    return starts
  }
  const inEdge = graph.nodes.flatMap((_, id) => edges.target.flatMap((to, edge) => (to === id ? [edge] : [])))
  return { ...graph, edges: { ...edges, outStart: startsOf(edges.source), inStart: startsOf(edges.target), inEdge } }
}

describe('an edge says nothing of its own', () => {
  test('where a way around leads to the same step', () => {
    const { graph } = buildGraph(
      matter({ flow: [step('甲', 1), step('乙', 1, { after: ['甲'] }), step('丙', 1, { after: ['甲', '乙'] })] }),
    )
    const implied = [...impliedEdges(graph)].map((edge) => [graph.edges.source[edge], graph.edges.target[edge]])
    expect(implied).toEqual([[0, 2]])
  })

  test('but not where the way around may end the case', () => {
    const { graph } = buildGraph(
      matter({
        flow: [
          step('甲', 1),
          step('乙', 1, { after: ['甲'], terminates: true }),
          step('丙', 1, { after: ['甲', '乙'] }),
        ],
      }),
    )
    expect([...impliedEdges(graph)]).toEqual([])
  })

  test('whatever is known of the case: without it every step has the same outcome', () => {
    fc.assert(
      fc.property(
        arbitraryMatter.chain((measurable) =>
          fc.record({ graph: fc.constant(withShortcuts(measurable.graph)), facts: arbitraryFacts(measurable) }),
        ),
        ({ graph, facts }) => {
          const implied = impliedEdges(graph)
          expect(runFlow(without(graph, implied), facts).outcomes).toEqual(runFlow(graph, facts).outcomes)
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** The flow with an edge from every step to each second one behind it, many of which say nothing. */
function withShortcuts(graph: FlowGraph): FlowGraph {
  const { source, target, branch } = graph.edges
  const all = source.map((from, edge) => ({ from, to: target[edge] ?? 0, branch: branch[edge] ?? -1 }))
  graph.nodes.forEach(({ kind }, from) => {
    const known = all.some((edge) => edge.from === from && edge.to === from + 2)
    if (kind !== 'choice' && from + 2 < graph.nodes.length && !known) all.push({ from, to: from + 2, branch: -1 })
  })
  all.sort((a, b) => a.from - b.from || a.to - b.to || a.branch - b.branch)
  const edges = {
    source: all.map(({ from }) => from),
    target: all.map(({ to }) => to),
    branch: all.map((edge) => edge.branch),
    outStart: [],
    inStart: [],
    inEdge: [],
  }
  return without({ ...graph, edges }, new Set())
}
