import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { explainAdmission, failingReasons, outlookFor, prepareQuestions, smallestChanges } from 'zhengwu/explain'

const text = readFileSync(new URL('stall.zw', import.meta.url), 'utf8')
const stall = compile([{ uri: 'stall.zw', text }], { asOf: '2026-11-22' }).matters.get('食品摊贩登记')
if (stall === undefined) throw new Error('没有这个事项')

// 一步一步问：只问会影响结果的
const { next } = prepareQuestions(stall)
const answers = new Map([
  ['在划定区域内', { kind: 'boolean', value: true }],
  ['距学校距离', { kind: 'number', amount: '60' }],
] as const)
const facts = new Map<string, { kind: 'boolean'; value: boolean } | { kind: 'number'; amount: string }>()
for (let question = next(facts); question !== undefined; question = next(facts)) {
  const answer = [...answers].find(([name]) => name === question?.fact.name)?.[1]
  if (answer === undefined) break
  console.log('问', question.question, '答', answer.kind === 'number' ? answer.amount : answer.value ? '是' : '否')
  facts.set(question.fact.name, answer)
}

const { sentence, requirements } = explainAdmission(stall, facts)
console.log(sentence)
for (const { rule } of requirements) if (rule !== undefined) console.log(' ', rule.sentence)
for (const reason of failingReasons(stall, facts).reasons) console.log('为什么不行', reason.sentence)
for (const remedy of smallestChanges(stall, facts).remedies) console.log('怎样才行', remedy.sentence)

const { materials, steps, trips } = outlookFor(stall, new Map())
console.log('什么都还不知道时：材料', materials.count.min, '到', materials.count.max, '份')
for (const { item, dependsOn } of steps.open) console.log('  走不走', item, '要看', dependsOn.join('、'))
console.log('  跑', trips, '次')
