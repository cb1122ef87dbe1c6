import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import {
  type Actor,
  type CaseEvent,
  type CaseState,
  type Command,
  createCalendar,
  decide,
  describeEvent,
  type NewCase,
  newCase,
  parseCommand,
  parseInstant,
  prepareDefinition,
  printInstant,
  readFacts,
} from 'zhengwu/engine'

const files = ['full-matter.zw', 'shared-library.zw', 'work-calendar.zw']
const sources = files.map((uri) => ({
  uri,
  text: readFileSync(new URL(`../language/${uri}`, import.meta.url), 'utf8'),
}))
const { matters, diagnostics } = compile(sources)
const mistakes = diagnostics.filter(({ severity }) => severity === 'error')
if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join('\n'))
const permit = matters.get('食品经营许可（餐饮服务）新办')
const prepared = permit && prepareDefinition(permit)
if (prepared?.ok !== true) throw new Error(prepared?.error.message ?? '没有这个事项')
const definition = prepared.value

const calendar = createCalendar()
let state: CaseState | NewCase = newCase('2025-000001')
const history: CaseEvent[] = []

/** 谁在什么时候要办什么；成了就印出发生的事，没成就印出为什么。 */
function act(time: string, by: Actor, command: Command) {
  const at = parseInstant(`${time}:00+08:00`)
  if (!at.ok) throw new Error(at.error.message)
  const decision = decide(definition, state, command, { at: at.value, by, calendar })
  if (decision.refused !== undefined) {
    console.log(`${time} 没有办成：${decision.refused.message}。${decision.refused.help}`)
    return
  }
  state = decision.state
  history.push(...decision.events)
  for (const event of decision.events) {
    const words = describeEvent(event)
    if (words !== '') console.log(printInstant(event.at).slice(0, 16), event.kind.padEnd(16), words)
  }
}

const applicant: Actor = { kind: 'applicant', id: 'applicant-1', roles: [] }
const staff = (role: string): Actor => ({ kind: 'staff', id: 'staff-1', roles: [role] })
const system: Actor = { kind: 'system', id: 'system', roles: [] }

const facts = readFacts(definition, {
  主体业态: '餐饮服务经营',
  经营面积: 60,
  仅销售预包装食品: false,
  自制高风险食品: false,
})
if (!facts.ok) throw new Error(facts.error.message)
const rules = { name: '食品安全自查、从业人员健康管理、进货查验记录等保证食品安全的规章制度' }
const materials = [{ name: '食品经营许可申请书', reference: 'sha256:9c1f' }, { name: '房屋租赁合同' }, rules]

act('2025-03-03T09:00', applicant, { kind: 'submit', facts: facts.value, materials })
act('2025-03-03T09:10', staff('综合窗口人员'), { kind: 'accept' })
for (const { seq } of history.filter(({ kind }) => kind === 'serviceRequested')) {
  act('2025-03-03T09:12', system, { kind: 'answerService', request: seq, outcome: 'done' })
}
act('2025-03-03T09:20', staff('综合窗口人员'), { kind: 'accept' })
act('2025-03-05T16:00', staff('审查人员'), { kind: 'completeStep', step: '材料审查', outcome: '通过' })
act('2025-03-06T10:00', staff('审批负责人'), { kind: 'completeStep', step: '决定', outcome: '通过' })
act('2025-03-06T15:00', staff('出证窗口人员'), { kind: 'completeStep', step: '制证送达' })

// 外面来的命令先读一遍：格式不对的，说出是哪一项。
const read = parseCommand({ kind: 'rate', score: '五星' })
console.log(read.ok ? '读懂了' : `${read.error.field}：${read.error.message}`)
act('2025-03-07T08:00', applicant, { kind: 'rate', score: 5 })
