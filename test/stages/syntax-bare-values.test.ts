import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/diagnostics/apply-fixes.ts'
import { parse } from '../../src/syntax/parse.ts'

const uri = 'matter.zw'

/** The findings about a text, and what the first fix of the first of them makes of its last lines. */
function mend(name: string, ...lines: readonly string[]) {
  const head = ['语言版本：1', '事项：甲', '申请材料：', `  材料：${name}`]
  const text = [...head, ...lines.map((line) => `    ${line}`)].join('\n')
  const { diagnostics } = parse({ uri, text })
  const fix = diagnostics[0]?.fixes[0]
  const fixed = fix === undefined ? text : applyFixes({ uri, text }, [fix]).text
  return {
    codes: diagnostics.map(({ code }) => code),
    lines: fixed
      .split('\n')
      .slice(head.length)
      .map((line) => line.slice(4)),
    after: parse({ uri, text: fixed }).diagnostics.map(({ code }) => code),
  }
}

describe('values that lost their keywords are offered with them', () => {
  test.each([
    [['原件1份'], ['形式：原件', '份数：1份']],
    [['原件、复印件各1份'], ['形式：原件、复印件', '份数：各1份']],
    [['纸质材料一式两份，必要'], ['形式：纸质材料', '份数：一式两份', '必要性：必要']],
    [['2份'], ['份数：2份']],
    [
      ['申请人自备', '电子件'],
      ['来源：申请人自备', '形式：电子件'],
    ],
    [
      ['必要性：必要', '原件1份'],
      ['必要性：必要', '形式：原件', '份数：1份'],
    ],
  ])('%j', (written, mended) => {
    expect(mend('身份证', ...written)).toEqual({ codes: ['ZW1005'], lines: mended, after: [] })
  })

  test('below a long name too, which they do not go on with', () => {
    const name = '与食品经营相适应的主要设备设施、经营布局、操作流程等文件资料'
    expect(mend(name, '原件1份')).toEqual({ codes: ['ZW1005'], lines: ['形式：原件', '份数：1份'], after: [] })
    expect(mend(name, '和说明').codes).toEqual(['ZW1006'])
  })

  test('with the line end of the file', () => {
    const text = '语言版本：1\r\n事项：甲\r\n申请材料：\r\n  材料：身份证\r\n    原件1份\r\n'
    const [edit] = parse({ uri, text }).diagnostics[0]?.fixes[0]?.edits ?? []
    expect(edit?.text).toBe('形式：原件\r\n    份数：1份')
  })
})

describe('anything else is offered as 说明', () => {
  test.each([[['原件请带来']], [['1份和2份']], [['形式：原件', '原件1份']], [['必要，非必要']], [['3页']]])(
    '%j',
    (written) => {
      const { lines, after } = mend('身份证', ...written)
      expect(lines.at(-1)).toBe(`说明：${written.at(-1)}`)
      expect(after).toEqual([])
    },
  )

  test('and behind a text the line goes on with it', () => {
    expect(mend('身份证', '说明：首页', '原件1份').codes).toEqual(['ZW1006'])
  })
})
