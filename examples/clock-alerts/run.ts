import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import {
  type Actor,
  alertRuleSchema,
  type CaseState,
  type Command,
  createCalendar,
  decide,
  explainClock,
  newCase,
  type Policy,
  parseInstant,
  prepareDefinition,
  printInstant,
  readClocks,
} from 'zhengwu/engine'

const text = readFileSync(new URL('../case-clocks/permit.zw', import.meta.url), 'utf8')
const permit = compile([{ uri: 'permit.zw', text }]).matters.get('取水许可')
const prepared = permit && prepareDefinition(permit)
if (prepared?.ok !== true) throw new Error(prepared?.error.message ?? '没有这个事项')
const definition = prepared.value
const calendar = createCalendar()

// 督办的规则是数据：总时限还剩5个工作日、环节时限用了一半时亮黄牌，总时限一超期就亮红牌。
const rules: unknown = [
  { scope: 'total', level: 'yellow', when: { kind: 'left', workdays: '5' } },
  { scope: 'step', level: 'yellow', when: { kind: 'used', percent: '50' } },
  { scope: 'total', level: 'red', when: { kind: 'overdue', workdays: '0' } },
]
const policy: Policy = { alerts: alertRuleSchema.array().parse(rules), mostReturns: 3 }

function moment(time: string): number {
  const at = parseInstant(`${time}:00+08:00`)
  if (!at.ok) throw new Error(at.error.message)
  return at.value
}

const LEVELS = { yellow: '黄牌', red: '红牌' }
let state: CaseState | undefined

function act(time: string, by: Actor, command: Command) {
  const context = { at: moment(time), by, calendar, policy }
  const decision = decide(definition, state ?? newCase('2026-000008'), command, context)
  if (decision.refused !== undefined) throw new Error(decision.refused.message)
  state = decision.state
  const readings = readClocks(definition, decision.state, calendar, context.at, policy)
  for (const event of decision.events) {
    const at = printInstant(event.at).slice(0, 16)
    if (event.kind === 'accepted')
      console.log(at, event.how === 'deemed' ? '视为受理，受理之日' : '受理', event.acceptedOn)
    if (event.kind !== 'alerted') continue
    const label = readings.find(({ id }) => id === event.clock)?.label
    console.log(at, LEVELS[event.level], `${label}，${event.dueOn}到期`)
  }
}

const applicant: Actor = { kind: 'applicant', id: 'applicant-1', roles: [] }
const system: Actor = { kind: 'system', id: 'system', roles: [] }

// 9月21日收到申请，谁也没有告知补正；直到11月20日才有人来看这个件。
act('2026-09-21T10:00', applicant, { kind: 'submit', materials: [{ name: '取水许可申请书' }] })
act('2026-11-20T09:00', system, { kind: 'tick' })

if (state !== undefined) {
  for (const reading of readClocks(definition, state, calendar, moment('2026-11-20T09:00'), policy)) {
    console.log(`${explainClock(reading, calendar)}${reading.overdue ? '【超期】' : ''}`)
  }
}
