import { describe, expect, test } from 'vitest'
import { prepareDefinition } from '../../../src/engine/flow/definition.ts'
import { type DefinitionSource, printDefinition } from '../../../src/engine/flow/print-definition.ts'
import { readDefinition } from '../../../src/engine/flow/read-definition.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { FlowGraph } from '../../../src/graph/flow-graph.ts'
import type { Condition } from '../../../src/model/condition.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { all, atLeast, fact, foodLicence, isTrue, material, matter, procedure, step } from '../../graph/matters.ts'

function sourceOf(definition: Matter, graph: Partial<FlowGraph> = {}): DefinitionSource {
  return { matter: definition, graph: { ...buildGraph(definition).graph, ...graph } }
}

function faultOf(source: DefinitionSource): string | undefined {
  const prepared = prepareDefinition(source)
  return prepared.ok ? undefined : prepared.error.message
}

describe('a definition', () => {
  const source = sourceOf(foodLicence())

  test('is found by the names of its parts', () => {
    const prepared = prepareDefinition(source)
    if (!prepared.ok) throw new Error(prepared.error.message)
    const { nodeOf, nodes, collectors, terminators } = prepared.value
    const idOf = (name: string) => nodeOf.get(name) ?? -1
    expect(nodes[idOf('决定')]?.step?.collects).toEqual(['审查结论'])
    expect(nodes[idOf('专家评审')]?.procedure?.clock).toBe('excluded')
    expect(collectors).toEqual(new Map([['审查结论', [idOf('决定')]]]))
    expect(terminators).toEqual([idOf('不予许可')])
  })

  test('goes through JSON and keeps its hash', () => {
    const prepared = prepareDefinition(source)
    const read = readDefinition(printDefinition(source))
    if (!prepared.ok || !read.ok) throw new Error('refused')
    expect(read.value.hash).toBe(prepared.value.hash)
    expect(read.value.graph).toEqual(JSON.parse(JSON.stringify(source.graph)))
    expect(read.value.matter).toEqual(source.matter)
  })

  test('has another hash when anything but its place in a file changes', () => {
    const hashOf = (definition: Matter) => {
      const prepared = prepareDefinition(sourceOf(definition))
      return prepared.ok ? prepared.value.hash : ''
    }
    const origin = { file: 'food.zw', span: { start: 0, end: 4 } }
    expect(hashOf(foodLicence({ origin }))).toBe(hashOf(foodLicence()))
    expect(hashOf(foodLicence({ trips: 2 }))).not.toBe(hashOf(foodLicence()))
    expect(hashOf(foodLicence({ notes: ['试行'] }))).not.toBe(hashOf(foodLicence()))
  })
})

describe('what cannot carry a case to its end is refused', () => {
  const conditional = (when: Condition, parts: Partial<Matter> = {}) =>
    sourceOf(
      matter({
        facts: [fact('甲'), fact('面积', 'number')],
        flow: [step('受理'), step('决定', 1, { when })],
        ...parts,
      }),
    )

  test('a graph that is none, and no step at all', () => {
    const source = sourceOf(foodLicence())
    expect(faultOf(sourceOf(source.matter, { edges: { ...source.graph.edges, inEdge: [] } }))).toMatch('流程图不完整')
    expect(faultOf(sourceOf(matter()))).toMatch('没有办理环节')
  })

  test('names that mean two things', () => {
    const flow = [step('受理'), step('决定')]
    expect(faultOf(sourceOf(matter({ flow: [step('受理'), step('受理')] })))).toMatch('有两个环节都叫“受理”')
    expect(faultOf(sourceOf(matter({ flow, specialProcedures: [procedure('决定', 5)] })))).toMatch('都叫“决定”')
    expect(faultOf(sourceOf(matter({ flow, facts: [fact('甲'), fact('甲')] })))).toMatch('有两个申报信息都叫“甲”')
    const supplement = { name: '补正', sources: [], notes: [] }
    expect(faultOf(sourceOf(matter({ flow, supplements: [supplement, supplement] })))).toMatch('有两个补正都叫“补正”')
    expect(faultOf(sourceOf(matter({ flow, materials: [material('图纸'), material('图纸')] })))).toMatch('有两个材料')
  })

  test('steps that only one of matter and graph knows', () => {
    const source = sourceOf(foodLicence())
    const without = source.matter.flow.filter((item) => item.kind === 'parallel' || item.name !== '材料审查')
    expect(faultOf({ ...source, matter: { ...source.matter, flow: without } })).toMatch(
      '“材料审查”在流程图里，事项里没有写',
    )
    const more = [...source.matter.flow, step('归档')]
    expect(faultOf({ ...source, matter: { ...source.matter, flow: more } })).toMatch('“归档”写在事项里，流程图里没有')
  })

  test('conditions that stay 待定 whatever is known', () => {
    const day = { unit: 'workday', amount: '3' } as const
    expect(faultOf(conditional(isTrue('乙')))).toMatch('没有申报信息“乙”')
    expect(faultOf(conditional({ kind: 'situation', situation: '特殊' }))).toMatch('没有情形“特殊”')
    expect(faultOf(conditional(isTrue('面积')))).toMatch('“面积”同它要比的值不是一类')
    expect(faultOf(conditional(atLeast('甲', 3)))).toMatch('“甲”比不出大小')
    expect(
      faultOf(
        conditional({
          kind: 'compare',
          fact: '申请日期',
          operator: 'ge',
          operand: { kind: 'shifted', fact: '受理日期', direction: 'earlier', duration: day },
        }),
      ),
    ).toMatch('“申请日期”要比的日期算不出来')
  })

  test('situations that run in circles, and conditions without a bottom', () => {
    const situation = (name: string, of: string) => ({
      name,
      when: all({ kind: 'situation', situation: of }, isTrue('甲')),
      sources: [],
      notes: [],
    })
    const round = { situations: [situation('一', '二'), situation('二', '一')] }
    expect(faultOf(conditional({ kind: 'situation', situation: '一' }, round))).toMatch('绕回了自己')
    let deep: Condition = isTrue('甲')
    for (let i = 0; i < 500; i++) deep = { kind: 'not', of: deep }
    expect(faultOf(conditional(deep))).toMatch('嵌套超过400层')
    const chain = Array.from({ length: 300 }, (_, i) =>
      i === 0 ? { ...situation('情形0', ''), when: isTrue('甲') } : situation(`情形${i}`, `情形${i - 1}`),
    )
    expect(faultOf(conditional({ kind: 'situation', situation: '情形100' }, { situations: chain.slice(0, 101) }))).toBe(
      undefined,
    )
    expect(faultOf(conditional(isTrue('甲'), { situations: chain }))).toMatch('层')
  })

  test('text that is no definition, said with the field and without its content', () => {
    const good: unknown = JSON.parse(printDefinition(sourceOf(foodLicence())))
    const bad = { ...Object(good), graph: { ...Object(good).graph, nodes: [{}] } }
    expect(readDefinition('{')).toMatchObject({ ok: false, error: { code: 'bad-definition' } })
    expect(readDefinition(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toMatchObject({ ok: false })
    expect(readDefinition(JSON.stringify(bad))).toMatchObject({ ok: false, error: { field: 'graph.nodes.0.kind' } })
  })
})
