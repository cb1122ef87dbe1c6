import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { measureMatter, printPercent } from 'zhengwu/analysis'
import { computeDeadline, createCalendar } from 'zhengwu/calendar'

const text = readFileSync(new URL('permit.zw', import.meta.url), 'utf8')
const workspace = compile([{ uri: 'permit.zw', text }], { asOf: '2026-11-22' })
const permit = workspace.matters.get('劳务派遣经营许可')
if (permit === undefined) throw new Error(workspace.diagnostics.map(({ message }) => message).join('\n'))

const report = measureMatter(permit, { asOf: '2026-11-22' })
console.log('关键路径', report.criticalPath?.steps.map(({ name }) => name).join('→'))
if (report.measured.kind === 'measured') console.log('压减', `${printPercent(report.measured.compression.ratio)}%`)

const promised = report.promised?.rule.limit
if (promised !== undefined) {
  const deadline = computeDeadline({ from: '2026-09-28', limit: promised }, createCalendar())
  if (deadline.ok) console.log('9月28日受理，最迟', deadline.value.due, '办结')
}
