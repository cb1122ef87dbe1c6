import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import type { FlowProblem } from '../../src/graph/flow-problem.ts'
import { findGraphFaults } from '../../src/graph/graph-faults.ts'
import type { FlowItem } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import { choice, fact, foodLicence, isTrue, matter, parallel, procedure, step } from './matters.ts'

/** The edges as text: 甲→乙, and 分流=0→乙 for the first branch of a choice. */
function edgesOf({ nodes, edges }: FlowGraph): readonly string[] {
  return edges.source.map((source, edge) => {
    const branch = edges.branch[edge] ?? -1
    const label = branch < 0 ? '' : `=${branch}`
    return `${nodes[source]?.name}${label}→${nodes[edges.target[edge] ?? -1]?.name}`
  })
}

function draw(flow: readonly FlowItem[], parts: Partial<Matter> = {}) {
  const { graph, problems } = buildGraph(matter({ facts: [fact('甲乙')], flow, ...parts }))
  expect(findGraphFaults(graph)).toEqual([])
  return { edges: edgesOf(graph), names: graph.nodes.map(({ name }) => name), problems }
}

const kinds = (problems: readonly FlowProblem[]) => problems.map(({ kind }) => kind)
const p = isTrue('甲乙')
const last = { outputs: ['结果'] }

describe('series', () => {
  test('each step follows the one listed before it', () => {
    const { edges, problems } = draw([step('受理'), step('审查'), step('决定', 1, last)])
    expect(edges).toEqual(['受理→审查', '审查→决定'])
    expect(problems).toEqual([])
  })

  test('a matter without steps has an empty graph', () => {
    expect(draw([])).toEqual({ edges: [], names: [], problems: [] })
  })

  test('前序 replaces the step listed before', () => {
    const { edges } = draw([
      step('受理'),
      step('审查'),
      step('公示', 1, { after: ['受理'] }),
      step('决定', 1, { after: ['审查', '公示'], ...last }),
    ])
    expect(edges).toEqual(['受理→审查', '受理→公示', '审查→决定', '公示→决定'])
  })

  test('前序 may name a later step; the graph is then in another order than the list', () => {
    const { edges, names, problems } = draw([
      step('受理'),
      step('决定', 1, { after: ['审查'], ...last }),
      step('审查', 1, { after: ['受理'] }),
    ])
    expect(edges).toEqual(['受理→审查', '审查→决定'])
    expect(names).toEqual(['受理', '审查', '决定'])
    expect(problems).toEqual([])
  })

  test('a loop in 前序 is reported with its names, and the edge that closes it is left out', () => {
    const { edges, problems } = draw([
      step('受理'),
      step('现场核查', 1, { after: ['受理', '决定'] }),
      step('决定', 1, last),
    ])
    expect(problems).toMatchObject([{ kind: 'cycle', loop: ['现场核查', '决定', '现场核查'] }])
    expect(edges).toEqual(['受理→现场核查', '现场核查→决定'])
  })

  test('a step that waits for itself is the shortest loop', () => {
    const { problems } = draw([step('审查', 1, { after: ['审查'], ...last })])
    expect(problems).toMatchObject([{ kind: 'cycle', loop: ['审查', '审查'] }])
  })

  test('前序 with an unknown name is reported and the rest is kept', () => {
    const { edges, problems } = draw([step('受理'), step('审查', 1, { after: ['受理', '初审'], ...last })])
    expect(problems).toMatchObject([{ kind: 'unknownName', role: 'after', owner: '审查', name: '初审' }])
    expect(edges).toEqual(['受理→审查'])
  })
})

describe('并联', () => {
  test('3.2: the steps share what the first follows, and what follows waits for all', () => {
    const { graph, problems } = buildGraph(foodLicence({ specialProcedures: [] }))
    expect(problems).toEqual([])
    expect(edgesOf(graph)).toEqual([
      '受理→材料审查',
      '受理→现场核查',
      '材料审查→决定',
      '现场核查→决定',
      '决定→决定结果',
      '决定结果=0→制证送达',
      '决定结果=1→不予许可',
    ])
  })

  test('the order in which 并联 names them does not matter', () => {
    const flow = [step('受理'), step('消防'), step('环评'), step('决定', 1, last)]
    expect(draw([...flow, parallel('环评', '消防')]).edges).toEqual(draw([...flow, parallel('消防', '环评')]).edges)
  })

  test('a first step with 前序 gives it to all, another with 前序 keeps its own', () => {
    const { edges } = draw([
      step('受理'),
      step('公示'),
      step('消防', 1, { after: ['受理'] }),
      step('环评'),
      step('规划', 1, { after: ['公示'] }),
      parallel('消防', '环评', '规划'),
      step('决定', 1, last),
    ])
    expect(edges).toEqual(['受理→公示', '受理→消防', '受理→环评', '公示→规划', '消防→决定', '环评→决定', '规划→决定'])
  })

  test('a step between them that is not named is reported', () => {
    const { problems } = draw([
      step('受理'),
      step('消防'),
      step('登记'),
      step('环评'),
      parallel('消防', '环评'),
      step('决定', 1, last),
    ])
    expect(problems).toMatchObject([{ kind: 'notAdjacent', steps: ['消防', '环评'], between: ['登记'] }])
  })

  test('a 分流 between them makes the line void', () => {
    const { edges, problems } = draw([
      step('消防'),
      choice('分流', [[p, '环评']], '决定'),
      step('环评'),
      step('决定', 1, { after: ['环评', '分流'], ...last }),
      parallel('消防', '环评'),
    ])
    expect(kinds(problems)).toEqual(['notAdjacent'])
    expect(edges).toEqual(['消防→分流', '分流=0→环评', '分流=1→决定', '环评→决定'])
  })

  test('an order between two of them is reported, also by way of a third step', () => {
    const direct = draw([
      step('受理'),
      step('消防'),
      step('环评', 1, { after: ['消防'] }),
      parallel('消防', '环评'),
      step('决定', 1, last),
    ])
    expect(direct.problems).toMatchObject([{ kind: 'orderInParallel', before: '消防', after: '环评' }])
    expect(direct.edges).not.toContain('消防→环评')
    const indirect = draw([
      step('消防'),
      step('环评', 1, { after: ['会审'] }),
      parallel('消防', '环评'),
      step('会审', 1, { after: ['消防'] }),
      step('决定', 1, { after: ['环评'], ...last }),
    ])
    expect(indirect.problems).toMatchObject([{ kind: 'orderInParallel', before: '消防', after: '环评' }])
  })

  test('a step in two of them and a name that is no step are reported', () => {
    const flow = [step('消防'), step('环评'), step('规划'), step('决定', 1, last)]
    expect(draw([...flow, parallel('消防', '环评'), parallel('环评', '规划')]).problems).toMatchObject([
      { kind: 'inTwoParallels', step: '环评' },
    ])
    expect(draw([...flow, parallel('消防', '环境影响评价', '环评')]).problems).toMatchObject([
      { kind: 'unknownName', role: 'parallel', name: '环境影响评价' },
    ])
  })

  test('a branch that leads to one of them leads to all', () => {
    const { edges } = draw([
      choice('规模', [[p, '环评']], '告知承诺'),
      step('消防'),
      step('环评'),
      parallel('消防', '环评'),
      step('决定', 1, last),
      step('告知承诺', 1, last),
    ])
    expect(edges).toEqual(['规模=0→消防', '规模=0→环评', '规模=1→告知承诺', '消防→决定', '环评→决定'])
  })
})

describe('分流', () => {
  test('a branch is its target and what is listed after it, up to another target, a 前序 or the end', () => {
    const { edges, problems } = draw([
      step('受理'),
      choice('程序', [[p, '现场核查']], '书面审查'),
      step('现场核查'),
      step('整改复核'),
      step('书面审查'),
      step('决定', 1, { after: ['整改复核', '书面审查'], ...last }),
    ])
    expect(problems).toEqual([])
    expect(edges).toEqual([
      '受理→程序',
      '程序=0→现场核查',
      '程序=1→书面审查',
      '现场核查→整改复核',
      '整改复核→决定',
      '书面审查→决定',
    ])
  })

  test('ruling 2: a branch that ends in nothing and joins no merge is refused, with the place to merge', () => {
    const { problems } = draw([step('甲'), choice('分流', [[p, '丙']], '乙'), step('乙'), step('丙', 1, last)])
    expect(problems).toMatchObject([
      { kind: 'branchWithoutEnd', choice: '分流', step: '乙', merge: { step: '丙', after: ['分流'] } },
    ])
  })

  test('ruling 2: it is accepted once the merging step names both, or the branch has an end of its own', () => {
    const merged = draw([
      step('甲'),
      choice('分流', [[p, '丙']], '乙'),
      step('乙'),
      step('丙', 1, { after: ['乙', '分流'], ...last }),
    ])
    expect(merged.problems).toEqual([])
    expect(merged.edges).toEqual(['甲→分流', '分流=1→乙', '分流=0→丙', '乙→丙'])
    const withOutput = draw([step('甲'), choice('分流', [[p, '丙']], '乙'), step('乙', 1, last), step('丙', 1, last)])
    expect(withOutput.problems).toEqual([])
    const ending = draw([
      step('甲'),
      choice('分流', [[p, '丙']], '乙'),
      step('乙', 1, { terminates: true }),
      step('丙', 1, last),
    ])
    expect(ending.problems).toEqual([])
  })

  test('two branches may lead to one step, and a branch to another 分流', () => {
    const { edges, problems } = draw([
      choice('大类', [[p, '小类']], '登记'),
      choice('小类', [[p, '登记']], '登记'),
      step('登记', 1, last),
    ])
    expect(problems).toEqual([])
    expect(edges).toEqual(['大类=0→小类', '大类=1→登记', '小类=0→登记', '小类=1→登记'])
  })

  test('转 to an earlier step and to an unknown one are reported', () => {
    const { edges, problems } = draw([
      step('受理'),
      choice('结论', [[p, '受理']], '办结环节'),
      step('办结', 1, { after: ['受理'], ...last }),
    ])
    expect(problems).toMatchObject([
      { kind: 'backwardBranch', choice: '结论', target: '受理' },
      { kind: 'unknownName', role: 'branch', owner: '结论', name: '办结环节' },
    ])
    expect(edges).toEqual(['受理→结论', '受理→办结'])
  })

  test('a step after the choice that no branch leads to is reported', () => {
    const { problems } = draw([choice('分流', [[p, '乙']], '乙'), step('甲', 1, last), step('乙', 1, last)])
    expect(problems).toMatchObject([{ kind: 'afterChoice', choice: '分流', step: '甲' }])
  })
})

describe('ends', () => {
  test('ruling 3: a last step without 产出 is reported with the 结果 that it could have', () => {
    const outputs = [{ name: '许可证', forms: [], sources: [], notes: [] }]
    const { problems } = draw([step('受理'), step('决定')], { outputs })
    expect(problems).toMatchObject([{ kind: 'deadEnd', step: '决定', outputs: ['许可证'] }])
  })

  test('a step with 终止 needs none', () => {
    expect(draw([step('受理'), step('告知', 1, { terminates: true })]).problems).toEqual([])
  })

  test('a step that nothing waits for is a dead end also in the middle of the list', () => {
    const { problems } = draw([step('受理'), step('公示', 1), step('决定', 1, { after: ['受理'], ...last })])
    expect(problems).toMatchObject([{ kind: 'deadEnd', step: '公示' }])
  })
})

describe('特别程序', () => {
  const flow = [step('受理'), step('审查'), step('核查'), parallel('审查', '核查'), step('决定', 1, last)]

  test('之后 stands between the step and what follows it, on its branch only', () => {
    const { edges, names } = draw(flow, {
      specialProcedures: [procedure('专家评审', 20, { step: '审查', where: 'after' })],
    })
    expect(edges).toEqual(['受理→审查', '受理→核查', '审查→专家评审', '专家评审→决定', '核查→决定'])
    expect(names).toEqual(['受理', '审查', '专家评审', '核查', '决定'])
  })

  test('之前 stands before the step, 期间 beside it', () => {
    expect(draw(flow, { specialProcedures: [procedure('听证', 20, { step: '决定', where: 'before' })] }).edges).toEqual(
      ['受理→审查', '受理→核查', '审查→听证', '核查→听证', '听证→决定'],
    )
    expect(draw(flow, { specialProcedures: [procedure('检测', 20, { step: '审查', where: 'beside' })] }).edges).toEqual(
      ['受理→审查', '受理→检测', '受理→核查', '审查→决定', '检测→决定', '核查→决定'],
    )
  })

  test('several after one step run in the order written, and one may follow another', () => {
    const { edges } = draw([step('审查'), step('决定', 1, last)], {
      specialProcedures: [
        procedure('公告', 5, { step: '听证', where: 'after' }),
        procedure('检测', 5, { step: '审查', where: 'after' }),
        procedure('听证', 5, { step: '审查', where: 'after' }),
      ],
    })
    expect(edges).toEqual(['审查→检测', '检测→听证', '听证→公告', '公告→决定'])
  })

  test('before the target of a branch it takes the branch with it', () => {
    const { edges } = draw([choice('分流', [[p, '甲']], '乙'), step('甲', 1, last), step('乙', 1, last)], {
      specialProcedures: [procedure('公示', 5, { step: '甲', where: 'before' })],
    })
    expect(edges).toEqual(['分流=0→公示', '分流=1→乙', '公示→甲'])
  })

  test('without 位置 it floats; with an unknown one, or two that wait for each other, it is reported', () => {
    const { graph, problems } = buildGraph(
      matter({
        flow: [step('审查', 1, last)],
        specialProcedures: [
          procedure('听证', 20),
          procedure('检测', 5, { step: '初审', where: 'after' }),
          procedure('甲', 5, { step: '乙', where: 'after' }),
          procedure('乙', 5, { step: '甲', where: 'after' }),
        ],
      }),
    )
    expect(graph.floating.map(({ name }) => name)).toEqual(['听证'])
    expect(graph.nodes.map(({ name }) => name)).toEqual(['审查'])
    expect(problems).toMatchObject(
      ['初审', '乙', '甲'].map((name) => ({ kind: 'unknownName', role: 'placement', name })),
    )
  })
})

test('ten thousand steps in one list, and one that waits for all of them, are drawn without trouble', () => {
  const steps = Array.from({ length: 10_000 }, (_, index) =>
    step(`环节${index}`, 1, index === 0 ? {} : { after: ['环节0'] }),
  )
  const { graph } = buildGraph(
    matter({ flow: [...steps, step('办结', 1, { after: steps.map(({ name }) => name), ...last })] }),
  )
  expect(graph.edges.source).toHaveLength(9_999 + 10_000)
  expect(findGraphFaults(graph)).toEqual([])
})
