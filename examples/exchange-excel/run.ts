import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { compile, printMatters } from 'zhengwu'
import { printFinding, printListReport, readImplementationList, readXlsx, writeXlsx } from 'zhengwu/exchange/xlsx'
import { writeModelJson } from 'zhengwu/model'

// 写成工作簿，再读回来：一样。
const text = readFileSync(new URL('../plan-restaurant/permit.zw', import.meta.url), 'utf8')
const compiled = [...compile([{ uri: 'permit.zw', text }]).matters.values()]
const { matters } = writeModelJson(compiled.map(({ matter }) => matter))
const workbook = await writeXlsx(matters)
const back = await readXlsx(workbook)
console.log('读回来', isDeepStrictEqual(back.matters, matters) ? '一样' : '不一样')
for (const { sheet, rows } of back.report.slice(0, 5)) console.log(sheet, rows, '行')
for (const finding of back.diagnostics) console.log(printFinding(finding))

// 一行一项的实施清单：xlsx、csv都行，这里用文字代替文件。
const list = `事项名称,事项类型,法定办结时限,法定办结时限单位,承诺办结时限,承诺办结时限单位,申请材料,办理流程,网办深度
占用道路施工许可,01,20,W,8,W,申请表（必要；纸质）；施工方案（必要；原件1份）,受理→现场勘验→决定→送达,III
`
const read = await readImplementationList(new TextEncoder().encode(list))
console.log(printMatters(read.matters).split('\n').slice(2, 14).join('\n'))
console.log(printListReport(read.report).split('\n')[2])
