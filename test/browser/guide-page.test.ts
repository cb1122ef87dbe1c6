import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileChecklist } from '../../src/analysis/checklist/applicant-checklist.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { scheduleWorstCase } from '../../src/graph/schedule.ts'
import { renderFlowSvg } from '../../src/render/flow/render-flow-svg.ts'
import { renderGuideHtml } from '../../src/render/guide/guide-html.ts'
import { renderGuideIndex } from '../../src/render/guide/guide-index.ts'
import { matter, step } from '../graph/matters.ts'
import { bundleExample, fullMatterExample, type GuidedExample } from '../support/guided-examples.ts'
import { HOSTILE_NAMES } from '../support/report-page.ts'
import { cutOff, violationsOf } from './look-at-page.ts'
import { type OpenBrowser, openBrowser } from './open-page.ts'

/** A4 without the margins of the page, as the browser lays it out. Unit: CSS pixels. */
const PRINTABLE = 672

const viewport = (width: number) => ({ viewport: { width, height: 900 } })

/** The guide with all its pictures and the list of an applicant who has told one thing. */
async function guideOf({ matter: whole, graph, rendering }: GuidedExample): Promise<string> {
  const [fact] = whole.facts
  const facts = fact?.type === 'boolean' ? new Map([[fact.name, { kind: 'boolean', value: true } as const]]) : new Map()
  const bundle = rendering.made?.bundled
  const flow = { graph, framed: false, ...(bundle !== undefined && { bundle }) }
  return renderGuideHtml(whole, {
    ...rendering,
    version: '1.2.3',
    checklist: compileChecklist({ matter: whole, graph }, { facts, ...rendering }),
    schedule: scheduleWorstCase(graph, { conversion: DEFAULT_CONVERSION }),
    flowSvg: await renderFlowSvg(whole, { ...flow, idPrefix: 'flow' }),
    narrowFlowSvg: await renderFlowSvg(whole, { ...flow, size: 'narrow', idPrefix: 'slim' }),
  })
}

/** A matter whose names are as long as names get, without a blank in them, and try to break out of the page. */
function crowded(): GuidedExample {
  const long = 'A'.repeat(90)
  const names = [...HOSTILE_NAMES, long, '很长的名称'.repeat(20)]
  const made = matter({
    name: long,
    authority: long,
    enquiryPhone: long,
    notes: names,
    requirements: names.map((name) => ({ name, manualCheck: name, except: [], sources: [], notes: [name] })),
    materials: names.map((name) => ({ name, forms: [], standard: name, sources: [], notes: [] })),
    flow: names.map((name) => step(name, 2, { role: name, stages: ['review'] })),
    decisionTables: [
      { name: long, hits: 'unique', inputs: names.slice(-3), outputs: [], rules: [], sources: [], notes: [] },
    ],
  })
  return { matter: made, graph: { ...emptyGraph }, rendering: {} }
}

const edges = { source: [], target: [], branch: [], outStart: [0], inStart: [0], inEdge: [] }
const emptyGraph = { nodes: [], edges, floating: [], facts: [], situations: [] }

describe.each([
  ['a matter with every kind of line', fullMatterExample()],
  ['a 一件事', bundleExample('newborn')],
  ['hostile and endless names', crowded()],
])('the guide of %s', (name, example) => {
  let browser: OpenBrowser
  beforeAll(async () => {
    browser = await openBrowser(await guideOf(example))
  })
  afterAll(() => browser.close())

  describe.each([390, 1000])('at the width of %i', (width) => {
    test.each(['light', 'dark'] as const)(
      'in %s colours it is accessible, whole, silent and alone',
      async (colorScheme) => {
        const { page, complaints } = await browser.open({ ...viewport(width), colorScheme })
        expect(await violationsOf(page)).toEqual([])
        expect(await cutOff(page, width)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        expect(complaints).toEqual([])
      },
    )
  })

  test('on paper nothing is cut off, the colours are those of paper, and it takes few sheets', async () => {
    const { page } = await browser.open({ ...viewport(PRINTABLE), colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await cutOff(page, PRINTABLE)).toEqual([])
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(sheets).toBeGreaterThan(1)
    expect(sheets).toBeLessThan(name.includes('endless') ? 16 : 9)
  })

  test('one drawing of the flow is seen, if there is one, and every link of the contents leads somewhere', async () => {
    const { page } = await browser.open(viewport(390))
    const drawings = await page.locator('figure.flow:visible').count()
    expect(drawings).toBeLessThanOrEqual(1)
    const links = await page.getByRole('navigation').getByRole('link').all()
    expect(links.length).toBeGreaterThan(7)
    for (const link of links) {
      await link.click()
      expect(await page.evaluate(`document.querySelector(':target')?.tagName`)).toBe('H2')
    }
  })
})

describe('the list of guides', () => {
  const link = (name: string, parts = {}) => ({
    matter: matter({ name, ...parts }),
    href: `${encodeURIComponent(name)}.html`,
  })
  const page = renderGuideIndex([
    link('食品经营许可', { type: 'licence', levels: ['county'], authority: '市场监管局', code: '0101' }),
    link('食品经营备案', { type: 'otherPower', levels: ['county', 'city'], authority: '市场监管局' }),
    link('户口登记', { type: 'confirmation', levels: ['county'], authority: '公安局' }),
    ...HOSTILE_NAMES.map((name) => link(name, { authority: name })),
  ])
  let browser: OpenBrowser
  beforeAll(async () => {
    browser = await openBrowser(page)
  })
  afterAll(() => browser.close())

  test.each(['light', 'dark'] as const)('in %s colours is accessible and whole on a phone', async (colorScheme) => {
    const { page: shown, complaints } = await browser.open({ ...viewport(390), colorScheme })
    expect(await violationsOf(shown)).toEqual([])
    expect(await shown.evaluate('document.documentElement.scrollWidth')).toBe(390)
    expect(complaints).toEqual([])
  })

  test('is searched by name and code, narrowed by type, level and office, and remembers it', async () => {
    const { page: shown } = await browser.open(viewport(1000))
    const names = () => shown.locator('#list > li:visible .name a').allTextContents()
    await shown.getByLabel('事项名称、编码').fill('食品')
    expect(await names()).toEqual(['食品经营许可', '食品经营备案'])
    await shown.getByLabel('层级').selectOption('市级')
    expect(await names()).toEqual(['食品经营备案'])
    await shown.reload()
    expect(await names()).toEqual(['食品经营备案'])
    await shown.getByLabel('事项名称、编码').fill('0101')
    await shown.getByLabel('层级').selectOption('')
    expect(await names()).toEqual(['食品经营许可'])
    await shown.getByLabel('部门').selectOption('公安局')
    expect(await shown.getByRole('status').textContent()).toBe('没有找到，请换一个词')
    await shown.getByRole('button', { name: '清除' }).click()
    await expect.poll(async () => (await names()).length).toBe(3 + HOSTILE_NAMES.length)
  })

  test('is whole without the script', async () => {
    const { page: shown } = await browser.open({ ...viewport(1000), javaScriptEnabled: false })
    expect(await shown.locator('#list > li:visible').count()).toBe(3 + HOSTILE_NAMES.length)
    expect(await shown.getByRole('search').isVisible()).toBe(false)
  })
})
