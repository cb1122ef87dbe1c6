import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { createCalendar, explainClock, parseInstant, verifyHistory } from 'zhengwu/engine'
import { type Actor, type Answer, openEngine } from 'zhengwu/runner'

const text = readFileSync(new URL('../quick-start/permit.zw', import.meta.url), 'utf8')
const { matters } = compile([{ uri: 'permit.zw', text }])

// 示例里的时间写死，打印的内容才每次一样；真的系统不写 now 和 pollEvery。
let clock = 0
const engine = await openEngine({
  store: 'memory:', // 存在文件里写 sqlite:cases.db，存在 PostgreSQL 里写 postgres://…
  definitions: matters.values(),
  services: {
    dataSharing: async ({ key, data }) => {
      console.log('取件', `${key.caseId} 第${key.seq}件事`, data['material'])
      return { outcome: 'done', materials: [{ name: String(data['material']), reference: 'sha256:…' }] }
    },
  },
  now: () => clock,
  pollEvery: false,
})
engine.subscribe('短信', ({ event }) => console.log('短信', event.seq, event.kind), {
  kinds: ['accepted', 'closed'],
})

const applicant: Actor = { kind: 'applicant', id: 'company-7', roles: [] }
const officer: Actor = { kind: 'staff', id: 'officer-3', roles: [] }

async function at(time: string, send: () => Promise<Answer>): Promise<Answer> {
  const instant = parseInstant(`${time}:00+08:00`)
  if (!instant.ok) throw new Error(instant.error.message)
  clock = instant.value
  const answer = await send()
  if (answer.kind === 'refused') console.log('不办', answer.refusal.code, answer.refusal.message)
  await engine.deliver()
  return answer
}

const submit = {
  matter: '劳务派遣经营许可',
  by: applicant,
  command: { kind: 'submit', materials: [{ name: '劳务派遣经营许可申请书' }] },
  idempotencyKey: 'form-20260928-1',
} as const
const caseId = '2026-000001'

// 网络断了再发一次：请求编号不变，得到第一次的答复，不会多一个办件。
await at('2026-09-28T09:00', () => engine.dispatch({ ...submit, caseId }))
const again = await at('2026-09-28T09:01', () => engine.dispatch({ ...submit, caseId }))
console.log('重发', again.kind, again.kind === 'done' && again.repeated)

// 两个人同时看着第4版：先到的办，后到的知道办件已经变了。
const accept = { caseId, by: officer, command: { kind: 'accept' }, expectedVersion: 4 } as const
await at('2026-09-28T10:00', () => engine.dispatch(accept))
await at('2026-09-28T10:00', () => engine.dispatch(accept))

const view = await engine.read(caseId)
if (!view.ok) throw new Error(view.error.message)
const { clocks, enabled } = view.value
for (const reading of clocks) if (reading.kind === 'statutory') console.log(explainClock(reading, createCalendar()))
console.log(
  '可以办',
  enabled.flatMap(({ command, step }) => (command === 'startStep' ? [`${command} ${step}`] : [])).join('、'),
)

const steps = ['材料审查', '现场核查', '决定', '制证送达']
for (const [index, step] of steps.entries()) {
  await at(`2026-10-${12 + index}T09:00`, () =>
    engine.dispatch({ caseId, by: officer, command: { kind: 'completeStep', step } }),
  )
}

// 凭证记着最后一件事的指纹：拿它核对，历史被改过、截断过都看得出来。
const receipt = await engine.receipt(caseId)
const closed = await engine.read(caseId)
if (!receipt.ok || !closed.ok) throw new Error('读不出来')
console.log('凭证', receipt.value.trace.length, '件事', receipt.value.outputs.outputs.join('、'))
console.log('核验', verifyHistory(caseId, closed.value.history, receipt.value.head).ok)
const cut = verifyHistory(caseId, closed.value.history.slice(0, -1), receipt.value.head)
if (!cut.ok) console.log('截断', cut.error.message)
await engine.stop()
