import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ask, keyed, pdf, signIn } from './http.ts'
import { type OpenPortal, openPortal } from './open-portal.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

const FILES = ['护士执业注册申请审核表', '护理或者助产专业学历证书', '健康体检证明']

/** A draft with every question answered and every document there. */
async function fillDraft(ask: Ask): Promise<string> {
  let { told } = await ask('POST', '/drafts', { service: 'nurse' })
  const { id } = told
  while (told.next !== null) {
    const field = told.fields.find((each: { id: string }) => each.id === told.next.id)
    const value = field.widget === 'number' ? 9 : !field.label.includes('委托')
    told = (await ask('PUT', `/drafts/${id}/answers`, { id: field.id, value })).told
  }
  for (const name of FILES) await ask('PUT', `/drafts/${id}/files/${encodeURIComponent(name)}`, pdf(name))
  return id
}

async function submitCase(ask: Ask): Promise<string> {
  const id = await fillDraft(ask)
  expect((await ask('POST', `/drafts/${id}/submit`, undefined, keyed(id))).status).toBe(201)
  return id
}

/** 开办餐饮店: several matters in one, every question answered, every document there. */
async function submitBundle(ask: Ask): Promise<string> {
  let { told } = await ask('POST', '/drafts', { service: 'restaurant' })
  const { id } = told
  while (told.next !== null) {
    ;({ told } = await ask('PUT', `/drafts/${id}/answers`, { id: told.next.id, value: false }))
  }
  for (const { name } of told.materials) await ask('PUT', `/drafts/${id}/files/${encodeURIComponent(name)}`, pdf(name))
  expect((await ask('POST', `/drafts/${id}/submit`, undefined, keyed(id))).status).toBe(201)
  return id
}

describe('an application', () => {
  test('is submitted once, however often it is sent', async () => {
    const ask = await signIn(portal.url, 'applicant-1')
    const id = await fillDraft(ask)
    const sent = await Promise.all(
      ['a', 'a', 'b'].map((key) => ask('POST', `/drafts/${id}/submit`, undefined, keyed(key))),
    )
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201])
    const { told } = await ask('GET', '/cases')
    expect(told.cases.filter((each: { id: string }) => each.id === id)).toHaveLength(1)
    expect((await ask('GET', `/cases/${id}`)).told.timeline).toHaveLength(1)
  })

  test('is not taken while something is missing, wrong or not admitted; each answer says what to do', async () => {
    const ask = await signIn(portal.url, 'applicant-1')
    const { told } = await ask('POST', '/drafts', { service: 'nurse' })
    const early = await ask('POST', `/drafts/${told.id}/submit`, undefined, keyed('early'))
    expect(early).toMatchObject({ status: 422, type: 'application/problem+json', told: { title: '填写的内容不对' } })
    expect(early.told.detail).toContain('还没有')
    const months = told.fields.find(({ widget }: { widget: string }) => widget === 'number')
    const wrong = await ask('PUT', `/drafts/${told.id}/answers`, { id: months.id, value: '很久' })
    expect(wrong).toMatchObject({ status: 422, told: { field: months.id } })
    expect(wrong.told.help).toContain('请填')
    const few = await ask('PUT', `/drafts/${told.id}/answers`, { id: months.id, value: 3 })
    expect(few.told.admission.verdict).toBe('no')
    expect(few.told.changes).toHaveLength(1)
    const refused = await ask('POST', `/drafts/${told.id}/submit`, undefined, keyed('few'))
    expect(refused).toMatchObject({ status: 422, told: { detail: '照您的回答，不符合受理条件' } })
    const text = new FormData()
    text.set('file', new File(['MZ'], '体检.pdf'))
    expect(await ask('PUT', `/drafts/${told.id}/files/${encodeURIComponent('健康体检证明')}`, text)).toMatchObject({
      status: 415,
      told: { detail: '这个文件不是PDF、PNG或者JPG' },
    })
    expect(await ask('PUT', `/drafts/${told.id}/files/${encodeURIComponent('没有的材料')}`, pdf(''))).toMatchObject({
      status: 422,
    })
    expect(await ask('POST', `/drafts/${told.id}/submit`)).toMatchObject({ status: 428 })
  })

  test('is not taken from the page of another site', async () => {
    const ask = await signIn(portal.url, 'applicant-1')
    const id = await fillDraft(ask)
    const forged = await ask('POST', `/drafts/${id}/submit`, undefined, {
      ...keyed('x'),
      origin: 'https://other.example',
    })
    expect(forged).toMatchObject({ status: 403, told: { detail: '请求不是从这个网站的页面来的' } })
  })

  test('is nobody else’s to see', async () => {
    const ask = await signIn(portal.url, 'applicant-1')
    const id = await submitCase(ask)
    const neighbour = await signIn(portal.url, 'applicant-2')
    for (const path of [`/drafts/${id}`, `/cases/${id}`, `/cases/${id}/files/${encodeURIComponent('健康体检证明')}`]) {
      expect((await neighbour('GET', path)).status).toBe(404)
    }
    expect((await neighbour('GET', '/cases')).told).toEqual({ drafts: [], cases: [] })
    expect((await ask('GET', '/desk')).status).toBe(403)
    expect((await fetch(`${portal.url}/api/cases`)).status).toBe(401)
  })
})

test('of two officers who act at once the second is told what happened, and nothing is done', async () => {
  const applicant = await signIn(portal.url, 'applicant-1')
  const id = await submitCase(applicant)
  const [first, second] = [await signIn(portal.url, 'staff-1'), await signIn(portal.url, 'staff-2')]
  const { version } = (await first('GET', `/desk/${id}`)).told
  const command = { kind: 'requestSupplement', missing: ['健康体检证明'], reason: '没有盖章' }
  expect((await first('POST', `/desk/${id}/commands`, command, keyed('one', version))).status).toBe(200)
  const late = await second(
    'POST',
    `/desk/${id}/commands`,
    { kind: 'refuse', reason: '材料不齐' },
    keyed('two', version),
  )
  expect(late).toMatchObject({
    status: 409,
    told: { type: 'urn:zhengwu:refusal:stale-version', title: '办件刚刚有了新的进展' },
  })
  expect((await second('GET', `/desk/${id}`)).told.status).toBe('supplementing')
})

test('after a restart everything is where it was: drafts, files, cases, the clock', async () => {
  const ask = await signIn(portal.url, 'applicant-2')
  const draft = await fillDraft(ask)
  const id = await submitCase(ask)
  const before = (await ask('POST', '/session/clock', { days: 30 })).told.now.slice(0, 10)
  expect(before).toBe('2026-10-14')
  await portal.restart()
  const { told } = await ask('GET', '/cases')
  expect(told.drafts.map((each: { id: string }) => each.id)).toContain(draft)
  expect((await ask('GET', `/drafts/${draft}`)).told.uploads).toHaveLength(FILES.length)
  expect((await ask('GET', '/session')).told.now.slice(0, 10)).toBe(before)
  // Nobody told the applicant anything for five workdays: by law the case counts as accepted.
  const shown = (await ask('GET', `/cases/${id}`)).told
  expect(shown.status).toBe('accepted')
  expect(shown.timeline.map(({ words }: { words: string }) => words).join()).toContain('视为受理')
  expect((await ask('POST', `/drafts/${draft}/submit`, undefined, keyed('later'))).status).toBe(201)
})

test('a bundle too can be told what is missing, once; and counts as accepted when nobody says anything for five workdays', async () => {
  const [applicant, desk] = [await signIn(portal.url, 'applicant-1'), await signIn(portal.url, 'staff-1')]
  const [told, silent] = [await submitBundle(applicant), await submitBundle(applicant)]
  const { version, actions } = (await desk('GET', `/desk/${told}`)).told
  const request = actions.find(({ kind }: { kind: string }) => kind === 'requestSupplement')
  const [{ name }] = request.missing.filter(({ applies }: { applies: boolean }) => applies)
  const command = { kind: 'requestSupplement', name: request.name, missing: [name], reason: '没有签名' }
  expect(await desk('POST', `/desk/${told}/commands`, command, keyed('tell', version))).toMatchObject({ status: 200 })
  const shown = (await applicant('GET', `/cases/${told}`)).told
  expect(shown).toMatchObject({ status: 'supplementing', supplement: { materials: [name] } })
  await applicant('PUT', `/cases/${told}/files/${encodeURIComponent(name)}`, pdf('签过名'))
  const given = await applicant('POST', `/cases/${told}/supplement`, { answers: {} }, keyed('give', shown.version))
  expect(given).toMatchObject({ status: 200, told: { status: 'received' } })
  const notice = (await applicant('GET', `/cases/${silent}`)).told.clocks.find(
    ({ kind }: { kind: string }) => kind === 'notice',
  )
  expect(notice.explanation).toContain('5个工作日')
  await applicant('POST', '/session/clock', { days: 30 })
  const late = (await applicant('GET', `/cases/${silent}`)).told
  expect(late.timeline.map(({ words }: { words: string }) => words).join()).toContain('视为受理')
})

test('what is due today is said to be due today, and a clock begins on the first day that counts', async () => {
  const ask = await signIn(portal.url, 'applicant-2')
  const id = await submitCase(ask)
  const noticeOf = async () => {
    const { clocks } = (await ask('GET', `/cases/${id}`)).told
    return clocks.find(({ kind }: { kind: string }) => kind === 'notice')
  }
  const before = await noticeOf()
  const [year, month, day] = before.first.split('-').map(Number)
  expect(before.explanation).toContain(`自${year}年${month}月${day}日起算`)
  expect(before.left).toBe('还剩5个工作日')
  for (let moved = 0; moved < 20 && (await ask('GET', '/session')).told.now.slice(0, 10) < before.due; moved++) {
    await ask('POST', '/session/clock', { days: 1 })
  }
  expect(await noticeOf()).toMatchObject({ left: '今天办完', overdue: false })
})

test('what may come later is asked for with a date, and taken; who does not want it any more withdraws', async () => {
  const ask = await signIn(portal.url, 'applicant-1')
  const desk = await signIn(portal.url, 'staff-1')
  let { told } = await ask('POST', '/drafts', { service: 'food' })
  const { id } = told
  ;({ told } = await ask('PUT', `/drafts/${id}/answers`, { id: told.next.id, value: '一般程序' }))
  const needs = told.materials.map(({ name, need }: { name: string; need: string }) => [need, name])
  const later = needs.find(([need]: readonly string[]) => need === 'deferrable')[1]
  for (const [need, name] of needs) {
    if (need === 'required') await ask('PUT', `/drafts/${id}/files/${encodeURIComponent(name)}`, pdf(name))
  }
  expect((await ask('POST', `/drafts/${id}/submit`, undefined, keyed(id))).status).toBe(201)
  await expect.poll(async () => (await desk('GET', `/desk/${id}`)).told.actions[0].waitsFor).toEqual([])
  const { version, actions } = (await desk('GET', `/desk/${id}`)).told
  const accept = actions.find(({ kind }: { kind: string }) => kind === 'accept')
  const accepted = await desk(
    'POST',
    `/desk/${id}/commands`,
    {
      kind: 'accept',
      facts: { 需要核查经营条件: false },
      judgements: Object.fromEntries(
        accept.judgements.map(({ condition }: { condition: string }) => [condition, true]),
      ),
    },
    keyed('accept', version),
  )
  expect(accepted.status).toBe(200)
  const shown = (await ask('GET', `/cases/${id}`)).told
  expect(shown.late).toMatchObject({ isDue: true, fresh: [] })
  expect(shown.clocks.find(({ kind }: { kind: string }) => kind === 'deferral').due).not.toBeNull()
  expect((await ask('POST', `/cases/${id}/materials`, undefined, keyed('early', shown.version))).status).toBe(422)
  await ask('PUT', `/cases/${id}/files/${encodeURIComponent(later)}`, pdf(later))
  const given = await ask('POST', `/cases/${id}/materials`, undefined, keyed('late', shown.version))
  expect(given).toMatchObject({ status: 200, told: { late: { isDue: false } } })
  const withdrawn = await ask('POST', `/cases/${id}/withdraw`, undefined, keyed('away', given.told.version))
  expect(withdrawn.told).toMatchObject({ statusWords: '已经撤回', canWithdraw: false })
  const early = await ask('POST', `/cases/${id}/rating`, { score: 6 }, keyed('rate', withdrawn.told.version))
  expect(early.status).toBe(422)
})
