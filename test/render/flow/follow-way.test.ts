import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { impliedEdges } from '../../../src/graph/implied-edges.ts'
import type { FlowItem } from '../../../src/model/flow.ts'
import { followWay } from '../../../src/render/flow/follow-way.ts'
import { fact, isTrue, matter, parallel, step } from '../../graph/matters.ts'

const never = { when: isTrue('要') }

/** The lines that are drawn by the names at their ends, taken or not, of a case to which 要 does not apply. */
function wayOf(flow: readonly FlowItem[]) {
  const { graph } = buildGraph(matter({ facts: [fact('要')], flow }))
  const way = followWay(graph, new Map([['要', { kind: 'boolean', value: false }]]))
  const implied = impliedEdges(graph)
  const nameOf = (id: number | undefined) => graph.nodes[id ?? 0]?.name
  const lines = graph.edges.source.flatMap((source, edge) =>
    implied.has(edge) ? [] : [[`${nameOf(source)}→${nameOf(graph.edges.target[edge])}`, way.edges[edge]] as const],
  )
  const passes = graph.nodes.map(({ name }, id) => [name, way.passes[id]] as const)
  return { lines: Object.fromEntries(lines), passes: Object.fromEntries(passes) }
}

describe('the way past a step that is not done', () => {
  test('leads around it where something is done beside it', () => {
    const { lines } = wayOf([
      step('受理', 1),
      step('核查', 3, never),
      step('审查', 2),
      parallel('核查', '审查'),
      step('决定', 1),
    ])
    expect(lines).toEqual({
      '受理→核查': 'untaken',
      '核查→决定': 'untaken',
      '受理→审查': 'taken',
      '审查→决定': 'taken',
    })
  })

  test('goes through it where it is the only way', () => {
    const { lines } = wayOf([step('受理', 1), step('核查', 3, never), step('决定', 1)])
    expect(lines).toEqual({ '受理→核查': 'taken', '核查→决定': 'taken' })
  })

  test('goes through the one that what was done last leads to', () => {
    const { lines } = wayOf([
      step('受理', 1),
      step('审查', 2, { after: ['受理'] }),
      step('评审', 2, { ...never, after: ['审查'] }),
      step('核查', 2, { ...never, after: ['受理'] }),
      step('决定', 1, { after: ['评审', '核查'] }),
    ])
    expect(lines).toEqual({
      '受理→审查': 'taken',
      '审查→评审': 'taken',
      '评审→决定': 'taken',
      '受理→核查': 'untaken',
      '核查→决定': 'untaken',
    })
  })

  test('comes to the end of the case where the last step is passed over, unless it ends elsewhere', () => {
    expect(wayOf([step('受理', 1), step('公示', 1, never)]).passes).toEqual({ 受理: 'taken', 公示: 'taken' })
    const flow = [step('受理', 1), step('发证', 1, { after: ['受理'] }), step('公示', 1, { ...never, after: ['受理'] })]
    expect(wayOf(flow).passes).toEqual({ 受理: 'taken', 发证: 'taken', 公示: 'untaken' })
  })

  test('tells what does not apply although the way to it is open', () => {
    const flow = [step('受理', 1), step('登记', 1, { when: isTrue('新设') }), step('核查', 3, never), step('决定', 1)]
    const { graph } = buildGraph(matter({ facts: [fact('要'), fact('新设')], flow }))
    const way = followWay(graph, new Map([['要', { kind: 'boolean', value: false }]]))
    expect(way.nodes).toEqual(['taken', 'open', 'untaken', 'open'])
    expect(way.edges).toEqual(['open', 'open', 'open'])
  })

  test('breaks off nowhere: whatever is done is led to, and leads on or ends', () => {
    const anyFlow = fc
      .array(fc.record({ when: fc.boolean(), after: fc.array(fc.nat(), { maxLength: 3 }) }), { maxLength: 9 })
      .map((drawn) =>
        drawn.map(({ when, after }, at) =>
          step(`${at}`, 1, {
            ...(when && never),
            after: [...new Set(after.map((each) => `${each % (at || 1)}`))].filter((each) => each !== `${at}`),
          }),
        ),
      )
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const { graph } = buildGraph(matter({ facts: [fact('要')], flow }))
        const way = followWay(graph, new Map([['要', { kind: 'boolean', value: false }]]))
        const implied = impliedEdges(graph)
        const { edges } = graph
        graph.nodes.forEach((_, id) => {
          if (way.nodes[id] !== 'taken') return
          const isTaken = (edge: number) => way.edges[edge] === 'taken'
          const into = edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1]).filter((edge) => !implied.has(edge))
          const out = edges.source.flatMap((source, edge) => (source === id && !implied.has(edge) ? [edge] : []))
          if (into.length > 0) expect(into.some(isTaken)).toBe(true)
          if (out.length > 0) {
            const reached = out.some((edge) => isTaken(edge))
            const endsHere = out.every((edge) => way.nodes[edges.target[edge] ?? 0] === 'untaken')
            expect(reached || endsHere).toBe(true)
          }
        })
      }),
      { numRuns: 300 },
    )
  })
})
