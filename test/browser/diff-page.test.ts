import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diffCatalogue } from '../../src/analysis/diff/catalogue-diff.ts'
import { compareMatters } from '../../src/compile/compare/compare-matters.ts'
import { compile } from '../../src/compile/compile.ts'
import { renderDiffPage } from '../../src/render/html/diff-page.ts'
import { exampleSources } from '../support/syntax-examples.ts'
import { cutOff, violationsOf } from './look-at-page.ts'
import { type OpenBrowser, openBrowser } from './open-page.ts'

const text = exampleSources().find(({ uri }) => uri === 'examples/bundles/restaurant/food-permit.zw')?.text ?? ''
const long = '由'.repeat(60)
const later = text.replace('承诺时限：8个工作日', '承诺时限：7个工作日').replaceAll('经营者身份证件', `身份证件${long}`)

describe('the page of what changed', () => {
  let browser: OpenBrowser
  beforeAll(async () => {
    browser = await openBrowser(pageOf(text, later))
  })
  afterAll(() => browser.close())

  describe.each([
    ['a phone', 390],
    ['a sheet of A4', 794],
  ])('at the width of %s', (_, width) => {
    test.each(['light', 'dark'] as const)('in %s colours it is accessible, whole and silent', async (colorScheme) => {
      const { page, complaints } = await browser.open({ viewport: { width, height: 900 }, colorScheme })
      expect(await page.locator('article').count()).toBe(1)
      expect(await violationsOf(page)).toEqual([])
      expect(await cutOff(page, width)).toEqual([])
      expect(complaints).toEqual([])
    })
  })
})

function pageOf(...texts: readonly [string, string]): string {
  const [before, after] = texts.map((each, index) => {
    const [matter] = compile([{ uri: `${index}.zw`, text: each }]).matters.values()
    if (matter === undefined) throw new TypeError('there is no matter')
    return matter
  })
  if (before === undefined || after === undefined) throw new TypeError('there are not two sides')
  const lines = compareMatters(before.matter, after.matter)
  return renderDiffPage(diffCatalogue([{ before, after, lines }]), { titles: { before: '去年', after: '今年' } })
}
