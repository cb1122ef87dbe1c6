import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { compileDossier, measureCatalogue, printPercent } from 'zhengwu/analysis'
import { assessCertainty, printRational } from 'zhengwu/certainty'
import { planForReport } from 'zhengwu/plan'
import { renderReportHtml } from 'zhengwu/render'

const asOf = '2026-11-22'
const text = readFileSync(new URL('../plan-restaurant/permit.zw', import.meta.url), 'utf8')
const sources = [{ uri: 'permit.zw', text }]
const matters = [...compile(sources, { asOf }).matters.values()]
const report = measureCatalogue(matters, { asOf })

const dossiers = matters.map((matter) => compileDossier(matter, { asOf }))
const plans = report.matters.map((matter) => planForReport(matter, { asOf }))
const certainty = matters.map((matter) => assessCertainty(matter, { asOf }))
const page = renderReportHtml(report, { title: '示例县压减报告', sources, dossiers, plans, certainty })
console.log('网页', page.includes('压减方案') && page.includes('承诺的把握') ? '带方案和把握' : '什么也没带')

const worst = certainty[0]?.situations[0]
if (worst === undefined || worst.kept === null) throw new Error('没有写实际用时，或者没有承诺')
console.log('按承诺办结的', `${printPercent(worst.kept)}%`, '95%办结要承诺', printRational(worst.keptBy), '个工作日')
