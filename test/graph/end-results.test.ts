import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { endResultLines, endResults, type KnownCase } from '../../src/graph/end-results.ts'
import type { FlowItem } from '../../src/model/flow.ts'
import { choice, fact, isTrue, matter, step } from './matters.ts'

const output = (name: string) => ({ name, forms: [], sources: [], notes: [] })
const yes = { kind: 'boolean', value: true } as const

function resultsAt(end: string, flow: readonly FlowItem[], outputs: readonly string[], known?: KnownCase) {
  const any = matter({ flow, facts: [fact('加急'), fact('简易')], outputs: outputs.map(output) })
  const { graph } = buildGraph(any)
  return endResults(any, graph, known)(graph.nodes.findIndex(({ name }) => name === end))
}

describe('the results at an end', () => {
  const ways = [
    choice('走哪条', [[isTrue('简易'), '当场决定']], '审查决定'),
    step('当场决定', 1, { outputs: ['许可证'] }),
    step('审查决定', 1, { outputs: ['许可证', '审查意见'] }),
    step('送达', 1, { after: ['当场决定', '审查决定'] }),
  ]

  test('are sure where every way issues them, whichever is taken', () => {
    expect(resultsAt('送达', ways, ['许可证', '审查意见'])).toEqual({ sure: ['许可证'], conditional: ['审查意见'] })
  })

  test('are those of one case where its facts are known', () => {
    const given = new Map([['简易', yes]])
    expect(resultsAt('送达', ways, ['许可证', '审查意见'], { given })).toEqual({ sure: ['许可证'], conditional: [] })
  })

  test('are not what ends a case before', () => {
    const flow = [
      step('不予受理', 1, { when: isTrue('加急'), outputs: ['不予受理通知书'], terminates: true }),
      step('决定', 1, { outputs: ['许可证'] }),
      step('送达', 1),
    ]
    expect(resultsAt('送达', flow, ['许可证', '不予受理通知书'])).toEqual({ sure: ['许可证'], conditional: [] })
    expect(resultsAt('不予受理', flow, ['许可证', '不予受理通知书']).sure).toEqual(['不予受理通知书'])
  })

  test('are what the matter is for where no step says what it issues', () => {
    expect(resultsAt('送达', [step('受理', 1), step('送达', 1)], ['许可证']).sure).toEqual(['许可证'])
    expect(resultsAt('送达', [step('受理', 1), step('送达', 1)], ['许可证', '不予决定书']).sure).toEqual([])
  })

  test('are in words what is sure, then the rest', () => {
    expect(endResultLines({ sure: ['许可证'], conditional: ['副本'] })).toEqual(['取得：许可证', '按情形还有：副本'])
    expect(endResultLines({ sure: [], conditional: ['副本'] })).toEqual(['按情形取得：副本'])
    expect(endResultLines({ sure: [], conditional: [] })).toEqual([])
  })
})
