import { describe, expect, test } from 'vitest'
import { printMatters } from '../../../src/compile/print/matter.ts'
import { printFinding } from '../../../src/exchange/xlsx/cell-finding.ts'
import { readImplementationList } from '../../../src/exchange/xlsx/list/read-list.ts'

/** What one cell becomes: the lines of the matter below its name, and what is told of the cell. */
async function readCell(head: string, text: string) {
  const { matters, report } = await readImplementationList(new TextEncoder().encode(`事项名称,${head}\n甲,"${text}"\n`))
  const lines = printMatters(matters).split('\n').slice(3)
  return {
    lines: lines.map((line) => line.trim()).filter((line) => line !== ''),
    told: report.findings.map(printFinding),
  }
}

describe('what people write into a list is understood where it is clear', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['是否收费', '不收取费用', ['收费：不收费']],
    ['收费', '是，50元/件', ['收费：收费（原表没有写收费项目）', '标准：50元／件']],
    ['收费', '考试费', ['收费：考试费']],
    [
      '申请材料',
      '营业执照（必要；纸质2份）',
      ['申请材料：', '材料：营业执照', '形式：纸质', '份数：2份', '必要性：必要'],
    ],
    ['申请材料', '身份证复印件 １份', ['申请材料：', '材料：身份证复印件', '份数：1份']],
    ['申请材料', '申请书（一式两份）', ['申请材料：', '材料：申请书', '份数：2份']],
    ['申请材料', '照片（必要）、身份证', ['申请材料：', '材料：照片', '必要性：必要', '材料：身份证']],
    ['申请材料', '离婚证或者判决书、户口簿', ['申请材料：', '材料：离婚证或者判决书、户口簿']],
    ['行使层级', '区县', ['行使层级：县级']],
    ['行使层级', '省、市、县（市、区）', ['行使层级：省级、市级、县级']],
    ['行使层级', '市县', ['行使层级：市级、县级']],
    ['行使层级', '乡镇（街道）', ['行使层级：乡级']],
    ['服务对象', '公民', ['服务对象：自然人']],
    ['办理形式', '线上、现场', ['渠道：网上办理、窗口办理']],
    ['办理流程', '受理-审查-决定', ['办理环节：', '环节：受理', '环节：审查', '环节：决定']],
    ['办理流程', '受理——审查——决定', ['办理环节：', '环节：受理', '环节：审查', '环节：决定']],
    ['办理流程', '受理->审查→决定', ['办理环节：', '环节：受理', '环节：审查', '环节：决定']],
    ['办理流程', '受理、审查、决定', ['办理环节：', '环节：受理', '环节：审查', '环节：决定']],
    [
      '办理流程',
      '1.受理（1个工作日）-2.审查（二个工作日）',
      ['办理环节：', '环节：受理', '时限：1个工作日', '环节：审查', '时限：2个工作日'],
    ],
    [
      '实施编码',
      '１１４４０１００６９６９２７６７１Ｘ３０００１１７００１０００',
      ['编码：11440100696927671X3000117001000'],
    ],
    ['法定办结时限', '２０个工作日', ['法定时限：20个工作日']],
    ['法定办结时限', '二十个工作日', ['法定时限：20个工作日']],
    ['法定办结时限', '20.0（工作日）', ['法定时限：20个工作日']],
    ['到办事现场次数', '1.0', ['到现场次数：1次']],
    ['到办事现场次数', '最多跑一次', ['到现场次数：1次']],
    ['事项类型', '许可', ['事项类型：行政许可']],
  ])('%s: %s', async (head, text, lines) => {
    const read = await readCell(head, text)
    expect(read).toEqual({ lines: expect.arrayContaining([...lines]), told: [] })
    expect(read.lines.filter((line) => line.startsWith('说明')).join()).toBe('')
  })
})

describe('what is not clear is kept and told', () => {
  test.each<readonly [string, string, string, string]>([
    ['收费', 'maybe', '说明：是否收费：maybe', '“maybe”看不出收费不收费，请写“是”“否”，或者收费项目的名称'],
    [
      '申请材料',
      '详见办事指南',
      '说明：申请材料：详见办事指南',
      '“详见办事指南”不是材料，记为说明；请照那里写的补上材料',
    ],
    ['受理条件', '见附件2', '说明：受理条件：见附件2', '只写了“见附件2”，请照那里写的补上'],
    ['设定依据', '详见附件', '说明：设定依据：详见附件', '只写了“详见附件”，请照那里写的补上'],
    ['结果名称', '详见指南', '说明：结果名称：详见指南', '只写了“详见指南”，请照那里写的补上'],
    [
      '行使层级',
      '分级管理',
      '说明：行使层级：分级管理',
      '“行使层级：分级管理”不在可选值中：国家级、省级、市级、县级、乡级、村级，原文已记为说明',
    ],
    ['办理流程', '受理-3至5日审查', '说明：办理流程：受理-3至5日审查', '没有认出环节，请照流程写“环节”'],
    ['实施编码', '1234', '编码：1234', '编码有4位；实施编码一般是31位：18位统一社会信用代码，再加13位，请核对'],
    [
      '实施编码',
      '11440100696927671X-3000117001000',
      '编码：11440100696927671X-3000117001000',
      '编码里有“-”；编码只有数字和字母，请核对',
    ],
    [
      '实施编码',
      '1144O100696927671X3000117001000',
      '编码：1144O100696927671X3000117001000',
      '编码的前18位里有字母“O”，统一社会信用代码没有这个字母，请核对',
    ],
    ['基本编码', '00011700100', '编码：00011700100', '编码有11位；基本编码一般是12位或者10位，请核对'],
    [
      '服务对象',
      '法人',
      '服务对象：企业法人、事业法人、社会组织法人',
      '“法人”写成了企业法人、事业法人、社会组织法人，请看对不对',
    ],
    ['实施日期', '46023', '施行：自2026年1月1日起', '“46023”是Excel存的日期，读成2026-01-01，请看对不对'],
    ['到办事现场次数', '看情况', '说明：到现场次数：看情况', '“看情况”不是次数，如“1次”'],
    ['申请材料', '申请表、身份证、营业执照', '材料：营业执照', '按“、”分成了3种材料，请看对不对'],
    ['办理流程', '受理→审查（3天）→决定', '时限：3个自然日', '环节“审查”写的是“天”，没有说明是工作日还是自然日'],
  ])('%s: %s', async (head, text, line, told) => {
    const read = await readCell(head, text)
    expect(read.lines).toContain(line)
    expect(read.told).toEqual([`B2：${told}`])
  })
})

test('a list has rows that add up others, which are no matters', async () => {
  const rows =
    '事项名称,法定时限\n甲,20个工作日\n小 计,20个工作日\n乙,40个工作日\n合计,60个工作日\n合计费用核定,5个工作日\n'
  const { matters, report } = await readImplementationList(new TextEncoder().encode(rows))
  expect(matters.map(({ name }) => name)).toEqual(['甲', '乙', '合计费用核定'])
  expect(report).toMatchObject({ rows: 5, skipped: 2, matters: 3 })
  expect(report.findings.map(printFinding)).toContain('第5行：这一行是合计，不是事项，没有导入：合计；60个工作日')
})
