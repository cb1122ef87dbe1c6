import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleMatters } from '../../../src/analysis/bundle/bundle-matters.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { Facts } from '../../../src/graph/fact-value.ts'
import { runFlow } from '../../../src/graph/run-flow.ts'
import type { FlowRendering } from '../../../src/render/flow/flow-rendering.ts'
import { renderFlowSvg } from '../../../src/render/flow/index.ts'
import { arbitraryMatter } from '../../../src/testing/arbitraries/arbitrary-matter.ts'
import { choice, fact, foodLicence, isTrue, matter, parallel, step } from '../../graph/matters.ts'
import { arbitraryBundle } from '../../support/arbitrary-bundle.ts'
import { anyMatter } from '../../support/arbitrary-matter.ts'
import { everyExample, expectedMarks, marksOf } from '../../support/pictured.ts'

describe('every step and every line is drawn', () => {
  test.each(everyExample().map((example) => [example.name, example] as const))(
    'of %s',
    async (_, { matter, bundle }) => {
      const { graph } = buildGraph(matter)
      expect(marksOf(await renderFlowSvg(matter, { bundle }))).toEqual(expectedMarks(graph))
    },
  )

  test('of any matter, with names of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(anyMatter, async (matter) => {
        const { graph } = buildGraph(matter)
        expect(marksOf(await renderFlowSvg(matter))).toEqual(expectedMarks(graph))
      }),
      { numRuns: 60 },
    )
  })

  test('of any matter with a flow that branches', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMatter, async ({ matter, graph }) => {
        expect(marksOf(await renderFlowSvg(matter, { graph, size: 'narrow' }))).toEqual(expectedMarks(graph))
      }),
      { numRuns: 60 },
    )
  })

  test('of any bundle, in frames', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBundle(), async ({ bundle, matters }) => {
        const merged = bundleMatters(bundle, matters)
        const { graph } = buildGraph(merged.matter)
        expect(marksOf(await renderFlowSvg(merged.matter, { bundle: merged }))).toEqual(expectedMarks(graph))
      }),
      { numRuns: 40 },
    )
  })
})

describe('the picture', () => {
  test('has the same bytes whenever and beside whatever it is drawn', async () => {
    const all = everyExample().slice(0, 12)
    const alone: string[] = []
    for (const { matter, bundle } of all) alone.push(await renderFlowSvg(matter, { bundle }))
    const together = await Promise.all(all.toReversed().map(({ matter, bundle }) => renderFlowSvg(matter, { bundle })))
    expect(together.toReversed()).toEqual(alone)
  })

  test('waits at a bar for what runs side by side, and nowhere where ways of a choice meet', async () => {
    const steps = [step('受理', 1, { stages: ['acceptance'] }), step('甲'), step('乙')]
    const sideBySide = matter({ flow: [...steps, parallel('甲', '乙'), step('决定', 1, { stages: ['decision'] })] })
    expect(await renderFlowSvg(sideBySide)).toContain('以上都办完再往下')
    const [first, ...ways] = steps
    const either = matter({
      flow: [
        ...(first === undefined ? [] : [first]),
        choice('走哪条', [[isTrue('急件'), '甲']], '乙'),
        ...ways,
        step('决定', 1, { stages: ['decision'], after: ['甲', '乙'] }),
      ],
      facts: [fact('急件')],
    })
    const svg = await renderFlowSvg(either)
    expect(svg).not.toContain('以上都办完再往下')
    expect(svg).toContain('急件为“是”')
    expect(svg).toContain('其他情形')
  })

  test('tells the way of a case from the others, and what is still open', async () => {
    const food = foodLicence()
    const plain = await renderFlowSvg(food)
    expect(plain).not.toMatch(/class="[^"]*(?:taken|open)/)
    const given = new Map([['审查结论', { kind: 'option', option: '通过' }]] as const)
    const { graph } = buildGraph(food)
    const svg = await renderFlowSvg(food, { graph, given })
    const run = runFlow(graph, given)
    graph.nodes.forEach((_, id) => {
      const [, classes = ''] = new RegExp(`<g class="([^"]*)" data-node="${id}"`).exec(svg) ?? []
      const outcome = run.outcomes[id]
      const state = outcome === 'run' ? 'taken' : outcome === 'blocked' || outcome === 'waiting' ? 'open' : 'untaken'
      expect([id, classes.split(' ').includes(state)]).toEqual([id, true])
    })
  })

  test('shows how far a case has come and how many there are', async () => {
    const svg = await renderFlowSvg(foodLicence(), {
      progress: new Map([['受理', 'done']]),
      counts: new Map([['受理', 3]]),
      countUnit: '个办件',
    })
    expect(svg).toContain('已办完')
    expect(svg).toContain('3个办件')
  })

  test('keeps names that look like markup as names, and has nothing that could run', async () => {
    const name = '受理</text><script>alert(1)</script>'
    const svg = await renderFlowSvg(matter({ name: '<b>x</b>', flow: [step(name, 1, { stages: ['acceptance'] })] }))
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('<b>')
    expect(svg).toContain('&lt;script&gt;')
  })

  test('can be left without title, notes and legend', async () => {
    const bare = await renderFlowSvg(foodLicence(), { framed: false })
    expect(bare).not.toContain('class="header"')
    expect(bare).not.toContain('class="legend"')
    expect(bare).toContain('data-node="0"')
  })

  test('puts what a component does into its frame, and says on a dashed line what goes to another', async () => {
    const restaurant = everyExample().find(({ name }) => name.endsWith(' 开办餐饮店'))
    if (restaurant?.bundle === undefined) throw new TypeError('no such example')
    const svg = await renderFlowSvg(restaurant.matter, { bundle: restaurant.bundle })
    const titles = [...svg.matchAll(/<g class="frame-title">(.*?)<\/g>/g)].map(([, text = '']) => text)
    for (const component of ['企业设立登记', '食品经营许可（餐饮服务）新办', '设置大型户外广告及招牌审批']) {
      expect(titles.some((title) => title.includes(component))).toBe(true)
    }
    expect(svg).toMatch(/<g class="tag feed">.*?营业执照/)
  })

  test('ends with all results of a bundle, what only some get told apart, and with those of one case', async () => {
    const newborn = everyExample().find(({ name }) => name.endsWith(' 新生儿出生'))
    if (newborn?.bundle === undefined) throw new TypeError('no such example')
    const endOf = async (rendering: FlowRendering) => {
      const svg = await renderFlowSvg(newborn.matter, { bundle: newborn.bundle, ...rendering })
      const pills = svg.split('>办结</text>')[1]?.split('</g>')[0] ?? ''
      return [...pills.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text).join('')
    }
    const always = '取得：出生医学证明、预防接种证、新生儿户口簿、'
    expect(await endOf({})).toBe(`${always}参保登记结果、登记结果按情形还有：社会保障卡、报销结果`)
    const given: Facts = new Map([
      ['申领社会保障卡', { kind: 'boolean', value: true }],
      ['报销生育医疗费用', { kind: 'boolean', value: false }],
    ])
    expect(await endOf({ given })).toBe(`${always}社会保障卡、参保登记结果、登记结果`)
    const progress = new Map([['生育医疗费用报销·拨付', 'skipped']] as const)
    expect(await endOf({ progress })).toBe(`${always}参保登记结果、登记结果按情形还有：社会保障卡`)
  })
})
