import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer, uploadSamples } from './act.ts'
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

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

test('a page that cannot be fetched says only that, and is tried again where it is', async () => {
  const { page } = await visit(browser, portal.url, '林晓（申请人）', phone)
  await page.context().setOffline(true)
  await page.getByRole('link', { name: '我的办件' }).click()
  await page.getByRole('heading', { name: '连不上服务器' }).waitFor()
  expect(await page.getByText('连不上服务器').count()).toBe(1)
  expect(await page.getByRole('alert').textContent()).not.toContain('重复提交')
  await look(page, 'out-of-reach')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByRole('heading', { name: '我的办件' }).waitFor()
})

test('who rates in a second tab what is rated already is told that this one does not count', async () => {
  const { page } = await visit(browser, portal.url, '林晓（申请人）', phone)
  const desk = await visit(browser, portal.url, '王敏（工作人员）', phone)
  await page.goto(`${portal.url}/services/nurse`)
  await page.getByRole('button', { name: '开始' }).click()
  await page.getByText('为什么问').waitFor()
  await answer(page, { 民事行为能力: '是', 执业资格考试: '是', 临床实习: '9', 委托他人: '否' })
  await page.getByRole('link', { name: '去传材料' }).click()
  await uploadSamples(page)
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByText('申请已经收到').waitFor()
  const id = new URL(page.url()).pathname.split('/')[2]
  await desk.page.goto(`${portal.url}/desk/${id}`)
  await desk.page.getByRole('button', { name: '受理', exact: true }).waitFor()
  for (const box of await desk.page.getByRole('checkbox', { name: /^符合/ }).all()) await box.check()
  await desk.page.getByRole('button', { name: '受理', exact: true }).click()
  await desk.page.getByRole('button', { name: '办完“审核”' }).click()
  await desk.page.getByRole('button', { name: '办完“办结”' }).click()
  await desk.page.getByText('已经办结', { exact: true }).waitFor()

  // The second tab looks no more for what is new by itself.
  const second = await page.context().newPage()
  await second.clock.install()
  for (const tab of [page, second]) {
    await tab.goto(`${portal.url}/cases/${id}`)
    await tab.getByRole('heading', { name: '这次办得怎么样？' }).waitFor()
  }
  // All was done on the day it came: no limit has run, and none is drawn.
  expect(await page.locator('.chart').count()).toBe(0)
  await page.getByRole('radio', { name: '非常满意' }).first().check()
  await page.getByRole('button', { name: '提交评价' }).first().click()
  await page.getByText('您的评价：非常满意').waitFor()
  await second.getByRole('radio', { name: '不满意', exact: true }).first().check()
  await second.getByRole('button', { name: '提交评价' }).first().click()
  await second.getByText('您的评价：非常满意').waitFor()
  await second.getByRole('alert').getByText('您这次的操作没有生效').waitFor()
})
