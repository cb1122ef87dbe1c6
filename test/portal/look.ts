import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cutOff, violationsOf } from '../browser/look-at-page.ts'

/** Looks at the page as it stands: accessible in light and dark, nothing wider than the screen. SHOTS names a folder for pictures. */
export async function look(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  const { width = 0 } = page.viewportSize() ?? {}
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violationsOf(page), `${name}, ${colorScheme}`).toEqual([])
    const shots = process.env['SHOTS']
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/${name}-${width}-${colorScheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await cutOff(page, width), name).toEqual([])
}
