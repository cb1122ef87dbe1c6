import { readFileSync } from 'node:fs'
import { openWorkspace } from 'zhengwu'

const text = readFileSync(new URL('../quick-start/permit.zw', import.meta.url), 'utf8')
const before = openWorkspace([{ uri: 'permit.zw', text }], { asOf: '2026-11-22' })
console.log('打开', [...before.result.matters.keys()].join('、'), '诊断', before.result.diagnostics.length, '条')

const typed = before.update('permit.zw', text.replace('承诺时限：8个工作日', '承诺时限：9个工作日'))
for (const { code, message } of typed.result.diagnostics) console.log('改后', code, message)

const undone = typed.update('permit.zw', text)
console.log('改回', undone.result.diagnostics.length, '条；原来的仍是', before.result.diagnostics.length, '条')
