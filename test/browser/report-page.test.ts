import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOSTILE_NAMES, reportPage } from '../support/report-page.ts'
import { cutOff, violationsOf } from './look-at-page.ts'
import { type OpenBrowser, openBrowser } from './open-page.ts'

/** A4 without the margins of the page, as the browser lays it out. Unit: CSS pixels. */
const PRINTABLE = 672

let browser: OpenBrowser
const { report, page: text } = reportPage()

beforeAll(async () => {
  browser = await openBrowser(text)
})
afterAll(() => browser.close())

const viewport = (width: number) => ({ viewport: { width, height: 900 } })

async function openAllMatters(page: Page): Promise<void> {
  await page.getByRole('button', { name: '全部展开' }).click()
  await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
}

describe.each([
  ['a phone', 390],
  ['a sheet of A4', 794],
])('at the width of %s', (_, width) => {
  test.each(['light', 'dark'] as const)(
    'in %s colours it is accessible, whole, silent and alone',
    async (colorScheme) => {
      const { page, complaints } = await browser.open({ ...viewport(width), colorScheme })
      await openAllMatters(page)
      expect(await violationsOf(page)).toEqual([])
      expect(await cutOff(page, width)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      expect(complaints).toEqual([])
    },
  )
})

test('on a phone no line of the list begins with the dot between office, level and type', async () => {
  const { page } = await browser.open(viewport(390))
  const begun = await page.evaluate(`[...document.querySelectorAll('#list .about:not(.narrow)')].flatMap((about) => {
    const texts = document.createTreeWalker(about, NodeFilter.SHOW_TEXT)
    const lines = []
    for (let text = texts.nextNode(), bottom = 0; text; text = texts.nextNode()) {
      for (let at = 0; at < text.length; at++) {
        const range = document.createRange()
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        const place = range.getBoundingClientRect()
        if (place.top >= bottom && text.data[at] === '·') lines.push(about.textContent)
        bottom = place.bottom - 2
      }
    }
    return lines
  })`)
  expect(begun).toEqual([])
})

test('axe sees a violation where there is one', async () => {
  const { page } = await browser.open(viewport(794))
  await page.evaluate(axe.source)
  await page.evaluate(`document.querySelector('select').removeAttribute('id')`)
  const ids = await page.evaluate(`axe.run().then((found) => found.violations.map(({ id }) => id))`)
  expect(ids).toContain('select-name')
})

test('on paper nothing is cut off, the colours are those of paper, and the details are printed', async () => {
  const { page } = await browser.open({ ...viewport(PRINTABLE), colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
  expect(await cutOff(page, PRINTABLE)).toEqual([])
  expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(255, 255, 255)')
  expect(await page.getByText('采取措施以后').first().isVisible()).toBe(true)
  expect(await page.getByRole('search').isVisible()).toBe(false)
  await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
  expect(await page.locator('details[open]').count()).toBe(0)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

test('without the script the details are printed too, and no heading stands above nothing', async () => {
  const { page } = await browser.open({ ...viewport(PRINTABLE), javaScriptEnabled: false })
  const drawing = page.getByRole('table', { name: '办理环节与时限' }).first()
  expect(await drawing.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await drawing.isVisible()).toBe(true)
  expect(await cutOff(page, PRINTABLE)).toEqual([])
  // As in a report on more matters than are printed unasked.
  const heading = page.getByRole('heading', { name: '逐项说明' })
  await page.evaluate(`document.querySelector('main').className = 'many'`)
  expect(await heading.isVisible()).toBe(false)
  await page.evaluate(`document.querySelector('details.matter').open = true`)
  expect(await heading.isVisible()).toBe(true)
  expect(await page.locator('details.matter:visible').count()).toBe(1)
})

describe('the filters', () => {
  const visibleRows = (page: Page) => page.locator('#list tbody tr:visible').count()

  test('work by keyboard, add up what is left, and stay in the address', async () => {
    const { page } = await browser.open(viewport(794))
    expect(await visibleRows(page)).toBe(report.matters.length)
    await page.getByLabel('达标', { exact: true }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByLabel('达标', { exact: true }).inputValue()).toBe('未达标')
    expect(await visibleRows(page)).toBe(6)
    await page.keyboard.press('Tab')
    await page.keyboard.type('户外广告')
    expect(await visibleRows(page)).toBe(2)
    // 20→15 twice.
    expect(await page.getByRole('status').textContent()).toBe(
      `列出2个事项（共${report.matters.length}个），其中2个计入，合计压减25.0%`,
    )
    expect(await page.locator('details.matter:visible').count()).toBe(2)
    await page.reload()
    expect(await visibleRows(page)).toBe(2)
    expect(await page.getByLabel('名称、编码').inputValue()).toBe('户外广告')
    await page.getByLabel('名称、编码').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => visibleRows(page)).toBe(report.matters.length)
    expect(new URL(page.url()).hash).toBe('')
  })

  test('say of all matters what the report says', async () => {
    const { page } = await browser.open(viewport(794))
    const said = await page.getByRole('status').textContent()
    const headline = await page.locator('.lead strong').textContent()
    expect(said).toBe(`列出${report.total.count}个事项，其中${report.total.included}个计入，合计压减${headline}`)
  })
})

test('a link of the list opens the matter that it leads to', async () => {
  const { page } = await browser.open(viewport(794))
  await page.locator('#list').getByRole('link', { name: '食品经营许可新办' }).focus()
  await page.keyboard.press('Enter')
  const opened = page.locator('details.matter[open]')
  await expect.poll(() => opened.count()).toBe(1)
  expect(await opened.getByRole('table', { name: '办理环节与时限' }).isVisible()).toBe(true)
})

test('without the script the list is whole and the details can be opened', async () => {
  const { page } = await browser.open({ ...viewport(794), javaScriptEnabled: false })
  expect(await page.locator('#list tbody tr').count()).toBe(report.matters.length)
  expect(await page.getByRole('search').count()).toBe(0)
  await page.locator('summary', { hasText: '食品经营许可新办' }).click()
  expect(await page.getByRole('table', { name: '办理环节与时限' }).first().isVisible()).toBe(true)
})

test('names that look like markup are names', async () => {
  const { page } = await browser.open(viewport(794))
  const names = await page.locator('#list tbody th a').allTextContents()
  expect(names.slice(-HOSTILE_NAMES.length)).toEqual([...HOSTILE_NAMES.slice(0, 3), 'رخصة<U+200F><U+202E>许可'])
  expect(await page.locator('script').count()).toBe(1)
  expect(await page.locator('img').count()).toBe(0)
})
