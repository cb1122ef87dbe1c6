import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import { findGraphFaults } from '../../src/graph/graph-faults.ts'
import { hashGraph } from '../../src/graph/hash-graph.ts'
import { foodLicence, step } from './matters.ts'

const { graph } = buildGraph(foodLicence())

describe('the content hash', () => {
  test('is the same after JSON and does not look at places in the text', () => {
    const read: FlowGraph = JSON.parse(JSON.stringify(graph))
    expect(hashGraph(read)).toBe(hashGraph(graph))
    expect(hashGraph(graph)).toMatch(/^[0-9a-f]{64}$/)
    const origin = { file: 'a.zw', span: { start: 3, end: 9 } }
    const moved = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, origin })) }
    expect(hashGraph(moved)).toBe(hashGraph(graph))
  })

  test('changes with a limit, a condition, an edge or a name', () => {
    const [first, ...rest] = foodLicence().flow
    if (first === undefined) throw new Error('no step')
    const variants = [
      foodLicence({ flow: [step('受理', 2, { stages: ['acceptance'] }), ...rest] }),
      foodLicence({ flow: [step('收件', 1, { stages: ['acceptance'] }), ...rest] }),
      foodLicence({ flow: [first, ...rest.filter(({ kind }) => kind !== 'parallel')] }),
      foodLicence({ situations: [] }),
    ]
    const hashes = variants.map((variant) => hashGraph(buildGraph(variant).graph))
    expect(new Set([...hashes, hashGraph(graph)]).size).toBe(5)
  })
})

describe('a graph from outside', () => {
  test('is checked for every invariant', () => {
    const { edges } = graph
    const broken = (change: Partial<FlowGraph['edges']>) =>
      findGraphFaults({ ...graph, edges: { ...edges, ...change } }).join('\n')
    expect(findGraphFaults(graph)).toEqual([])
    expect(broken({ target: [] })).toContain('differ in length')
    expect(broken({ source: edges.target, target: edges.source })).toContain('not forward')
    expect(broken({ branch: edges.branch.map(() => 7) })).toContain('does not have')
    expect(broken({ source: edges.source.toReversed() })).toContain('out of order')
    expect(broken({ outStart: edges.outStart.slice(1) })).toContain('outStart')
    expect(broken({ inStart: edges.inStart.map(() => 0) })).toContain('inStart')
    expect(broken({ inEdge: edges.inEdge.map(() => 0) })).toContain('inEdge does not name')
  })
})
