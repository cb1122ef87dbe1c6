import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/diagnostics/apply-fixes.ts'
import { parse } from '../../src/syntax/parse.ts'

/** What is offered for a line that cannot be read: how sure it is, and what the text becomes. */
function offered(place: readonly string[], line: string) {
  const text = ['语言版本：1', '事项：甲', ...place, line].join('\n')
  const source = { uri: 'value.zw', text }
  const { diagnostics } = parse(source)
  return diagnostics.flatMap(({ code, message, fixes }) =>
    fixes.map((fix) => {
      const fixed = applyFixes(source, [fix]).text
      expect(parse({ uri: 'value.zw', text: fixed }).diagnostics).toEqual([])
      expect(message).toContain('是不是“')
      return { code, applicability: fix.applicability, line: fixed.slice(text.length - line.length) }
    }),
  )
}

describe('a misspelt limit is offered as it was meant', () => {
  test.each([
    ['1个工做日', '1个工作日', 'auto'],
    ['7各工作日', '7个工作日', 'auto'],
    ['5个共作日', '5个工作日', 'auto'],
    ['半个工做日', '半个工作日', 'auto'],
    ['３个子然日内', '３个自然日内', 'auto'],
    ['十五工作曰', '十五工作日', 'ask'],
    ['20曰', '20日', 'ask'],
    ['5个工作', '5个工作日', 'ask'],
    ['3个公作日（自2025年1月1日起）', '3个工作日（自2025年1月1日起）', 'auto'],
    ['当常', '当场', 'auto'],
    ['当场班结', '当场办结', 'auto'],
    ['既办', '即办', 'auto'],
  ])('%s', (written, meant, applicability) => {
    expect(offered([], `承诺时限：${written}`)).toEqual([{ code: 'ZW1102', applicability, line: `承诺时限：${meant}` }])
  })

  test.each(['若干', '尽快', '视情况而定', '3个星期', '5个工作日或者10个工作日', '约5至7个工作日'])(
    'and nothing for %s',
    (written) => {
      expect(offered([], `承诺时限：${written}`)).toEqual([])
    },
  )
})

describe('a limit inside a sentence is taken out, and the sentence kept as 说明', () => {
  test.each([
    ['自受理之日起20个工作日内', '20个工作日'],
    ['不超过20个工作日', '20个工作日'],
    ['材料齐全的，当场办结', '当场办结'],
    ['20个工作日（自受理之日起）', '20个工作日'],
  ])('%s', (written, limit) => {
    const line = `法定时限：${limit}\n  说明：${written}`
    expect(offered([], `法定时限：${written}`)).toEqual([{ code: 'ZW1102', applicability: 'ask', line }])
  })

  test('with the line end of the file, and not in a table', () => {
    const { diagnostics } = parse({ uri: 'a.zw', text: '语言版本：1\r\n事项：甲\r\n承诺时限：不超过3个工作日\r\n' })
    expect(diagnostics[0]?.fixes[0]?.edits[0]?.text).toBe('3个工作日\r\n  说明：不超过3个工作日')
    const table = '语言版本：1\n事项：甲\n办理环节：\n｜环节｜时限｜\n｜受理｜不超过3个工作日｜\n'
    expect(parse({ uri: 'a.zw', text: table }).diagnostics).toMatchObject([{ code: 'ZW1102', fixes: [] }])
  })
})

test('other values with a word that sounds right', () => {
  expect(offered(['收费：工本费'], '标准：50圆')).toEqual([
    { code: 'ZW1102', applicability: 'auto', line: '标准：50元' },
  ])
  expect(offered([], '施行：自2025年1月1曰起')).toEqual([
    { code: 'ZW1102', applicability: 'ask', line: '施行：自2025年1月1日起' },
  ])
  expect(offered(['目标：'], '压减时限：不抵于60%')).toEqual([
    { code: 'ZW1102', applicability: 'auto', line: '压减时限：不低于60%' },
  ])
})
