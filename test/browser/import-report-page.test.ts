import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeListReport } from '../../src/cli/write-list-report.ts'
import { readImplementationList } from '../../src/exchange/xlsx/list/read-list.ts'
import { violationsOf } from './look-at-page.ts'
import { type OpenBrowser, openBrowser } from './open-page.ts'

const LIST = `事项名称,事项类型,法定办结时限,法定办结时限单位,承诺办结时限,承诺办结时限单位,受理条件,办理流程,申请材料,网办深度
占用道路施工许可,01,20,W,8,天,"1.有施工方案；
2.不影响交通",受理→审查→决定,申请表（必要；纸质）,III
<script>alert(1)</script>,20,60,日,0,W,无,按规定办理,身份证（正反面）,IV
`

describe('the page that says what became of a list', () => {
  let browser: OpenBrowser
  beforeAll(async () => {
    const { report } = await readImplementationList(new TextEncoder().encode(LIST))
    browser = await openBrowser(writeListReport(report, '报告.html'))
  })
  afterAll(() => browser.close())

  test.each([
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
  ] as const)('%i pixels wide in %s colours it is accessible, silent and alone', async (width, colorScheme) => {
    const { page, complaints } = await browser.open({ viewport: { width, height: 900 }, colorScheme })
    expect(await violationsOf(page)).toEqual([])
    // The table moves in its frame; the page does not.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.locator('tbody tr:visible').count()).toBe(10)
    expect(complaints).toEqual([])
    if (process.env['SHOTS'] !== undefined) {
      await page.screenshot({ path: `${process.env['SHOTS']}/import-${width}-${colorScheme}.png`, fullPage: true })
    }
  })
})
