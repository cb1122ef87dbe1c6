import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { printMatters } from '../../../src/compile/print/matter.ts'
import { printFinding } from '../../../src/exchange/xlsx/cell-finding.ts'
import { partsOf } from '../../../src/exchange/xlsx/list/list-report.ts'
import { printListReport } from '../../../src/exchange/xlsx/list/print-list-report.ts'
import { type ReadListOptions, readImplementationList } from '../../../src/exchange/xlsx/list/read-list.ts'

type Cells = Readonly<Record<string, string | number>>

/** A table with these columns, as CSV. */
function csv(rows: readonly Cells[]): Uint8Array {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const quoted = (text: string | number | undefined) => `"${String(text ?? '').replaceAll('"', '""')}"`
  const lines = [heads.map(quoted), ...rows.map((row) => heads.map((head) => quoted(row[head])))]
  return new TextEncoder().encode(lines.map((cells) => cells.join(',')).join('\r\n'))
}

/** Reads one row; what the matter says is told as text. */
async function readRow(row: Cells, options: ReadListOptions = {}) {
  const { matters, report } = await readImplementationList(csv([{ 事项名称: '甲事项', ...row }]), options)
  return { text: printMatters(matters), matter: matters[0], told: report.findings.map(printFinding), report }
}

describe('limits', () => {
  test.each<readonly [string | number, string, string]>([
    [20, 'W', '20个工作日'],
    ['20', '工作日', '20个工作日'],
    [60, 'N', '60个自然日'],
    [4, 'H', '4小时'],
    [3, '月', '3个月'],
    [1, '年', '1年'],
    ['0.5', 'W', '0.5个工作日'],
    ['即办', '', '即办'],
    ['', '即办', '即办'],
    [-1, 'W', '无法定时限'],
    [-1, '', '无法定时限'],
    ['15个工作日', '', '15个工作日'],
    ['当场办结', '', '即办'],
  ])('%s with the unit %s is %s', async (value, unit, limit) => {
    const { text, told } = await readRow({ 承诺办结时限: value, 承诺办结时限单位: unit })
    expect(text).toContain(`承诺时限：${limit}\n`)
    expect(told).toEqual([])
  })

  test.each<readonly [string | number, string, string]>([
    [60, '日', '没有说明是工作日还是自然日'],
    [60, '', '没有写时限单位'],
    [0, 'W', '“0”当作即办'],
    [5, '旬', '不认识时限单位“旬”'],
    ['尽快', '', '没有读懂这个时限'],
    [-7, 'W', '“-7”不是时限'],
  ])('%s with the unit %s is doubtful', async (value, unit, doubt) => {
    const { text, told, report } = await readRow({ 承诺办结时限: value, 承诺办结时限单位: unit })
    expect(told).toEqual([`B2：${told[0]?.slice(3)}`])
    expect(told[0]).toContain(doubt)
    expect(report.columns.find(({ head }) => head === '承诺办结时限')?.doubtful).toEqual([2])
    if (value !== 0) expect(text).toContain(String(value))
  })

  test('a day is what the law of the matter means, and what the table said is kept', async () => {
    const { text } = await readRow({ 事项类型: '01', 法定办结时限: 60, 法定办结时限单位: '日' })
    expect(text).toContain('法定时限：60个工作日\n  说明：原表没有说明“60日”是工作日还是自然日\n')
  })

  test('both may stand in one cell, and remarks go with them', async () => {
    const { text } = await readRow({ 办理时限: '承诺时限：1个工作日；法定时限：20个工作日' })
    expect(text).toContain('法定时限：20个工作日\n承诺时限：1个工作日\n')
    const noted = await readRow({ 法定办结时限: 20, 法定办结时限单位: 'W', 法定办结时限说明: '自受理之日起' })
    expect(noted.text).toContain('法定时限：20个工作日\n  说明：自受理之日起\n')
  })
})

describe('codes', () => {
  test('are read with or without zeros, several at a time, or as words', async () => {
    const { text } = await readRow({ 事项类型: '07', 行使层级: 4, 服务对象: '1,2', 办件类型: '2', 办理形式: '1;2' })
    expect(text).toContain('事项类型：行政确认\n办件类型：承诺件\n行使层级：县级\n服务对象：自然人、企业法人\n')
    expect(text).toContain('渠道：窗口办理、网上办理\n')
    expect((await readRow({ 事项类型: '其他行政权力' })).text).toContain('事项类型：其他行政权力\n')
  })

  test('20 is told to be ambiguous unless the table or the user says whose it is', async () => {
    const alone = await readRow({ 事项类型: '20' })
    expect(alone.text).toContain('说明：事项类型：20\n')
    expect(alone.told[0]).toMatch(/^B2：代码20在国家标准里是公共服务，在广东等地的数据里是其他行政权力/)
    expect((await readRow({ 事项类型: '20' }, { codes: 'national' })).text).toContain('事项类型：公共服务\n')
    expect((await readRow({ 事项类型: '20' }, { codes: 'guangdong' })).text).toContain('事项类型：其他行政权力\n')
    for (const [other, word] of [
      ['21', '其他行政权力'],
      ['10', '公共服务'],
    ]) {
      const rows = [
        { 事项名称: '甲', 事项类型: '20' },
        { 事项名称: '乙', 事项类型: other ?? '' },
      ]
      const { matters, report } = await readImplementationList(csv(rows))
      expect(printMatters(matters)).toContain(`事项：甲\n事项类型：${word}\n`)
      expect(report.findings.map(({ severity }) => severity)).toEqual(['hint'])
    }
  })

  test('an unknown one is kept and told', async () => {
    const { text, told } = await readRow({ 行使层级: '7', 事项类型: '33' })
    expect(text).toContain('说明：行使层级：7\n说明：事项类型：33\n')
    expect(told).toHaveLength(2)
  })
})

describe('prose', () => {
  test('materials with what stands in brackets behind them', async () => {
    const { matter } = await readRow({
      申请材料:
        '1.营业执照（必要；纸质；政府部门核发）\n2、照片（原件1份、复印件2份；容缺后补）\n3.身份证（正反面）\n5.验资报告（必要；须在有效期内）\n4.营业执照（非必要）',
    })
    expect(matter?.materials).toMatchObject([
      { name: '营业执照', necessity: 'required', forms: ['paper'], source: 'authority' },
      { name: '照片', necessity: 'deferrable', forms: ['original', 'copy'], copies: '1', notes: ['复印件2份'] },
      { name: '身份证（正反面）', forms: [] },
      { name: '验资报告', necessity: 'required', notes: ['须在有效期内'] },
      { name: '营业执照（2）', necessity: 'optional' },
    ])
  })

  test('steps with who does them and how long', async () => {
    const { matter } = await readRow({
      办理流程: '审查：车管所业务人员；0.5个工作日；材料齐全即办\n决定（3个工作日）\n送达',
    })
    expect(matter?.flow).toMatchObject([
      { name: '审查', role: '车管所业务人员', limits: [{ limit: { unit: 'workday', amount: '0.5' } }] },
      { name: '决定', limits: [{ limit: { unit: 'workday', amount: '3' } }] },
      { name: '送达', limits: [] },
    ])
    const arrows = await readRow({ 办理流程: '申请→受理→审核→决定→送达' })
    expect(arrows.matter?.flow.map((step) => (step.kind === 'step' ? step.name : ''))).toEqual([
      '受理',
      '审核',
      '决定',
      '送达',
    ])
    expect(arrows.matter?.notes).toEqual(['办理流程：申请'])
  })

  test('what is only a text stays one', async () => {
    const flow = '由申请人先在网上提交，再由窗口人员核对材料是否齐全，然后按规定办理'
    const { matter, told } = await readRow({ 办理流程: flow, 特别程序: '需要组织专家评审的，按有关规定另行告知申请人' })
    for (const prose of ['窗口受理后当场制证，详见办事指南', '按规定办理']) {
      expect((await readRow({ 办理流程: prose })).matter).toMatchObject({ flow: [], notes: [`办理流程：${prose}`] })
    }
    expect(matter?.flow).toEqual([])
    expect(matter?.notes).toEqual([`办理流程：${flow}`, '特别程序：需要组织专家评审的，按有关规定另行告知申请人'])
    expect(told).toHaveLength(2)
  })

  test('conditions are for a person to judge', async () => {
    const { matter } = await readRow({ 受理条件: '（一）有固定的经营场所；（二）法定代表人无不良记录。' })
    expect(matter?.requirements).toMatchObject([
      { name: '有固定的经营场所', manualCheck: '有固定的经营场所' },
      { name: '法定代表人无不良记录', manualCheck: '法定代表人无不良记录' },
    ])
  })

  test('laws are cited, and what else is said of them is kept', async () => {
    const { matter } = await readRow({
      设定依据:
        '1.《中华人民共和国道路交通安全法》第三十二条：因工程建设需要占用道路的，应当事先征得同意。\n2.《城市道路管理条例》（国务院令第198号）第三十条、第三十一条',
    })
    expect(matter?.sources).toMatchObject([
      { title: '中华人民共和国道路交通安全法', articles: [{ article: 32 }] },
      { title: '城市道路管理条例', qualifier: '国务院令第198号', articles: [{ article: 30 }, { article: 31 }] },
    ])
    expect(matter?.notes[0]).toMatch(/^依据原文：.*因工程建设需要占用道路的/)
  })

  test('fees, results and special procedures', async () => {
    const { matter } = await readRow({
      是否收费: 1,
      收费标准: '160元／本',
      收费依据: '《护照法》第七条',
      结果名称: '护照',
      结果类型: '10',
      特别程序: '专家评审（20个工作日）、现场勘验',
      到办事现场次数: 1,
    })
    expect(matter?.fees).toMatchObject([{ charged: true, amountFen: '16000', per: '本' }])
    expect(matter?.outputs).toMatchObject([{ name: '护照', type: 'certificate' }])
    expect(matter?.specialProcedures).toMatchObject([
      { name: '专家评审', limits: [{ limit: { amount: '20' } }] },
      { name: '现场勘验', limits: [] },
    ])
    expect(matter?.trips).toBe(1)
    expect((await readRow({ 是否收费: '0' })).matter?.fees).toMatchObject([{ charged: false }])
  })
})

describe('a table', () => {
  test('may be xlsx with a title above its heads, or text in any encoding', async () => {
    const rows = [
      ['政务服务事项清单（2026年）'],
      [],
      ['序号', '事项名称', '法定办结时限', '法定办结时限单位'],
      [1, '甲', 20, 'W'],
      [],
      [2, '乙', 5, 'W'],
    ]
    const book = utils.book_new(utils.aoa_to_sheet(rows), '清单')
    const workbook = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
    const { matters, report } = await readImplementationList(workbook)
    expect(matters.map(({ name }) => name)).toEqual(['甲', '乙'])
    expect(report).toMatchObject({ sheet: '清单', rows: 2, matters: 2 })
    const tsv = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('事项名称\t事项类型\n甲\t行政许可\n', 'utf16le')])
    expect((await readImplementationList(new Uint8Array(tsv))).matters).toMatchObject([{ name: '甲', type: 'licence' }])
  })

  test('has rows of one name, blank rows and rows without a name, told by their numbers', async () => {
    const rows = '事项名称,业务办理项名称,实施主体\n甲,新办,公安局\n\n甲,变更,公安局\n甲,,教育局\n,,税务局\n'
    const { matters, report } = await readImplementationList(new TextEncoder().encode(rows))
    expect(matters.map(({ name }) => name)).toEqual(['甲', '甲（变更）', '甲（教育局）'])
    expect(report.findings.map(printFinding)).toEqual([
      'A4：“甲”与第2行同名，改叫“甲（变更）”（请看是不是重复）',
      'A5：“甲”与第2行同名，改叫“甲（教育局）”（请看是不是重复）',
      '第6行：没有写事项名称，这一行没有导入：税务局',
    ])
  })

  test('has matters that go over several rows: their names merged, or left out', async () => {
    const rows = [
      ['事项名称', '实施主体', '申请材料', '办理流程'],
      ['甲', '市公安局', '申请表（必要）', '受理'],
      ['', '', '身份证', '审查'],
      ['乙', '', '申请书', ''],
      ['', '', '照片', ''],
    ]
    const sheet = utils.aoa_to_sheet(rows.map((cells) => cells.map((text) => (text === '' ? null : text))))
    sheet['!merges'] = [
      { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
      { s: { r: 1, c: 1 }, e: { r: 4, c: 1 } },
    ]
    const bytes = new Uint8Array(write(utils.book_new(sheet, '清单'), { type: 'array', bookType: 'xlsx' }))
    const { matters, report } = await readImplementationList(bytes)
    expect(matters).toMatchObject([
      { name: '甲', authority: '市公安局', materials: [{ name: '申请表' }, { name: '身份证' }] },
      { name: '乙', authority: '市公安局', materials: [{ name: '申请书' }, { name: '照片' }] },
    ])
    expect(matters[0]?.flow.map((item) => (item.kind === 'step' ? item.name : ''))).toEqual(['受理', '审查'])
    expect(report.findings.map(printFinding)).toEqual([
      '清单!5：没有写事项名称，接着上一行的“乙”（不是的话请写事项名称）',
    ])
    expect(report.columns.map(({ filled }) => filled)).toEqual([2, 2, 4, 2])
  })

  test('has every column counted as it is, and findings in the order of the cells', async () => {
    const rows = [
      '事项名称,实施编码,空列,领导,,申请材料,行使层级,备注',
      '甲,1234,,张三,要快,营业执照（必要）,区县,',
      '乙,11440100696927671X3000117001000,,,,详见附件,火星,',
      '丙,12,,,,无,,',
      ',,,,合计3项,,,',
    ]
    const { matters, report } = await readImplementationList(new TextEncoder().encode(rows.join('\n')))
    expect(report).toMatchObject({ rows: 4, skipped: 1, matters: 3 })
    expect(printListReport(report).split('\n').slice(2)).toEqual([
      '4行，导入3个事项，1行没有导入；8列里认识4列，其余2列记为说明、2列是空的；6处要看一看。',
      '',
      '## 各列的去处',
      '',
      '| 列 | 列名 | 填了 | 变成 | 对应 | 人工判断 | 说明 | 无内容 | 存疑的行 |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| A | 事项名称 | 3 | 事项 | 3 |  |  |  |  |',
      '| B | 实施编码 | 3 | 编码 | 3 |  |  |  | 2、4 |',
      '| C | 空列 | 0 |  |  |  |  |  |  |',
      '| D | 领导 | 1 | 说明 |  |  | 1 |  |  |',
      '| E | 第E列 | 1 | 说明 |  |  | 1 |  |  |',
      '| F | 申请材料 | 3 | 材料 | 1 |  | 1 | 1 | 3 |',
      '| G | 行使层级 | 2 | 行使层级 | 1 |  | 1 |  | 3 |',
      '| H | 备注 | 0 |  |  |  |  |  |  |',
      '',
      '## 要看一看的地方',
      '',
      '- E1：这一列没有列名，下面的内容记为“说明：第E列”',
      '- B2：编码有4位；实施编码一般是31位：18位统一社会信用代码，再加13位，请核对',
      '- F3：“详见附件”不是材料，记为说明；请照那里写的补上材料',
      '- G3：“行使层级：火星”不在可选值中：国家级、省级、市级、县级、乡级、村级，原文已记为说明',
      '- B4：编码有2位；实施编码一般是31位：18位统一社会信用代码，再加13位，请核对',
      '- 第5行：没有写事项名称，这一行没有导入：合计3项',
      '',
    ])
    expect(partsOf(report).map(({ what, became }) => `${what} → ${became}`)).toEqual([
      '“事项名称”，填了3行 → 事项：对应3行',
      '“实施编码”，填了3行 → 编码：对应3行，2行存疑',
      '“空列”，填了0行 → 空的',
      '“领导”，填了1行 → 说明1行',
      '“第E列”，填了1行 → 说明1行',
      '“申请材料”，填了3行 → 材料：对应1行、说明1行、无内容1行，1行存疑',
      '“行使层级”，填了2行 → 行使层级：对应1行、说明1行，1行存疑',
      '“备注”，填了0行 → 空的',
    ])
    expect(matters.map(({ notes }) => notes)).toEqual([
      ['领导：张三', '第E列：要快'],
      ['行使层级：火星', '申请材料：详见附件'],
      [],
    ])
  })

  test('of 138 columns keeps those that nobody knows, and says so', async () => {
    const others = Object.fromEntries(Array.from({ length: 130 }, (_, index) => [`扩展字段${index}`, `值${index}`]))
    const { text, report } = await readRow({ 事项类型: '1', ...others })
    for (const [head, value] of Object.entries(others)) expect(text).toContain(`说明：${head}：${value}\n`)
    expect(report.columns.filter(({ clause }) => clause === undefined)).toHaveLength(130)
    expect(printListReport(report)).toContain('132列里认识2列，其余130列记为说明')
  })

  test('that is none is told to be none', async () => {
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode('姓名,电话\n张三,1\n'),
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
    ]) {
      const { matters, report } = await readImplementationList(bytes)
      expect(matters).toEqual([])
      expect(report.findings).toHaveLength(1)
    }
  })
})

describe('whatever stands in the cells', () => {
  const mark = fc.constantFrom(
    '1.',
    '（一）',
    '；',
    '\n',
    '：',
    '（',
    '）',
    '、',
    '→',
    '。',
    '必要',
    '20个工作日',
    '即办',
    '《',
    '》',
    ' ',
    '"',
    ',',
    '｜',
    '受理',
    '审查',
    '0.5天',
    '-1',
    '第三条',
    '-',
    '详见',
    '元',
    '一式两份',
    '２份',
  )
  /** Every piece has a word of its own, which must be found again. */
  const cell = (column: number) =>
    fc.array(mark, { maxLength: 8 }).map((marks) => ({
      text: marks.map((one, index) => `${one}词${column}x${index}`).join(''),
      words: marks.map((_, index) => `词${column}x${index}`),
    }))
  const heads = [
    '受理条件',
    '办理流程',
    '申请材料',
    '特别程序',
    '设定依据',
    '办理时限',
    '承诺办结时限',
    '收费标准',
    '结果名称',
    '咨询电话',
    '别的什么',
    '行使层级',
    '实施主体',
    '是否收费',
    '实施编码',
    '实施日期',
    '到办事现场次数',
    '服务对象',
  ]

  test('no word is lost, and what comes out has no error that the reading made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(...heads.map((_, index) => cell(index))), async (cells) => {
        const row = Object.fromEntries(cells.map(({ text }, index) => [heads[index] ?? '', text]))
        const { text } = await readRow(row)
        const unfolded = text.replace(/\s/g, '')
        for (const word of cells.flatMap(({ words }) => words)) expect(unfolded).toContain(word)
        const { diagnostics } = compile([{ uri: 'a.zw', text }])
        const unread = diagnostics.filter(({ severity, code }) => severity === 'error' && /^ZW[1-5]/.test(code))
        expect(unread.map(({ message }) => message)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
