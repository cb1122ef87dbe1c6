import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import type { Actor } from '../../../src/engine/actor.ts'
import type { Command } from '../../../src/engine/command.ts'
import type { Engine } from '../../../src/runner/engine.ts'
import { openEngine } from '../../../src/runner/open-engine.ts'
import { calendar } from '../../support/calendar-text.ts'
import * as bpmn from '../../support/peers/bpmn-limit.ts'
import * as xstate from '../../support/peers/xstate-limit.ts'
import { slowAddWorkdays, slowCountWorkdays } from '../../support/slow-calendar.ts'

const DAY = 86_400_000
const APPLICANT: Actor = { kind: 'applicant', id: 'person-1', roles: [] }
const STAFF: Actor = { kind: 'staff', id: 'staff-1', roles: ['审批人员'] }
const TEXT = `事项：长期限许可
事项类型：行政许可
办理环节：
  环节：受理
    角色：审批人员
    时限：1个工作日
  环节：决定
    角色：审批人员
    时限：19个工作日
    产出：许可证
特别程序：专家评审
  时限：30个工作日
  计时：不计入
法定时限：20个工作日
承诺时限：20个工作日
结果：许可证
`
const MATTER = [...compile([{ uri: 'limit.zw', text: TEXT }]).matters.values()][0] ?? fail()

/** Nine in the morning in Beijing. */
const at = (date: string) => Date.parse(`${date}T09:00:00+08:00`)

function fail(): never {
  throw new Error('the matter does not compile')
}

/**
 * A licence accepted on 28 September 2026: 20 working days across National Day, an expert review of 12 working days that does
 * not count, and the process restarted in the middle of it.
 */
describe('zhengwu and the same limit', () => {
  it('ends on the day that a calendar walked by hand gives, restart or not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhengwu-limit-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const store = `sqlite:${join(folder, 'cases.db')}`
    const { accepted, begun, ended } = {
      accepted: '2026-09-28',
      begun: '2026-10-12',
      ended: slowAddWorkdays('2026-10-12', 12),
    }
    let now = at(accepted)
    const open = () => openEngine({ store, definitions: [MATTER], calendar, now: () => now, pollEvery: false })
    const tell = async (engine: Engine, command: Command, by: Actor = STAFF) => {
      const answer = await engine.dispatch({ caseId: 'case-1', matter: '长期限许可', by, command })
      if (answer.kind === 'refused') throw new Error(answer.refusal.message)
    }
    let engine = await open()
    await tell(engine, { kind: 'submit' }, APPLICANT)
    await tell(engine, { kind: 'accept' })
    now = at(begun)
    await tell(engine, { kind: 'startProcedure', procedure: '专家评审' })
    await engine.stop()

    engine = await open()
    now = at(ended)
    await tell(engine, { kind: 'endProcedure', procedure: '专家评审' })
    const read = await engine.read('case-1')
    await engine.stop()
    const limit = read.ok ? read.value.clocks.find(({ kind }) => kind === 'statutory') : undefined
    // Seven days off in between; six working days were used before the review, fourteen are left after it.
    const used = slowCountWorkdays(accepted, begun)
    expect(limit?.due?.date).toBe(slowAddWorkdays(ended, 20 - used))
    expect(limit).toMatchObject({ used: { unit: 'workday', amount: String(used) }, overdue: false })
    expect(limit?.due?.date).toBe('2026-11-17')
  })
})

/** What other engines make of a time limit, recorded as facts about these versions; newer ones may do better. */
describe('xstate 5.33 and time limits', () => {
  it('is the version that these facts are about', () => expect(versionOf('xstate')).toMatch(/^5\.33\./))

  it('starts a suspended limit anew: 20 days, suspended after 10 for 12, end after 42 instead of 32', () => {
    expect(xstate.overdueAfterSuspension(20, 10, 12)).toBe(42)
  })

  it('forgets the limit when the process restarts', () => {
    expect(xstate.overdueAfterRestart(20, 10)).toBeUndefined()
  })

  it('fires a limit of 30 days at once', async () => {
    expect(await xstate.isOverdueAtOnce(20)).toBe(false)
    expect(await xstate.isOverdueAtOnce(30)).toBe(true)
  })
})

describe('bpmn-engine 25.0 and time limits', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 8, 28) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const passOneDay = () => vi.advanceTimersByTimeAsync(DAY)

  it('is the version that these facts are about', () => expect(versionOf('bpmn-engine')).toMatch(/^25\.0\./))

  it('keeps a limit of 20 days', async () => {
    expect(await bpmn.overdueAfter(20, passOneDay)).toBe(20)
  })

  it('goes on counting while it is stopped, so a suspension of 12 days is not left out', async () => {
    expect(await bpmn.overdueAfterRestart(20, { stopAt: 5, stoppedFor: 12 }, passOneDay)).toBe(20)
  })

  it('never fires a limit of 30 days', async () => {
    expect(await bpmn.overdueAfter(30, passOneDay)).toBeUndefined()
  })
})

function versionOf(name: string): string {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(`node_modules/${name}/package.json`, 'utf8'),
  )
  return version
}
