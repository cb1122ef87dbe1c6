import { describe, expect, test } from 'vitest'
import { formatSource } from '../../src/syntax/format.ts'

function format(...lines: readonly string[]): readonly string[] {
  const text = formatSource({ uri: 'format.zw', text: lines.join('\n') })
  expect(text === '' || text.endsWith('\n')).toBe(true)
  return text.split('\n').slice(0, -1)
}

describe('the canonical layout', () => {
  test('indents by place, writes the official keyword and the colon of its width', () => {
    expect(
      format('语言版本:1', '事项 ：甲', '材料清单：', '（一）材料名称: 户口簿', '• 是否必要：是', '收费：不收费'),
    ).toEqual(['语言版本：1', '事项：甲', '申请材料：', '  材料：户口簿', '    必要性：是', '收费：不收费'])
  })

  test('keeps comments with what follows them, and single blank lines', () => {
    expect(format('', '事项：甲', '', '', '', '申请材料：', '注：常用', '材料：户口簿', '  # 末尾', '', '')).toEqual([
      '事项：甲',
      '',
      '申请材料：',
      '  注：常用',
      '  材料：户口簿',
      '# 末尾',
    ])
  })

  test('joins what an editor broke', () => {
    expect(format('事项：甲', '申请材料：', '材料：甲证', '材料：乙证', '任选其一：甲证、', '  乙证')).toContain(
      '  任选其一：甲证、乙证',
    )
  })

  test('leaves what could not be read as it stands, apart from what was', () => {
    expect(format('事项：甲', '编码：0001', '   可以全程网办', '版本：1')).toEqual([
      '事项：甲',
      '编码：0001',
      '',
      '   可以全程网办',
      '版本：1',
    ])
    expect(format('事项：甲', '编马：0001')).toEqual(['事项：甲', '', '编马：0001'])
  })

  test('keeps another word where the official one would belong elsewhere', () => {
    const lines = ['事项：甲', '申请材料：', '  材料：户口簿', '事项编码：0001']
    expect(format(...lines)).toEqual(lines)
  })

  test('keeps every line of a table row that it could not use', () => {
    const lines = [
      '|    审查标准：材料齐全、符合法定形式的当环节：实地核查',
      '\t\t审查标准：两名以上工作人员核查申请内容与实际情况是否一致',
      '环节：',
    ]
    expect(format(...lines)).toEqual(lines)
  })

  test('gives nothing for nothing', () => {
    expect(format('', '  ', '')).toEqual([])
  })
})
