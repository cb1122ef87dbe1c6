import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from 'zhengwu'
import { createCalendar } from 'zhengwu/calendar'
import { writeMermaid } from 'zhengwu/exchange/mermaid'
import { renderGanttSvg } from 'zhengwu/render'
import { renderFlowSvg } from 'zhengwu/render/flow'

const asOf = '2026-11-22'
const text = readFileSync(new URL('../city/food-operation-permit.zw', import.meta.url), 'utf8')
const permit = compile([{ uri: 'food-operation-permit.zw', text }], { asOf }).matters.get('食品经营许可新办')
if (permit === undefined) throw new Error('没有这个事项')
const { matter, graph } = permit

// 放在网页里：宽屏一张、手机一张；同一页里的图，idPrefix 要不同。
const wide = await renderFlowSvg(matter, { graph, asOf, idPrefix: 'wide' })
const phone = await renderFlowSvg(matter, { graph, asOf, size: 'narrow', idPrefix: 'phone' })
console.log('宽屏', widthOf(wide) > widthOf(phone) ? '宽' : '不宽', '手机', widthOf(phone) <= 400 ? '放得下' : '放不下')

// 一个申请人走的路：这次不走的变成灰色的虚线。
const given = new Map([['办理方式', { kind: 'option', option: '告知承诺' }]] as const)
const mine = await renderFlowSvg(matter, { graph, asOf, given })
console.log('图例', mine.includes('这次走的路') ? '有“这次走的路”' : '没有')

// 跟着办件走：办完的、正在办的，每个环节有几件。
const progress = new Map([
  ['受理', 'done'],
  ['材料审查', 'current'],
] as const)
const board = await renderFlowSvg(matter, { graph, asOf, progress, counts: new Map([['材料审查', 12]]) })
console.log('进度', ['已办完', '正在办', '12件'].filter((word) => board.includes(word)).join('、'))

// 横道图：按工作日，或者按实际日期。
const gantt = renderGanttSvg(matter, { graph, asOf, start: { date: '2026-09-21', calendar: createCalendar() } })
console.log('放假', /放假：([^<。]+)/.exec(gantt)?.[1])

// 贴进维基的文本。
console.log('Mermaid', writeMermaid(matter, { graph }).split('\n').length, '行')

const folder = mkdtempSync(join(tmpdir(), 'zhengwu-flow-'))
writeFileSync(join(folder, '流程图.svg'), wide)
writeFileSync(join(folder, '横道图.svg'), gantt)
console.log('写好了两张图')
rmSync(folder, { recursive: true })

function widthOf(svg: string): number {
  return Number(/ width="(\d+)"/.exec(svg)?.[1])
}
