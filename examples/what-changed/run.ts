import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { compareMatters } from 'zhengwu/compare'
import { diffCatalogue } from 'zhengwu/diff'
import { renderDiff } from 'zhengwu/render'

const text = readFileSync(new URL('occupation.zw', import.meta.url), 'utf8')
const after = compile([{ uri: '占道.zw', text }], { asOf: '2026-11-22' }).matters.get('占道施工许可')
// 同一个文件里的前一版；两个文件夹的，各编译一次，按名称取。
const before = after?.previous
if (after === undefined || before === undefined) throw new Error('没有两版可比')

// 改了哪些，由 compareMatters 逐句对照；对谁有什么影响，由 diffCatalogue 算。新增的只写 after，没有了的只写 before。
const diff = diffCatalogue([{ before, after, lines: compareMatters(before.matter, after.matter) }])
for (const { name, kind, outcomes } of diff.matters) console.log(name, kind, '影响', outcomes.length, '条')

console.log(renderDiff(diff, { titles: { before: '去年', after: '今年' } }))
