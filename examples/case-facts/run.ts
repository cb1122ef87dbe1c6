import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { prepareDefinition, readFacts } from 'zhengwu/engine'
import { type Actor, openEngine } from 'zhengwu/runner'

const text = readFileSync(new URL('../engine-http/shop-permit.zw', import.meta.url), 'utf8')
const permit = compile([{ uri: 'shop-permit.zw', text }]).matters.get('小餐饮经营许可')
const prepared = permit && prepareDefinition(permit)
if (prepared?.ok !== true) throw new Error(prepared?.error.message ?? '没有这个事项')
const definition = prepared.value

const engine = await openEngine({
  store: 'memory:',
  definitions: [definition],
  now: () => Date.parse('2026-09-28T09:00:00+08:00'),
  pollEvery: false,
})
const applicant: Actor = { kind: 'applicant', id: 'person-1', roles: [] }
const staff = (role: string): Actor => ({ kind: 'staff', id: 'staff-1', roles: [role] })

// 表单交来的是普通的数、文字、是否；readFacts 按事项读成信息的值，读不成的说出是哪一项。
const wrong = readFacts(definition, { 经营面积: '很大' })
if (!wrong.ok) console.log('表单', wrong.error.field, wrong.error.message)
const facts = readFacts(definition, { 经营面积: 30 })
if (!facts.ok) throw new Error(facts.error.message)

const submitted = await engine.dispatch({
  matter: '小餐饮经营许可', // 只有提交才写：新的办件办哪个事项
  by: applicant,
  command: { kind: 'submit', facts: facts.value, materials: [{ name: '申请书' }, { name: '健康证明' }] },
})
if (submitted.kind === 'refused') throw new Error(submitted.refusal.message)
const { caseId } = submitted

// 以后的命令只写办件编号：它办哪个事项、哪一版，历史里有。
await engine.dispatch({ caseId, by: staff('窗口人员'), command: { kind: 'accept' } })
await engine.dispatch({ caseId, by: staff('核查人员'), command: { kind: 'completeStep', step: '现场核查' } })

const view = await engine.read(caseId)
if (!view.ok) throw new Error(view.error.message)
console.log('填过', JSON.stringify(view.value.state.facts))
for (const { command, step, role, facts: asked } of view.value.enabled) {
  if (command === 'completeStep') console.log('可以办', role, command, step, '要填', asked?.join('、'))
}

// 环节要填的信息随完成环节的命令一起交。
const opinion = readFacts(view.value.definition, { 审查结论: '通过' })
if (!opinion.ok) throw new Error(opinion.error.message)
const decided = await engine.dispatch({
  caseId,
  by: staff('审批人员'),
  command: { kind: 'completeStep', step: '决定', facts: opinion.value },
})
if (decided.kind === 'done') console.log('办了', decided.events.map(({ kind }) => kind).join('、'))
await engine.stop()
