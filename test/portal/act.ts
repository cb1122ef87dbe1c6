import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Answers the questions as they come, each by the answer that its text begins with; until there is another page. */
export async function answer(page: Page, answers: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const asked: string[] = []
  while (await page.getByRole('button', { name: '下一步' }).isVisible()) {
    const question = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    const given = Object.entries(answers).find(([part]) => question.includes(part))?.[1]
    if (given === undefined) throw new Error(`No answer to: ${question}`)
    const box = page.getByRole('textbox', { name: question })
    if (await box.isVisible()) await box.fill(given)
    else await page.getByLabel(given, { exact: true }).check()
    await page.getByRole('button', { name: '下一步' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(question)
    asked.push(question)
  }
  return asked
}

/** Puts a sample file at every document that has none. */
export async function uploadSamples(page: Page): Promise<void> {
  const buttons = page.getByRole('button', { name: /放一份示例文件/ })
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click()
    await expect.poll(() => buttons.count()).toBeLessThan(left)
  }
}

/** Moves the clock of the demonstration. */
export async function moveClock(page: Page, days: 1 | 5 | 30): Promise<void> {
  const moved = page.waitForResponse((response) => response.url().endsWith('/api/session/clock'))
  await page.getByRole('button', { name: `拨到${days}天后` }).click()
  await moved
}
