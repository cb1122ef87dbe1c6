import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Elements that stick out of the page on the right, but for what is hidden from sight on purpose. */
export function cutOff(page: Page, width: number): Promise<readonly string[]> {
  return page.evaluate(
    `[...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > ${width} + 1 && !each.closest('.unseen, .skip'))
      .map((each) => each.outerHTML.slice(0, 120))`,
  )
}

/** What axe finds wrong with the page: the rule and the element of each. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(
    `axe.run().then((found) => found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`,
  )
}
