import { expect, test } from 'vitest'
import { bundleMatters } from '../../../src/analysis/bundle/bundle-matters.ts'
import { measureBundle } from '../../../src/analysis/bundle/measure-bundle.ts'
import { plainBundle } from '../../../src/analysis/bundle/plain-bundle.ts'
import { rational } from '../../../src/base/rational.ts'
import type { ComponentPath } from '../../../src/model/bundle.ts'
import { fact, matter, step } from '../../graph/matters.ts'

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

test('what an office fills in is no field of the form', () => {
  expect(measuredWith([])?.fields).toMatchObject({ before: rational(2), after: rational(2) })
})
