import { expect, test } from 'vitest'
import { CIVIL_CODE } from '../../src/calendar/profiles.ts'
import { type Clock, clockId, PLAIN_CLOCK } from '../../src/engine/clocks/clock.ts'
import { describeEvent } from '../../src/engine/describe-event.ts'
import { moment, SYSTEM } from './case/walk.ts'

const start = moment('2026-09-28 10:20')
const extension = { name: '延长', at: start }

test.each<[Partial<Clock>, string]>([
  [{ kind: 'statutory' }, '法定时限黄色预警：2026-10-30到期'],
  [{ kind: 'statutory', extensions: [extension, extension] }, '法定时限黄色预警：2026-10-30到期'],
  [{ kind: 'step', name: '现场核查' }, '“现场核查”时限黄色预警：2026-10-30到期'],
  [{ kind: 'procedure', name: '检验/检测' }, '“检验/检测”时限黄色预警：2026-10-30到期'],
])('an alert names its clock: %o', (parts, words) => {
  const clock: Clock = {
    ...PLAIN_CLOCK,
    kind: 'notice',
    limit: undefined,
    profile: CIVIL_CODE,
    start,
    stop: undefined,
    ...parts,
  }
  const about = { v: 1, seq: 9, at: start, by: SYSTEM } as const
  const alerted = { ...about, kind: 'alerted', level: 'yellow', dueOn: '2026-10-30', clock: clockId(clock) } as const
  expect(describeEvent(alerted)).toBe(words)
})
