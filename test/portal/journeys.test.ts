import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutOff } from '../browser/look-at-page.ts'
import { answer, moveClock, uploadSamples } from './act.ts'
import { look } from './look.ts'
import { type OpenPortal, openChromium, openPortal, visit } from './open-portal.ts'

let portal: OpenPortal
let browser: Browser
beforeAll(async () => {
  ;[portal, browser] = await Promise.all([openPortal(), openChromium()])
})
afterAll(async () => {
  await browser?.close()
  await portal?.close()
})

const NURSE = { 民事行为能力: '是', 执业资格考试: '是', 临床实习: '６', 委托他人: '否' }

describe.each([
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ['a desktop', { viewport: { width: 1280, height: 900 } }],
])('on %s', (_, options) => {
  test('a nurse registers: asked, refused, mended, supplemented while the clocks stand still, decided, rated', async () => {
    const { page, complaints } = await visit(browser, portal.url, '林晓（申请人）', options)
    const desk = await visit(browser, portal.url, '王敏（工作人员）', options)
    await look(page, 'home')
    await page.getByRole('link', { name: '护士执业注册' }).click()
    await page.getByText('看看办理流程').click()
    await drawn(page.getByRole('img', { name: /流程图/ }))
    await look(page, 'service')
    await page.getByRole('button', { name: '开始' }).click()

    // One question a page; where it stands is in the address, what was answered on the server.
    await page.getByText('为什么问').waitFor()
    await look(page, 'question')
    const first = await page.getByRole('heading', { level: 1 }).textContent()
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1')
    // What is missing is told by the page, in its own words, not by the browser in the browser's language.
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('alert').getByText('请').waitFor()
    await look(page, 'question-unanswered')
    await answer(page, NURSE)
    await page.getByRole('heading', { name: '您暂时不符合受理条件' }).waitFor()
    await page.getByText('护理临床实习不满8个月的，请补足后再申请').waitFor()
    expect(await page.getByRole('link', { name: '去传材料' }).count()).toBe(0)
    await look(page, 'result-refused')
    await page.goBack()
    await page.getByRole('button', { name: '下一步' }).waitFor()
    await page.goForward()
    await page.getByRole('link', { name: /修改.*临床实习/ }).click()
    await page.reload()
    await page.getByRole('textbox', { name: /临床实习/ }).fill('九')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('请填写数字').waitFor()
    expect(await page.evaluate('document.activeElement.ariaInvalid')).toBe('true')
    await page.getByRole('textbox', { name: /临床实习/ }).fill('9')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toContain('临床实习')
    await answer(page, NURSE)
    await page.getByRole('heading', { name: '您符合受理条件' }).waitFor()
    await page.getByText('承诺办完').waitFor()
    expect(await page.getByRole('definition').allTextContents()).toContain('6个工作日')
    await look(page, 'result')
    const list = await page.getByRole('link', { name: '打印这份清单' }).getAttribute('href')
    await page.goto(`${portal.url}${list}`)
    await page.getByText('健康体检证明').first().waitFor()
    await look(page, 'checklist')
    await page.goBack()
    expect(first).not.toBe('')

    await page.getByRole('link', { name: '去传材料' }).click()
    const form = page.locator('li', { hasText: '护士执业注册申请审核表' })
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: '申请表.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await form.getByRole('alert').getByText('请另存为这三种格式之一再传').waitFor()
    await look(page, 'materials-refused')
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: '申请表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 1') })
    await form.getByText('已传：申请表.pdf').waitFor()
    await uploadSamples(page)
    await page.getByText('必要的材料齐了').waitFor()
    await look(page, 'materials')
    // No answer, then two clicks at once: one case all the same.
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByRole('alert').getByText('没有收到答复').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '提交申请' }).dblclick()
    await page.getByText('申请已经收到').waitFor()
    await look(page, 'case-received')
    const id = new URL(page.url()).pathname.split('/')[2]

    // Two officers look at the same case; whoever comes second is told what happened.
    const late = await visit(browser, portal.url, '陈立（工作人员）', options)
    await late.page.goto(`${portal.url}/desk/${id}`)
    await late.page.locator('summary', { hasText: '不予受理' }).click()
    await late.page.getByLabel('理由').first().fill('材料不齐')

    // 补正: told at once, the clocks stand still.
    await desk.page.reload()
    await desk.page.getByRole('link', { name: '护士执业注册' }).first().waitFor()
    await look(desk.page, 'desk')
    await desk.page.goto(`${portal.url}/desk/${id}`)
    await look(desk.page, 'desk-case')
    await desk.page.locator('summary', { hasText: '一次告知补正' }).click()
    await desk.page.getByRole('button', { name: '一次告知补正' }).click()
    await desk.page.getByRole('alert').getByText('请勾选缺的、要改的').waitFor()
    await desk.page.getByRole('alert').getByText('请写明哪里要改').waitFor()
    // The identity card is for those who send somebody: it comes under 其他.
    expect(await desk.page.getByRole('checkbox', { name: '申请人居民身份证' }).isVisible()).toBe(false)
    await desk.page.locator('summary', { hasText: '其他' }).click()
    expect(await desk.page.getByRole('checkbox', { name: '申请人居民身份证' }).isVisible()).toBe(true)
    await desk.page.getByRole('checkbox', { name: '健康体检证明', exact: true }).check()
    await desk.page.getByLabel('哪里要改').fill('体检证明没有盖章')
    await desk.page.getByRole('button', { name: '一次告知补正' }).click()
    await desk.page.getByText('等申请人补正。').waitFor()
    await late.page.getByRole('button', { name: '不予受理' }).click()
    await late.page.getByRole('alert').getByText('办件刚刚有了新的进展').waitFor()
    await late.page.getByText('等申请人补正。').waitFor()
    await look(late.page, 'desk-stale')
    await moveClock(desk.page, 5)
    await page.reload()
    await page.getByText('工作人员说：体检证明没有盖章').waitFor()
    await page.getByText('一次告知补正，暂停').first().waitFor()
    expect(await page.locator('.chart .track .pause').count()).toBe(1)
    // The chart begins on the first day that the words count, which is the day after receipt.
    const words = (await page.locator('.clocks').allTextContents()).join()
    const counted = [...words.matchAll(/自(\d+)年(\d+)月(\d+)日起算/g)].map(([, year = '', month = '', day = '']) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )
    expect(counted).not.toEqual([])
    expect(await page.locator('.chart figcaption span').first().textContent()).toBe(counted.sort()[0])
    expect(await page.locator('.chart .legend').textContent()).toContain('暂停')
    await page.getByText('材料（交3份，取1份）').waitFor()
    await look(page, 'case-supplement')
    await uploadSamples(page)
    await page.getByRole('button', { name: '提交补正' }).click()
    await page.getByText('等工作人员受理').waitFor()

    await desk.page.goto(`${portal.url}/desk/${id}`)
    await desk.page.getByRole('button', { name: '受理', exact: true }).waitFor()
    await desk.page.getByRole('button', { name: '受理', exact: true }).click()
    await desk.page.getByRole('alert').getByText('还有2项没有勾选').waitFor()
    await look(desk.page, 'desk-unticked')
    for (const box of await desk.page.getByRole('checkbox', { name: /^符合/ }).all()) await box.check()
    await desk.page.getByRole('button', { name: '受理', exact: true }).click()
    await desk.page.getByRole('button', { name: '办完“审核”' }).waitFor()
    await moveClock(desk.page, 1)
    await page.reload()
    await page.getByText('正在办：审核').first().waitFor()
    await look(page, 'case-accepted')
    await desk.page.getByRole('button', { name: '办完“审核”' }).click()
    await desk.page.getByRole('button', { name: '办完“办结”' }).click()
    await desk.page.getByText('已经办结', { exact: true }).waitFor()

    await page.reload()
    await page.getByRole('heading', { name: '这次办得怎么样？' }).waitFor()
    await look(page, 'case-closed')
    await page.getByRole('radio', { name: '非常满意' }).first().check()
    await page.getByRole('button', { name: '提交评价' }).first().click()
    await page.getByText('您的评价：非常满意').waitFor()
    await look(page, 'case-rated')
    await page.getByRole('link', { name: '我的办件' }).click()
    // There is exactly one: the locator would complain of two.
    await page.getByText(String(id)).waitFor()
    await look(page, 'cases')
    await page.evaluate(
      `for (const each of document.querySelectorAll('h1, h2, .rows a, .chip, .soft')) each.textContent += '很长的名称'.repeat(30) + 'x'.repeat(200)`,
    )
    await look(page, 'long-names')
    await page.goBack()
    await page.getByText('您的评价：非常满意').waitFor()
    await page.evaluate(
      `for (const each of document.querySelectorAll('h1, .next, .name, .chip, .about, .timeline span, summary, li')) each.append('很长的名称'.repeat(30) + 'x'.repeat(200))`,
    )
    expect(await cutOff(page, options.viewport.width)).toEqual([])
    expect([...complaints, ...desk.complaints]).toEqual([])
  })

  test('a child is born: one application for seven matters, until everything is issued', async () => {
    const { page, complaints } = await visit(browser, portal.url, '周远（申请人）', options)
    const desk = await visit(browser, portal.url, '陈立（工作人员）', options)
    // Where there is nothing, the page says so; where there is no page too.
    await page.getByRole('link', { name: '我的办件' }).click()
    await page.getByRole('heading', { name: '我的办件' }).waitFor()
    await look(page, 'cases-before')
    await page.goto(`${portal.url}/cases/19700101-NONE`)
    await page.getByRole('heading', { name: '没有找到' }).waitFor()
    await look(page, 'no-case')
    await desk.page.getByRole('link', { name: '等补正' }).click()
    await desk.page.getByText('没有这样的办件。').waitFor()
    await look(desk.page, 'desk-empty')

    await page.getByRole('link', { name: '我要办事' }).click()
    await page.getByRole('link', { name: '新生儿出生' }).click()
    await page.getByRole('button', { name: '开始' }).click()
    await page.getByText('已答0个问题').waitFor()
    // The first question by keyboard alone.
    const first = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    await page.keyboard.press('Tab')
    await page.keyboard.press(first.includes('社会保障卡') ? 'Space' : 'ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(first)
    await answer(page, { 社会保障卡: '是', 医疗费用: '否' })
    await page.getByRole('link', { name: '去传材料' }).waitFor()
    await look(page, 'bundle-result')
    await page.getByRole('link', { name: '去传材料' }).click()
    await uploadSamples(page)
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('申请已经收到').waitFor()
    const id = new URL(page.url()).pathname.split('/')[2]

    await desk.page.goto(`${portal.url}/desk/${id}`)
    const next = desk.page.getByRole('button', { name: /^(受理|办完)“/ }).first()
    const closed = desk.page.getByText('已经办结', { exact: true })
    for (let step = 0; step < 20; step++) {
      await next.or(closed).first().waitFor()
      if (await closed.isVisible()) break
      if (step === 2) {
        await page.reload()
        await page.getByText('正在办：').first().waitFor()
        await page.getByText('看流程图').click()
        await drawn(page.getByRole('img', { name: /流程图/ }))
        await look(page, 'bundle-case')
      }
      const done = (await next.textContent()) ?? ''
      await next.click()
      await desk.page.getByRole('button', { name: done }).waitFor({ state: 'detached' })
    }
    await page.reload()
    await page
      .getByText(/已经办结，结果：.*社会保障卡/)
      .first()
      .waitFor()
    await page.getByRole('radio', { name: '满意', exact: true }).first().check()
    await page.getByRole('button', { name: '提交评价' }).first().click()
    await page.getByText('您的评价：满意').waitFor()
    expect([...complaints, ...desk.complaints]).toEqual([])
  })
})

/** Waits until a picture is there. */
async function drawn(picture: Locator): Promise<void> {
  await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(100)
}
