import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { renderFlowSvg } from '../../src/render/flow/index.ts'
import { renderGanttSvg } from '../../src/render/gantt/render-gantt-svg.ts'
import { arbitraryFacts } from '../../src/testing/arbitraries/arbitrary-facts.ts'
import { arbitraryMatter } from '../../src/testing/arbitraries/arbitrary-matter.ts'
import { arbitraryBundle } from '../support/arbitrary-bundle.ts'
import { anyMatter } from '../support/arbitrary-matter.ts'
import { everyExample, type Pictured } from '../support/pictured.ts'
import { violationsOf } from './look-at-page.ts'
import { faultsOf } from './look-at-picture.ts'
import { type OpenBrowser, openBrowser } from './open-page.ts'

const opened: OpenBrowser[] = []
afterAll(async () => {
  for (const each of opened) await each.close()
})

const start = { date: '2026-09-21', calendar: createCalendar() }

/** The pictures under each other on a page of a browser. */
async function show(pictures: readonly string[], options: Parameters<OpenBrowser['open']>[0] = {}) {
  const body = pictures.map((svg) => `<div>${svg}</div>`).join('')
  const browser = await openBrowser(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>图</title></head><body><main><h1>图</h1>${body}</main></body></html>`,
  )
  opened.push(browser)
  return browser.open(options)
}

/** As many cases of an arbitrary; in CI the same at every run. */
function sample<T>(arbitrary: fc.Arbitrary<T>, numRuns: number): readonly T[] {
  const { seed } = fc.readConfigureGlobal()
  return fc.sample(arbitrary, seed === undefined ? { numRuns } : { numRuns, seed })
}

const everyBundle = (count: number): readonly Pictured[] =>
  sample(arbitraryBundle(), count).map(({ bundle, matters }) => {
    const merged = bundleMatters(bundle, matters)
    return { name: bundle.name, matter: merged.matter, bundle: merged }
  })

describe.each(['wide', 'narrow'] as const)(
  'drawn %s, texts are in their boxes, boxes apart and lines around them',
  (size) => {
    const drawAll = async (all: readonly Pictured[]) => {
      const pictures: string[] = []
      for (const [index, { matter, bundle }] of all.entries()) {
        pictures.push(await renderFlowSvg(matter, { bundle, size, idPrefix: `p${index}` }))
      }
      return pictures
    }

    test('of the examples', async () => {
      const { page, complaints } = await show(await drawAll(everyExample()))
      expect(await faultsOf(page)).toEqual([])
      expect(complaints).toEqual([])
    })

    test('of 60 matters with names of any kind', async () => {
      const { page } = await show(await drawAll(sample(anyMatter, 60).map((matter) => ({ name: matter.name, matter }))))
      expect(await faultsOf(page)).toEqual([])
    })

    test('of 60 matters that branch and of 40 bundles', async () => {
      const matters = sample(arbitraryMatter, 60).map(({ matter }) => ({ name: matter.name, matter }))
      const { page } = await show(await drawAll([...matters, ...everyBundle(40)]))
      expect(await faultsOf(page)).toEqual([])
    })

    test('on a time axis', async () => {
      const all = [
        ...everyExample(),
        ...sample(anyMatter, 40).map((matter): Pictured => ({ name: matter.name, matter })),
        ...everyBundle(20),
      ]
      const pictures = all.flatMap(({ matter, bundle }, index) => [
        renderGanttSvg(matter, { bundle, size, idPrefix: `w${index}` }),
        renderGanttSvg(matter, { bundle, size, start, idPrefix: `d${index}` }),
      ])
      const { page } = await show(pictures)
      expect(await faultsOf(page)).toEqual([])
    })
  },
)

test('with the way, the progress and the numbers of cases they still fit', async () => {
  const pictures: string[] = []
  for (const [index, measurable] of sample(arbitraryMatter, 40).entries()) {
    const { matter, graph } = measurable
    const [given] = fc.sample(arbitraryFacts(measurable), { numRuns: 1, seed: index })
    const names = graph.nodes.map(({ name }) => name)
    const states = ['done', 'current', 'overdue', 'skipped'] as const
    pictures.push(
      await renderFlowSvg(matter, {
        graph,
        given,
        progress: new Map(names.map((name, at) => [name, states[at % states.length] ?? 'done'])),
        counts: new Map(names.map((name, at) => [name, at * 1234])),
        idPrefix: `p${index}`,
      }),
    )
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await show(pictures, { colorScheme })
    expect(await faultsOf(page)).toEqual([])
  }
  const { page } = await show(pictures)
  await page.emulateMedia({ media: 'print' })
  expect(await faultsOf(page)).toEqual([])
})

test.each(['light', 'dark'] as const)('in %s colours pictures are accessible', async (colorScheme) => {
  const all = everyExample().filter(({ name }) => /language|bundles\/restaurant/.test(name))
  const pictures: string[] = []
  for (const [index, { matter, bundle }] of all.entries()) {
    pictures.push(await renderFlowSvg(matter, { bundle, idPrefix: `f${index}` }))
    pictures.push(renderGanttSvg(matter, { bundle, start, idPrefix: `g${index}` }))
  }
  const { page } = await show(pictures, { colorScheme })
  await page.addStyleTag({ content: `body{background:${colorScheme === 'dark' ? '#14171a' : '#fff'};color:#777}` })
  expect((await violationsOf(page)).filter((fault) => !fault.startsWith('color-contrast <h1'))).toEqual([])
})

test('faults are seen where there are some', async () => {
  const [example] = everyExample()
  if (example === undefined) throw new TypeError('no examples')
  const { page } = await show([await renderFlowSvg(example.matter)])
  await page.evaluate(`(() => {
    const [card, other] = document.querySelectorAll('.card')
    card.querySelector('.box').setAttribute('width', '40')
    const { x, y } = other.getBBox()
    document.querySelector('.line .way').setAttribute('d', 'M' + (x + 20) + ' ' + (y - 5) + 'v40')
    other.querySelector('.box').setAttribute('style', 'fill:#333')
    const [first, second] = other.querySelectorAll('text')
    second.setAttribute('y', first.getAttribute('y'))
    document.querySelector('.start .box').setAttribute('y', y)
  })()`)
  const found = (await faultsOf(page)).join('\n')
  for (const fault of [
    'a text out of its box',
    'a line through a box',
    'two texts over each other',
    'two boxes over each other',
    'a text hard to read',
  ]) {
    expect(found).toContain(fault)
  }
})
