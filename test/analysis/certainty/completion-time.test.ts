import { describe, expect, test } from 'vitest'
import { completionTime, sensitivityOf } from '../../../src/analysis/certainty/completion-time.ts'
import {
  certain,
  type Distribution,
  estimated,
  meanTime,
  noLonger,
  observed,
  oneOf,
  shareWithin,
  timeKeptBy,
} from '../../../src/analysis/certainty/distribution.ts'
import { rational } from '../../../src/base/rational.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { FlowItem } from '../../../src/model/flow.ts'
import { choice, fact, isTrue, matter, parallel, step } from '../../graph/matters.ts'

const days = (...values: number[]) => values.map((value) => rational(value * 2, 2))
const graphOf = (...flow: FlowItem[]) => buildGraph(matter({ facts: [fact('需要核查')], flow })).graph
const exact = (graph: ReturnType<typeof graphOf>, times: readonly (readonly [string, Distribution])[]) => {
  const time = completionTime(graph, { times: new Map(times) })
  if (time.kind !== 'exact') throw new Error(time.kind)
  return time.distribution
}

describe('times by chance', () => {
  test('observed times count as often as they were seen', () => {
    const time = observed(days(1, 1, 2, 2, 2, 3, 8))
    expect(shareWithin(time, rational(2))).toEqual(rational(5, 7))
    expect(shareWithin(time, rational(5, 2))).toEqual(rational(5, 7))
    expect(timeKeptBy(time, rational(95, 100))).toEqual(rational(8))
    expect(meanTime(time)).toEqual(rational(19, 7))
  })

  test('three estimates make a triangle whose shares are exact', () => {
    const time = estimated(rational(1), rational(2), rational(5))
    expect(shareWithin(time, rational(2))).toEqual(rational(1, 4))
    expect(shareWithin(time, rational(5))).toEqual(rational(1))
    expect(shareWithin(time, rational(7, 2))).toEqual(rational(13, 16))
    expect(timeKeptBy(time, rational(1))).toEqual(rational(5))
  })

  test('no longer than a time, what was longer counts as that', () => {
    const time = noLonger(observed(days(1, 2, 4, 8)), rational(9, 4))
    expect(shareWithin(time, rational(3, 2))).toEqual(rational(1, 4))
    expect(timeKeptBy(time, rational(1))).toEqual(rational(2))
    expect(noLonger(time, rational(5))).toEqual(time)
  })

  test('of a choice each way has its share', () => {
    const time = oneOf([
      { share: rational(3), time: certain(rational(1)) },
      { share: rational(1), time: certain(rational(5)) },
    ])
    expect(shareWithin(time, rational(1))).toEqual(rational(3, 4))
  })
})

describe('completionTime', () => {
  const times = [
    ['受理', certain(rational(1))],
    ['现场核查', observed(days(2, 2, 4))],
    ['专家评审', observed(days(1, 3))],
    ['决定', observed(days(1, 2))],
  ] as const

  test('adds up what runs one after the other and takes the later of what runs side by side', () => {
    const graph = graphOf(
      step('受理', 1),
      step('现场核查', 5),
      step('专家评审', 5),
      step('决定', 2),
      parallel('现场核查', '专家评审'),
    )
    const time = exact(graph, times)
    // 核查与评审中较晚的：2日 1/3、3日 1/3、4日 1/3；加上受理1日和决定1或2日。
    expect(shareWithin(time, rational(4))).toEqual(rational(1, 6))
    expect(shareWithin(time, rational(5))).toEqual(rational(1, 2))
    expect(shareWithin(time, rational(6))).toEqual(rational(5, 6))
    expect(timeKeptBy(time, rational(95, 100))).toEqual(rational(7))
  })

  test('says for each step what a day more would cost the promise', () => {
    const graph = graphOf(
      step('受理', 1),
      step('现场核查', 5),
      step('专家评审', 5),
      step('决定', 2),
      parallel('现场核查', '专家评审'),
    )
    expect(sensitivityOf(graph, rational(6), { times: new Map(times) })).toEqual([
      { step: '受理', loss: rational(1, 3) },
      { step: '决定', loss: rational(1, 3) },
      { step: '现场核查', loss: rational(1, 6) },
      { step: '专家评审', loss: rational(1, 6) },
    ])
  })

  test('is exact for two 并联 one after the other, each of which waits for both before', () => {
    const graph = graphOf(
      ...['甲', '乙', '丙', '丁'].map((name) => step(name, 1)),
      parallel('甲', '乙'),
      parallel('丙', '丁'),
    )
    const coin = observed(days(1, 3))
    const time = exact(
      graph,
      ['甲', '乙', '丙', '丁'].map((name) => [name, coin] as const),
    )
    expect(shareWithin(time, rational(2))).toEqual(rational(1, 16))
    expect(shareWithin(time, rational(4))).toEqual(rational(7, 16))
  })

  test('mixes the kinds of cases by their shares, and says which facts are open', () => {
    const graph = graphOf(
      step('受理', 1),
      choice('分流', [[isTrue('需要核查'), '现场核查']], '决定'),
      step('现场核查', 5),
      step('决定', 2, { after: ['现场核查', '分流'] }),
    )
    const byFact = (value: boolean) => new Map([['需要核查', { kind: 'boolean', value } as const]])
    expect(completionTime(graph, { times: new Map(times) })).toEqual({ kind: 'open', neededFacts: ['需要核查'] })
    const cases = [
      { facts: byFact(true), share: rational(1) },
      { facts: byFact(false), share: rational(3) },
    ]
    const time = completionTime(graph, { times: new Map([['决定', certain(rational(2))]]), cases })
    if (time.kind !== 'exact') throw new Error(time.kind)
    expect(shareWithin(time.distribution, rational(3))).toEqual(rational(3, 4))
    expect(shareWithin(time.distribution, rational(8))).toEqual(rational(1))
  })

  test('draws with a seed where the flow is not series–parallel, and states the error', () => {
    const graph = graphOf(
      step('甲', 1),
      step('乙', 1),
      step('丙', 1, { after: ['甲'] }),
      step('丁', 1, { after: ['甲', '乙'] }),
      parallel('甲', '乙'),
    )
    const coin = observed(days(1, 3))
    const options = { times: new Map(['甲', '乙', '丙', '丁'].map((name) => [name, coin])), runs: 10_000, seed: 7 }
    const time = completionTime(graph, options)
    expect(time).toMatchObject({ kind: 'sampled', runs: 10_000, seed: 7, standardError: rational(5_000, 1_000_000) })
    expect(completionTime(graph, options)).toEqual(time)
  })
})
