import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { compile } from 'zhengwu'
import { createCalendar, decide, newCase, parseInstant, prepareDefinition } from 'zhengwu/engine'
import { explainAdmission, nextQuestion } from 'zhengwu/explain'
import {
  applicationSchema,
  type FormAnswers,
  factsOf,
  formFor,
  formSchema,
  readApplication,
  writeAnswers,
} from 'zhengwu/forms'

const text = readFileSync(new URL('signboard.zw', import.meta.url), 'utf8')
const { matters } = compile([{ uri: 'signboard.zw', text }], { asOf: '2026-11-22' })
const filing = matters.get('户外招牌设置备案')
if (filing === undefined) throw new Error('没有这个事项')
const { matter } = filing

// 填到哪里，还要问什么、交什么。
function show(words: string, answers: FormAnswers): void {
  console.log(words)
  for (const { title, fields } of formFor(matter, answers).sections) {
    const open = fields.filter(({ state }) => state === 'open')
    const names = open.map((field) =>
      field.kind !== 'answer' && field.need === 'possible' ? `${field.name}（还不一定）` : field.name,
    )
    if (names.length > 0) console.log(`  ${title}：${names.join('、')}`)
  }
}

show('一项也没有填：', {})
show('招牌装在墙面：', { facts: { sheZhiWeiZhi: '墙面' } })
show('招牌装在楼顶，12平方米，房屋是租的：', {
  facts: { sheZhiWeiZhi: '楼顶', zhaoPaiMianJi: 12, fangWuWeiZiYou: false },
})

// 填了一半：说一说行不行，下一个问什么。
const known = factsOf(matter, { facts: { sheZhiWeiZhi: '楼顶' } })
console.log('填了一半：', explainAdmission(filing, known).sentence, '下一个问', nextQuestion(filing, known)?.question)

// 提交以前检查：哪一栏，错在哪，怎么改。
const draft = { facts: { sheZhiWeiZhi: '楼顶', zhaoPaiMianJi: '十二', fangWuWeiZiYou: false }, materials: {} }
const checked = formSchema(matter).safeParse(draft)
console.log('检查：')
for (const { path, message } of checked.error?.issues ?? []) console.log(`  ${path.join('.')} ${message}`)

// 给别的语言和工具：JSON Schema。x-ui 是给画表单的工具看的，日期由 pattern 查，都要先告诉 Ajv。
const schema = applicationSchema(matter)
console.log(schema.title, schema.description, schema.$schema)
const ajv = new Ajv2020({ strict: true, allErrors: true })
const validate = ajv.addVocabulary(['x-ui']).addFormat('date', true).compile(schema)
validate(draft)
for (const { instancePath, message } of validate.errors ?? []) console.log(`  ${instancePath} ${message}`)

// 提交：读成办件的命令。
const application = {
  facts: { dianPuMingCheng: '示例小吃店', sheZhiWeiZhi: '墙面', fangWuWeiZiYou: true },
  materials: { xiaoGuoTu: 'sha256:0f3a', fangWuChanQuanZhengMing: 'sha256:77c1' },
}
const read = readApplication(matter, application)
const definition = prepareDefinition(filing)
const at = parseInstant('2026-11-23T09:00:00+08:00')
if (!read.ok || !definition.ok || !at.ok) throw new Error('不能提交')
const submitted = decide(
  definition.value,
  newCase('A1'),
  { kind: 'submit', ...read.value },
  { at: at.value, by: { kind: 'applicant', id: 'applicant-1', roles: [] }, calendar: createCalendar() },
)
if ('refused' in submitted) throw new Error(submitted.refused.message)
console.log('已经提交：', Object.keys(submitted.state.materials).join('、'))

// 反过来：办件里的信息和材料，写成填好的表单。
const again = writeAnswers(matter, read.value.facts, read.value.materials)
console.log('再填一次：', JSON.stringify(again.facts))
