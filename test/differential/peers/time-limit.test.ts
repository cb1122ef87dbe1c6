import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as bpmn from '../../support/peers/bpmn-limit.ts'
import * as xstate from '../../support/peers/xstate-limit.ts'

const DAY = 86_400_000

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
