import { expect, test } from 'vitest'
import { bundleMatters } from '../../../src/analysis/bundle/bundle-matters.ts'
import { measureBundle } from '../../../src/analysis/bundle/measure-bundle.ts'
import { plainBundle } from '../../../src/analysis/bundle/plain-bundle.ts'
import { rational } from '../../../src/base/rational.ts'
import type { Facts } from '../../../src/graph/fact-value.ts'
import type { ComponentPath } from '../../../src/model/bundle.ts'
import { fact, isTrue, matter, step } from '../../graph/matters.ts'

const matters = new Map(
  [
    matter({
      name: '户口登记',
      facts: [fact('随父落户'), { ...fact('审查结论'), filledBy: '审批负责人' }],
      flow: [step('受理', 1, { stages: ['acceptance'] }), step('登记', 1, { stages: ['decision'] })],
    }),
    matter({
      name: '接种证办理',
      facts: [fact('已经接种'), fact('核对结果')],
      flow: [step('接种发证', 1, { stages: ['acceptance', 'decision'], collects: ['核对结果'] })],
    }),
  ].map((each) => [each.name, each]),
)

function measuredWith(replaced: readonly ComponentPath[]) {
  const shared = { kind: 'acceptance' as const, name: '综合窗口', steps: replaced, sources: [], notes: [] }
  const bundle = { ...plainBundle('一件事', matters), sharedSteps: [shared] }
  const [whole] = measureBundle(bundle, bundleMatters(bundle, matters), matters)
  return whole?.cuts
}

test('统一受理 without 合并 takes the 阶段 from whatever accepts: the applicant goes to one window', () => {
  expect(measuredWith([])?.steps).toMatchObject({ before: rational(2), after: rational(1) })
})

test('with 合并 it takes nothing from what it does not name: there the applicant still goes', () => {
  const named = [{ component: '户口登记', name: '受理' }]
  expect(measuredWith(named)?.steps).toMatchObject({ before: rational(2), after: rational(2) })
})

test('a bundle is free only where each of its matters says that it is', () => {
  const free = { charged: false, text: '不收费', sources: [], notes: [] }
  const feesWith = (fees: readonly (readonly (typeof free)[])[]) => {
    const all = new Map([...matters.values()].map((each, index) => [each.name, { ...each, fees: fees[index] ?? [] }]))
    return bundleMatters(plainBundle('一件事', all), all).matter.fees
  }
  expect(feesWith([[free], [free]])).toEqual([free])
  expect(feesWith([[free], []])).toEqual([])
})

test('what an office fills in is no field of the form', () => {
  expect(measuredWith([])?.fields).toMatchObject({ before: rational(2), after: rational(2) })
})

test('with the facts of an applicant, before counts what that applicant would do in the matters themselves', () => {
  const transport = matter({
    name: '道路运输',
    facts: [fact('告知承诺')],
    flow: [step('受理', 1), step('现场核查', 5, { when: { kind: 'not', of: isTrue('告知承诺') } }), step('决定', 1)],
  })
  const all = new Map([...matters, [transport.name, transport]])
  const bundle = plainBundle('一件事', all)
  const bundled = bundleMatters(bundle, all)
  const stepsFor = (facts?: Facts) => measureBundle(bundle, bundled, all, { facts })[0]?.cuts.allSteps?.before
  expect(stepsFor()).toEqual(rational(6))
  const promised: Facts = new Map([['告知承诺', { kind: 'boolean', value: true }]])
  expect(stepsFor(promised)).toEqual(rational(5))
})
