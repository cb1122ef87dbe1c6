import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { createCalendar } from 'zhengwu/calendar'
import { writeGuideJson } from 'zhengwu/exchange/guide-json'
import { compileChecklist, renderGuideHtml, renderGuideMarkdown } from 'zhengwu/guide'

const asOf = '2026-11-22'
const text = readFileSync(new URL('../city/food-operation-permit.zw', import.meta.url), 'utf8')
const permit = compile([{ uri: 'food-operation-permit.zw', text }], { asOf }).matters.get('食品经营许可新办')
if (permit === undefined) throw new Error('没有这个事项')

// 给所有人看的：网页可以直接放到门户上，Markdown 可以贴到公众号、知识库。
const page = renderGuideHtml(permit.matter, { asOf })
const markdown = renderGuideMarkdown(permit.matter, { asOf })
console.log('网页', page.includes('要带什么') ? '有材料' : '没有材料', page.includes('<script') ? '有脚本' : '没有脚本')
console.log('Markdown', markdown.split('\n').filter((line) => line.startsWith('## ')).length, '节')

// 给一个人看的：他选了告知承诺，9月28日来交。
const facts = new Map([['办理方式', { kind: 'option', option: '告知承诺' }]] as const)
const start = { date: '2026-09-28', calendar: createCalendar() }
const mine = compileChecklist(permit, { facts, asOf, start })
for (const { name, required } of mine.materials) console.log('带', required === 'yes' ? name : `${name}（待定）`)
console.log('环节', mine.steps.map(({ name, runs }) => (runs === 'yes' ? name : `${name}（待定）`)).join('、'))
if (mine.promised.kind === 'known') console.log('最晚', mine.promised.due)
for (const { fact, steps } of mine.open) console.log('还要看', fact.name, '决定', steps.join('、'))

// 给系统用的：GB/T 39046-2020 的数据项。没有写的是 null，不猜。
const { basic, limits, materials } = writeGuideJson(permit.matter, { asOf })
console.log('事项类型', basic.type.code, basic.type.value)
console.log('法定办结时限', limits.statutory.value.value, limits.statutory.unit.code)
for (const { name, necessity } of materials)
  console.log('材料', name.value, `${necessity.value}，代码${necessity.code}`)
console.log('通办范围', `${basic.region.value}`)
