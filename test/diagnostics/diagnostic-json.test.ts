import { expect, test } from 'vitest'
import { diagnose } from '../../src/diagnostics/diagnose.ts'
import { writeDiagnosticJson } from '../../src/diagnostics/diagnostic-json.ts'
import { indexSources } from '../../src/diagnostics/source-index.ts'

test('a finding as JSON has its places as lines and columns from 1', () => {
  const text = '情形：大型餐馆\r\n材料：申请书\r\n  当：大形餐馆'
  const written = { file: 'a.zw', span: { start: 21, end: 25 } }
  const declared = { file: 'a.zw', span: { start: 3, end: 7 } }
  const diagnostic = diagnose('ZW4001', { kind: '情形', name: '大形餐馆' }, written, {
    related: [{ origin: declared, text: '相近的名称在这里声明' }],
    fixes: [{ title: '改为“大型餐馆”', applicability: 'auto', edits: [{ origin: written, text: '大型餐馆' }] }],
  })
  expect(writeDiagnosticJson(diagnostic, indexSources([{ uri: 'a.zw', text }]))).toEqual({
    code: 'ZW4001',
    severity: 'error',
    file: 'a.zw',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 9,
    message: '找不到名为“大形餐馆”的情形',
    label: '这里引用的名称没有声明',
    help: null,
    context: null,
    related: [{ file: 'a.zw', line: 1, column: 4, endLine: 1, endColumn: 8, message: '相近的名称在这里声明' }],
    fixes: [
      {
        title: '改为“大型餐馆”',
        applicability: 'auto',
        edits: [{ file: 'a.zw', start: { line: 3, column: 5 }, end: { line: 3, column: 9 }, text: '大型餐馆' }],
      },
    ],
  })
})
