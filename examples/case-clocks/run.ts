import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import {
  type Actor,
  type CaseEvent,
  type Command,
  createCalendar,
  decide,
  due,
  enabled,
  explainClock,
  newCase,
  nextWake,
  parseInstant,
  prepareDefinition,
  printInstant,
  readClocks,
  replay,
} from 'zhengwu/engine'

const text = readFileSync(new URL('permit.zw', import.meta.url), 'utf8')
const permit = compile([{ uri: 'permit.zw', text }]).matters.get('取水许可')
const prepared = permit && prepareDefinition(permit)
if (prepared?.ok !== true) throw new Error(prepared?.error.message ?? '没有这个事项')
const definition = prepared.value
const calendar = createCalendar()
const history: CaseEvent[] = []

function moment(time: string): number {
  const at = parseInstant(`${time}:00+08:00`)
  if (!at.ok) throw new Error(at.error.message)
  return at.value
}

function act(time: string, role: string, command: Command) {
  const by: Actor = { kind: role === '申请人' ? 'applicant' : 'staff', id: 'someone-1', roles: [role] }
  const before = history.length === 0 ? newCase('2026-000007') : replay('2026-000007', history)
  const decision = decide(definition, before, command, { at: moment(time), by, calendar })
  if (decision.refused !== undefined) throw new Error(decision.refused.message)
  history.push(...decision.events)
}

act('2026-09-28T10:00', '申请人', { kind: 'submit', materials: [{ name: '取水许可申请书' }] })
act('2026-09-28T15:00', '窗口人员', { kind: 'accept' })
act('2026-10-12T09:00', '水资源管理人员', { kind: 'startProcedure', procedure: '专家评审' })
act('2026-10-27T17:00', '水资源管理人员', { kind: 'endProcedure', procedure: '专家评审' })

// 状态由历史重放得出；历史是普通的JSON，存在哪里都行。
const state = replay('2026-000007', JSON.parse(JSON.stringify(history)))
const now = moment('2026-10-28T09:00')
for (const reading of readClocks(definition, state, calendar, now)) {
  if (reading.state !== 'stopped') console.log(explainClock(reading, calendar))
}
for (const { label, date, provisional } of due(definition, state, calendar)) {
  console.log('到期', date, provisional === undefined ? label : `${label}（暂定）`)
}
const wake = nextWake(definition, state, calendar)
console.log('下次再看', wake === undefined ? '不用' : printInstant(wake))

for (const { command, role, step, procedure } of enabled(definition, state)) {
  const about = step ?? procedure
  if (role === '水资源管理人员') console.log(`${role}可以`, about === undefined ? command : `${command} ${about}`)
}
