import { expect, test } from 'vitest'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { NOTICES } from '../../../src/calendar/notices.ts'
import { buildReceipt, hashReceipt } from '../../../src/engine/history/receipt.ts'
import { firstLink, sealEvents } from '../../../src/engine/history/seal-events.ts'
import { verifyHistory } from '../../../src/engine/history/verify-history.ts'
import { area, calendar, compileLicence, define, moment, STORY, tell } from '../../support/engine/licence.ts'

const definition = define(compileLicence())
const { events } = tell(definition, STORY)
const history = sealEvents(firstLink('case-1'), events)
const verified = verifyHistory('case-1', history)
if (!verified.ok) throw new Error(verified.error.message)
const source = { ...verified.value, definition, events: history, calendar, at: moment('2026-10-14 09:00') }
const receipt = buildReceipt(source)

test('a receipt says what was decided on, what came of it and by which rules', () => {
  expect(receipt).toMatchObject({
    schema: 'zw/receipt/1',
    caseId: 'case-1',
    matter: '餐饮许可',
    definition: definition.hash,
    madeAt: '2026-10-14T09:00:00+08:00',
    head: { version: events.length, hash: history.at(-1)?.hash },
    inputs: { facts: area, materials: { 申请书: 'sha256:1', 营业执照: '' } },
    outputs: { status: 'ended', ending: 'closed', outputs: ['餐饮许可证'] },
  })
  const statutory = receipt.clocks.find(({ kind }) => kind === 'statutory')
  expect(statutory?.due?.date).toBe('2026-11-02')
  expect(statutory?.explanation).toContain('国庆节假期7日')
  expect(receipt.trace).toHaveLength(events.length)
  expect(receipt.trace[0]).toEqual({
    seq: 1,
    at: '2026-09-28T09:00:00+08:00',
    kind: 'submitted',
    by: 'applicant:person-1',
    hash: history[0]?.hash,
  })
})

test('it names the notices on days off that its dates rest on, and the years that none settles', () => {
  expect(receipt.calendar).toMatchObject({
    from: '2026-09-28',
    to: '2026-11-03',
    notices: ['2026'],
    unsettledYears: [],
  })
  const without = createCalendar({ notices: NOTICES.filter(({ year }) => year < 2026) })
  const guessed = buildReceipt({ ...source, calendar: without }).calendar
  expect(guessed).toMatchObject({ notices: [], unsettledYears: [2026] })
  expect(guessed.hash).not.toBe(receipt.calendar.hash)
})

test('it is plain JSON whose hash changes with any word of it', () => {
  const read = JSON.parse(JSON.stringify(receipt))
  expect(read).toEqual(receipt)
  expect(hashReceipt(read)).toBe(hashReceipt(receipt))
  expect(hashReceipt({ ...receipt, matter: '别的事项' })).not.toBe(hashReceipt(receipt))
})

test('held against a history that was sealed anew or cut off, it finds that out', () => {
  const forged = events.map((event) => (event.kind === 'rated' ? { ...event, score: 1 } : event))
  const count = events.length
  expect(verifyHistory('case-1', history, receipt.head)).toMatchObject({ ok: true })
  expect(verifyHistory('case-1', sealEvents(firstLink('case-1'), forged), receipt.head)).toMatchObject({
    error: { kind: 'altered', seq: count },
  })
  expect(verifyHistory('case-1', history.slice(0, -1), receipt.head)).toMatchObject({
    error: { kind: 'missing', seq: count },
  })
})
