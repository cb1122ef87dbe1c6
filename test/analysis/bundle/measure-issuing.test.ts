import { expect, test } from 'vitest'
import { bundleMatters } from '../../../src/analysis/bundle/bundle-matters.ts'
import { measureBundle } from '../../../src/analysis/bundle/measure-bundle.ts'
import { plainBundle } from '../../../src/analysis/bundle/plain-bundle.ts'
import { rational } from '../../../src/base/rational.ts'
import { choice, fact, isTrue, matter, step } from '../../graph/matters.ts'

function licence(name: string) {
  return matter({
    name,
    facts: [fact(`${name}准予`)],
    flow: [
      step('受理', 1, { stages: ['acceptance'] }),
      step('决定', 1, { stages: ['decision'] }),
      choice('结论', [[isTrue(`${name}准予`), '送达准予']], '送达不予'),
      step('送达准予', 1, { stages: ['delivery'], outputs: [`${name}证`] }),
      step('送达不予', 1, { stages: ['delivery'], outputs: [`${name}不予决定书`], after: ['结论'] }),
    ],
    outputs: ['证', '不予决定书'].map((word) => ({ name: `${name}${word}`, forms: [], sources: [], notes: [] })),
  })
}

test('what only issues a result, since 统一出件 hands all of them over, counts as no step', () => {
  const matters = new Map(['甲项', '乙项'].map((name) => [name, licence(name)]))
  const shared = (kind: 'acceptance' | 'delivery') => ({ kind, name: '综合窗口', steps: [], sources: [], notes: [] })
  const bundle = { ...plainBundle('一件事', matters), sharedSteps: [shared('acceptance'), shared('delivery')] }
  const bundled = bundleMatters(bundle, matters)
  expect(bundled.matter.flow.map((item) => ('name' in item ? item.name : ''))).toContain('甲项·出具甲项证')
  const [whole] = measureBundle(bundle, bundled, matters)
  // 统一受理, the two decisions, 统一出件.
  expect(whole?.cuts.allSteps?.before).toEqual(rational(8))
  expect(whole?.cuts.allSteps?.after).toEqual(rational(4))
  expect(whole?.cuts.steps?.after).toEqual(rational(2))
})
