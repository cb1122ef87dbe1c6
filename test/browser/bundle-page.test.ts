import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundlePageOf, crowdedBundlePage } from '../support/bundle-page.ts'
import { cutOff, violationsOf } from './look-at-page.ts'
import { type OpenBrowser, openBrowser } from './open-page.ts'

/** A4 without the margins of the page, as the browser lays it out. Unit: CSS pixels. */
const PRINTABLE = 672

const viewport = (width: number) => ({ viewport: { width, height: 900 } })

describe.each([
  ['a restaurant', bundlePageOf('restaurant')],
  ['a citizen who has died', bundlePageOf('after-death')],
  ['a crowd of matters', crowdedBundlePage()],
])('the page of %s', (_, { page: text }) => {
  let browser: OpenBrowser
  beforeAll(async () => {
    browser = await openBrowser(text)
  })
  afterAll(() => browser.close())

  describe.each([
    ['a phone', 390, 'slim'],
    ['a sheet of A4', 794, 'broad'],
  ] as const)('at the width of %s', (__, width, drawing) => {
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

    test('one drawing is seen, as large as it is meant to be read', async () => {
      const { page } = await browser.open(viewport(width))
      const drawings = page.locator('svg.feeds:visible')
      expect(await drawings.count()).toBe(1)
      expect(await drawings.getAttribute('class')).toBe(`feeds ${drawing}`)
      const size = `document.querySelector('svg.feeds.${drawing} .boxed').getScreenCTM().a * 14`
      expect(await page.evaluate(size)).toBeGreaterThan(13)
    })

    test('no label touches another, or a line of another result', async () => {
      const { page } = await browser.open(viewport(width))
      const touching = await page.evaluate(
        `(() => {
          const svg = document.querySelector('svg.feeds.${drawing}')
          const labels = [...svg.querySelectorAll('text')].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
          const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2
          return labels.flatMap((one, at) => labels.slice(at + 1).filter((other) => meet(one.box, other.box)).map((other) => one.words + ' | ' + other.words))
        })()`,
      )
      expect(touching).toEqual([])
    })

    test('no name sticks out of its box', async () => {
      const { page } = await browser.open(viewport(width))
      const wide = await page.evaluate(
        `[...document.querySelectorAll('svg.${drawing} .box')].flatMap((box) => {
          const [around, inside] = [box, box.nextElementSibling].map((each) => each.getBoundingClientRect())
          return inside.left < around.left || inside.right > around.right || inside.bottom > around.bottom ? [box.nextElementSibling.textContent] : []
        })`,
      )
      expect(wide).toEqual([])
    })
  })

  test('on paper nothing is cut off, and the colours are those of paper', async () => {
    const { page } = await browser.open({ ...viewport(PRINTABLE), colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await cutOff(page, PRINTABLE)).toEqual([])
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(255, 255, 255)')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test('axe sees a violation where there is one', async () => {
  const browser = await openBrowser(crowdedBundlePage().page)
  const { page } = await browser.open(viewport(794))
  await page.evaluate(`document.querySelector('svg.feeds.broad').removeAttribute('aria-label')`)
  expect(await violationsOf(page)).toEqual([expect.stringContaining('svg-img-alt')])
  await browser.close()
})
