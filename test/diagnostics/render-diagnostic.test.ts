import { describe, expect, test } from 'vitest'
import type { Origin } from '../../src/base/source-file.ts'
import { diagnose } from '../../src/diagnostics/diagnose.ts'
import type { Label } from '../../src/diagnostics/diagnostic.ts'
import { renderDiagnostic, summarizeSeverities } from '../../src/diagnostics/render-diagnostic.ts'
import { indexSources } from '../../src/diagnostics/source-index.ts'

const text = [
  '事项：食品经营许可（餐饮服务）新办',
  '',
  '情形：大型餐馆',
  '  当：【经营面积】150平方米以上',
  '',
  '申请材料：',
  '  材料：经营布局、操作流程等文件',
  '    当：【大形餐馆】',
].join('\n')

function place(words: string, file = '餐饮.zw', source = text): Origin {
  const start = source.indexOf(words)
  return { file, span: { start, end: start + words.length } }
}

const sources = indexSources([{ uri: '餐饮.zw', text }])

function unknownSituation(related: readonly Label[] = []) {
  return diagnose('ZW4001', { kind: '情形', name: '大形餐馆' }, place('【大形餐馆】'), {
    related,
    context: '事项“食品经营许可（餐饮服务）新办” › 申请材料 › 材料“经营布局、操作流程等文件”',
    fixes: [{ title: '把“大形餐馆”改为“大型餐馆”', applicability: 'auto', edits: [] }],
  })
}

describe('renderDiagnostic', () => {
  test('sets a finding as the language reference shows it', () => {
    const related = [{ origin: place('大型餐馆'), text: '相近的名称在这里声明' }]
    expect(renderDiagnostic(unknownSituation(related), sources)).toBe(
      [
        '错误[ZW4001]：找不到名为“大形餐馆”的情形',
        '   ┌─ 餐饮.zw:8:7',
        '  3│ 情形：大型餐馆',
        '   │       ──────── 相近的名称在这里声明',
        '  8│     当：【大形餐馆】',
        '   │         ^^^^^^^^^^^^ 这里引用的名称没有声明',
        '   = 所在位置：事项“食品经营许可（餐饮服务）新办” › 申请材料 › 材料“经营布局、操作流程等文件”',
        '   = 改法（自动）：把“大形餐馆”改为“大型餐馆”',
      ].join('\n'),
    )
  })

  test('marks two places of one line each on its own', () => {
    const line = '并联：材料审查、现场核查'
    const flow = indexSources([{ uri: 'a.zw', text: line }])
    const diagnostic = diagnose('ZW6009', { first: '材料审查', second: '现场核查' }, place('现场核查', 'a.zw', line), {
      help: '',
      related: [{ origin: place('材料审查', 'a.zw', line), text: '先办的' }],
      label: '后办的',
    })
    expect(
      renderDiagnostic({ ...diagnostic, message: '先后不清' }, flow)
        .split('\n')
        .slice(2, 5),
    ).toEqual(['  1│ 并联：材料审查、现场核查', '   │       ──────── 先办的', '   │                 ^^^^^^^^ 后办的'])
  })

  test('shows places in other files under their own heading', () => {
    const other = '事项：食品经营许可（餐饮服务）新办'
    const both = indexSources([
      { uri: 'a.zw', text },
      { uri: 'b.zw', text: other },
    ])
    const diagnostic = diagnose(
      'ZW4008',
      { kind: '事项', name: '食品经营许可（餐饮服务）新办', places: ['a.zw 第1行', 'b.zw 第1行'] },
      place('食品经营许可', 'b.zw', other),
      { related: [{ origin: place('食品经营许可', 'a.zw'), text: '先写在这里' }] },
    )
    expect(renderDiagnostic(diagnostic, both).split('\n').slice(1, 7)).toEqual([
      '   ┌─ b.zw:1:4',
      '  1│ 事项：食品经营许可（餐饮服务）新办',
      '   │       ^^^^^^^^^^^^ 与前面的事项同名',
      '   ┌─ a.zw:1:4',
      '  1│ 事项：食品经营许可（餐饮服务）新办',
      '   │       ──────────── 先写在这里',
    ])
  })

  test('still says what is wrong when the text is not at hand', () => {
    expect(renderDiagnostic(unknownSituation(), indexSources([])).split('\n').slice(0, 2)).toEqual([
      '错误[ZW4001]：找不到名为“大形餐馆”的情形',
      '   ┌─ 餐饮.zw',
    ])
  })

  test('lets no text of the author steer the terminal', () => {
    const diagnostic = unknownSituation([{ origin: place('大型餐馆'), text: '相近\u009b2J' }])
    const hostile = { ...diagnostic, message: '找不到“\u001b[2J\u202e”', context: '事项“\u0007”', help: '\r\n' }
    const rendered = renderDiagnostic(hostile, sources)
    expect(rendered).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    expect(rendered).toContain('错误[ZW4001]：找不到“␛[2J<U+202E>”')
  })

  test('lists at most six places', () => {
    const related = Array.from({ length: 20 }, () => ({ origin: place('大型餐馆'), text: '又一处' }))
    const rendered = renderDiagnostic(unknownSituation(related), sources)
    expect(rendered.match(/又一处/g)).toHaveLength(5)
    expect(rendered).toContain('另有15处没有列出')
  })

  test('colours only when asked to, and then changes nothing but colours', () => {
    const plain = renderDiagnostic(unknownSituation(), sources)
    const colored = renderDiagnostic(unknownSituation(), sources, { color: true })
    const escapeMark = String.fromCharCode(0x1b)
    expect(plain).not.toContain(escapeMark)
    expect(colored).not.toBe(plain)
    expect(
      colored
        .split(escapeMark)
        .map((part, index) => (index === 0 ? part : part.slice(part.indexOf('m') + 1)))
        .join(''),
    ).toBe(plain)
  })
})

describe('summarizeSeverities', () => {
  test('counts each severity and leaves out those that do not occur', () => {
    const error = unknownSituation()
    const warning = diagnose('ZW7002', { kind: '材料', name: '营业执照' }, place('大型餐馆'))
    expect(summarizeSeverities([error, warning, warning])).toBe('1个错误，2个警告')
    expect(summarizeSeverities([])).toBe('')
  })
})
