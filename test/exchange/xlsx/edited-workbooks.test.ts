import { utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { printFinding } from '../../../src/exchange/xlsx/cell-finding.ts'
import { readXlsx } from '../../../src/exchange/xlsx/read-xlsx.ts'
import { writeXlsx } from '../../../src/exchange/xlsx/write/write-xlsx.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { withoutOrigins } from '../../../src/model/write-model-json.ts'
import { type EditedWorkbook, editWorkbook } from './edited-workbook.ts'

const TEXT = `语言版本：1

事项：占道施工许可
编码：示例0001
事项类型：行政许可
施行：自2025年1月1日起

申报信息：
  信息：占用面积
    类型：数
    单位：平方米

情形：大面积占道
  当：【占用面积】100平方米以上

申请材料：
  材料：申请表
    份数：1份
    必要性：必要
  材料：施工方案
    当：【大面积占道】
    必要性：必要

办理环节：
  环节：受理
    时限：1个工作日
  环节：现场核查
    当：【大面积占道】
    时限：3个工作日
  环节：决定
    前序：现场核查
    时限：2个工作日
    产出：占道施工许可证

特别程序：专家评审
  位置：现场核查之后
  时限：10个工作日

法定时限：20个工作日
承诺时限：10个工作日
收费：不收费
结果：占道施工许可证
  类型：证照
`

const [matter] = [...compile([{ uri: 'a.zw', text: TEXT }]).matters.values()].map((one) => withoutOrigins(one.matter))

const LISTS = TEXT.replace(
  '  环节：决定\n    前序：现场核查\n',
  () => `  环节：交警意见
    时限：1个工作日
  环节：园林意见
    时限：1个工作日
  并联：现场核查、交警意见、园林意见
    说明：同时办
  环节：决定
    前序：现场核查、交警意见
`,
)

/** The workbook of the matter above, edited, and read again. */
async function edited(edit: (workbook: EditedWorkbook) => void, written = matter) {
  if (written === undefined) throw new Error('the matter does not compile')
  const workbook = editWorkbook(await writeXlsx([written]))
  edit(workbook)
  const { matters, diagnostics, report, renamed } = await readXlsx(workbook.save())
  return { matter: matters[0], matters, told: diagnostics.map(printFinding), diagnostics, report, renamed }
}

function changed(change: Partial<Matter>): Matter {
  if (matter === undefined) throw new Error('the matter does not compile')
  return { ...matter, ...change }
}

describe('a workbook that people have worked on', () => {
  test('rows are added, of which nobody filled in the hidden column', async () => {
    const { matter: read, told } = await edited(({ add }) => {
      add('材料', { 事项: '占道施工许可', 材料: '营业执照', 份数: '2', 必要性: '免提交' })
      add('时限', { 种类: '承诺时限', 时限: '8个工作日（自2026年1月1日起）' })
    })
    expect(told).toEqual([])
    expect(read?.materials.map(({ name }) => name)).toEqual(['申请表', '施工方案', '营业执照'])
    expect(read?.materials[2]).toMatchObject({ copies: '2', necessity: 'waived' })
    expect(read?.promisedLimits[1]).toMatchObject({ limit: { unit: 'workday', amount: '8' }, from: '2026-01-01' })
  })

  test('a renamed row is known again, and what refers to it changes with it', async () => {
    const { matter: read, told } = await edited(({ set }) => {
      set('环节', 3, '环节', '现场勘验')
      set('情形', 2, '情形', '占道面积大')
      set('申报信息', 2, '信息', '占道面积')
    })
    expect(told).toEqual([
      '申报信息!C2：“占用面积”改名为“占道面积”，引用它的1处一起改了',
      '情形!C2：“大面积占道”改名为“占道面积大”，引用它的2处一起改了',
      '环节!D3：“现场核查”改名为“现场勘验”，引用它的2处一起改了',
    ])
    expect(read?.flow.map((item) => (item.kind === 'parallel' ? '' : item.name))).toEqual(['受理', '现场勘验', '决定'])
    expect(read?.flow[2]).toMatchObject({ after: ['现场勘验'] })
    expect(read?.specialProcedures[0]?.placement?.step).toBe('现场勘验')
    expect(read?.materials[1]?.when).toEqual({ kind: 'situation', situation: '占道面积大' })
  })

  test('a copied row is a further one', async () => {
    const { matter: read, told } = await edited(({ add }) => {
      add('材料', { 行编码: '申请表', 事项: '占道施工许可', 材料: '申请表（补充）' })
    })
    expect(told).toEqual([])
    expect(read?.materials.map(({ name }) => name)).toEqual(['申请表', '施工方案', '申请表（补充）'])
  })

  test('the matter itself is renamed, and other sheets still find it', async () => {
    const { matters, renamed, told } = await edited(({ set }) => set('事项', 2, '事项', '占用道路施工许可'))
    expect(told).toEqual([])
    expect(matters).toEqual([changed({ name: '占用道路施工许可' })])
    expect(renamed).toEqual([{ from: '占道施工许可', to: '占用道路施工许可' }])
  })

  test('blanks, full width, numbers and dates mean what people see', async () => {
    const { matter: read, told } = await edited(({ set }) => {
      set('材料', 2, '份数', { t: 'n', v: 3 })
      set('事项', 2, '施行', { t: 'n', v: 46054, z: 'yyyy/m/d' })
      set('时限', 3, '时限', '　９个工作日 ')
      set('环节', 2, '时限', { t: 'n', v: 2, z: '0"个工作日"' })
      set('材料', 3, '必要性', ' 容缺后补\n')
      set('事项', 2, '办理地点', '一楼大厅\n3号窗口')
    })
    expect(told).toEqual([])
    expect(read?.materials[0]?.copies).toBe('3')
    expect(read?.effectiveFrom).toBe('2026-02-01')
    expect(read?.promisedLimits[0]?.limit).toEqual({ unit: 'workday', amount: '9' })
    expect(read?.flow[0]).toMatchObject({ limits: [{ limit: { unit: 'workday', amount: '2' } }] })
    expect(read?.materials[1]?.necessity).toBe('deferrable')
    expect(read?.location).toBe('一楼大厅；3号窗口')
  })

  test('what people write for days, charges and kinds is what they mean', async () => {
    const { matter: read, told } = await edited(({ set, add }) => {
      set('事项', 2, '施行', { t: 'n', v: 46054 })
      set('收费', 2, '收费', '否')
      set('时限', 2, '时限', '20.0（工作日）')
      set('材料', 2, '份数', '一式２份')
      add('环节', { 种类: '并行', 环节: '受理、现场核查' })
    })
    expect(told).toEqual([])
    expect(read).toMatchObject({
      effectiveFrom: '2026-02-01',
      fees: [{ charged: false }],
      materials: [{ copies: '2' }, {}],
    })
    expect(read?.statutoryLimits).toMatchObject([{ limit: { unit: 'workday', amount: '20' } }])
    expect(read?.flow[3]).toMatchObject({ kind: 'parallel', steps: ['受理', '现场核查'] })
  })

  test('a proposal is not made twice', async () => {
    const { told } = await edited(({ set }) => set('环节', 2, '时限', { t: 'n', v: 2 }))
    expect(told).toEqual(['环节!J2：“时限：2”没有单位，如“2个工作日”“2个自然日”，原文已记为说明'])
  })

  test('a title above the heads, blank rows, merged and missing 事项 are no trouble', async () => {
    const { matter: read, told } = await edited(({ sheet, book }) => {
      const rows = utils.sheet_to_json<string[]>(sheet('材料'), { header: 1, blankrows: true })
      const [heads = [], first = [], second = []] = rows
      const merged = second.map((text, column) => (column === 1 ? '' : text))
      const made = utils.aoa_to_sheet([['2026年申请材料汇总表'], [], heads, [], first, [], merged])
      made['!merges'] = [{ s: { r: 4, c: 1 }, e: { r: 6, c: 1 } }]
      book.Sheets['材料'] = made
    })
    expect(told).toEqual([])
    expect(read).toEqual(matter)
  })

  test('a head that was deleted is found by its place, a column that never had one is kept', async () => {
    const { matter: read, told } = await edited(({ sheet, set }) => {
      const materials = sheet('材料')
      for (const [address, cell] of Object.entries(materials)) {
        if (/^[A-Z]+1$/.test(address) && cell.v === '份数') delete materials[address]
      }
      const range = utils.decode_range(materials['!ref'] ?? 'A1')
      const c = range.e.c + 2
      materials[utils.encode_cell({ r: 1, c })] = { t: 's', v: '张科长说要改' }
      materials['!ref'] = utils.encode_range({ s: range.s, e: { r: range.e.r, c } })
      set('材料', 2, '形式', '原件')
    })
    expect(told).toEqual([
      '材料!G1：这一列没有列名，看位置当作“份数”（不是的话请写上列名）',
      '材料!Q1：这一列没有列名，下面的内容记为“说明：第Q列”',
    ])
    expect(read?.materials[0]).toMatchObject({ copies: '1', forms: ['original'], notes: ['第Q列：张科长说要改'] })
  })

  test('a value that is merged over several rows is said of each', async () => {
    const { matter: read, told } = await edited(({ sheet, set }) => {
      set('环节', 2, '角色', '综合窗口')
      const column = utils.sheet_to_json<string[]>(sheet('环节'), { header: 1 })[0]?.indexOf('角色') ?? 0
      sheet('环节')['!merges'] = [{ s: { r: 1, c: column }, e: { r: 2, c: column } }]
    })
    expect(told).toEqual([])
    expect(read?.flow).toMatchObject([{ role: '综合窗口' }, { role: '综合窗口' }, {}])
    expect(read?.flow[2]).not.toHaveProperty('role')
  })

  test('findings are told in the order of the cells', async () => {
    const { diagnostics } = await edited(({ set }) => {
      set('环节', 4, '时限', '很快')
      set('环节', 2, '时限', '尽快')
      set('环节', 2, '环节', '收件')
      set('材料', 3, '当', '面积很大的')
      set('事项', 2, '施行', '下个月')
    })
    expect(diagnostics.map(({ place }) => place)).toEqual(['事项!K2', '材料!D3', '环节!D2', '环节!J2', '环节!J4'])
  })

  test('heads in other words are understood, slips are guessed and told, others are kept as 说明', async () => {
    const { matter: read, told } = await edited(({ sheet, set }) => {
      const heads = sheet('材料')
      for (const [address, cell] of Object.entries(heads)) {
        if (/^[A-Z]+1$/.test(address) && cell.v === '份数') cell.v = '材料份数*'
        if (/^[A-Z]+1$/.test(address) && cell.v === '必要性') cell.v = '必要姓'
        if (/^[A-Z]+1$/.test(address) && cell.v === '样表') cell.v = '领导批示'
      }
      set('材料', 2, '领导批示', '尽快简化')
    })
    expect(told).toEqual([
      '材料!I1：列名“必要姓”当作“必要性”（不是的话请改列名）',
      '材料!M1：没有“领导批示”这一列，下面的内容记为说明',
    ])
    expect(read?.materials[0]).toMatchObject({ copies: '1', necessity: 'required', notes: ['领导批示：尽快简化'] })
  })

  test('what cannot be read is kept in its own words, and told with its cell', async () => {
    const { matter: read, diagnostics } = await edited(({ set, add }) => {
      set('环节', 2, '时限', '尽快')
      set('材料', 3, '当', '面积很大的')
      set('时限', 2, '时限', { t: 'n', v: 20 })
      add('受理条件', { 事项: '占道施工许可', 条件: '不影响交通', 判断: '看情况' })
    })
    expect(diagnostics.map(({ place, kept }) => [place, kept])).toEqual(
      expect.arrayContaining([
        ['环节!J2', 'note'],
        ['材料!D3', 'note'],
        ['时限!D2', 'note'],
        ['受理条件!E2', 'manual'],
      ]),
    )
    expect(read?.flow[0]).toMatchObject({ limits: [], notes: ['时限：尽快'] })
    expect(read?.materials[1]?.notes).toEqual(['当：面积很大的'])
    expect(read?.notes).toEqual(['法定时限：20'])
    expect(read?.requirements[0]).toMatchObject({ name: '不影响交通', manualCheck: '看情况' })
    const [limit] = diagnostics.filter(({ place }) => place === '时限!D2')
    expect(limit?.message).toContain('没有单位，如“20个工作日”')
  })

  test('a misspelt name of a list is told with the one that is near, and kept beside those that are read', async () => {
    const [lists] = [...compile([{ uri: 'a.zw', text: LISTS }]).matters.values()].map((one) =>
      withoutOrigins(one.matter),
    )
    const { matter: read, told } = await edited(({ set }) => {
      set('环节', 6, '环节', '现场核查、交警意件、园林意见')
      set('环节', 7, '前序', '现场核查、交警意件')
      set('材料', 2, '形式', '原件、复引件')
    }, lists)
    expect(told).toEqual([
      '材料!F2：“形式：复引件”不在可选值中：原件、复印件、纸质、电子件、纸质证照、电子证照；是不是“复印件”？，原文已记为说明',
      '环节!D6：找不到名为“交警意件”的环节，原文已记为说明（是不是“交警意见”？）',
      '环节!L7：找不到名为“交警意件”的环节，原文已记为说明（是不是“交警意见”？）',
    ])
    expect(read?.materials[0]).toMatchObject({ forms: ['original'], notes: ['形式里没有认出：复引件'] })
    expect(read?.flow[4]).toMatchObject({
      steps: ['现场核查', '园林意见'],
      notes: ['同时办', '并联里没有认出：交警意件'],
    })
    expect(read?.flow[5]).toMatchObject({ after: ['现场核查'], notes: ['前序里没有认出：交警意件'] })
  })

  test('a parallel of which one name is left, or none, is kept in its own words', async () => {
    const [lists] = [...compile([{ uri: 'a.zw', text: LISTS }]).matters.values()].map((one) =>
      withoutOrigins(one.matter),
    )
    for (const names of ['现场核查、交警意件', '现场核茶、交警意件']) {
      const { matter: read, told } = await edited(({ set }) => set('环节', 6, '环节', names), lists)
      expect(told).toHaveLength(names.includes('核茶') ? 2 : 1)
      expect(told.join()).toContain('环节!D6：找不到名为“交警意件”的环节，原文已记为说明（是不是“交警意见”？）')
      expect(read?.flow.filter(({ kind }) => kind === 'parallel')).toEqual([])
      expect(read?.notes).toEqual([`并联：${names}；说明：同时办`])
    }
  })

  test('a sheet is missing, another is new, a matter is misspelt', async () => {
    const { matters, told, report } = await edited(({ book, sheet, set }) => {
      book.SheetNames.splice(book.SheetNames.indexOf('结果'), 1)
      delete book.Sheets['结果']
      utils.book_append_sheet(book, utils.aoa_to_sheet([['值班表'], ['张三', '李四']]), '值班')
      utils.book_append_sheet(book, sheet('收费'), '收费情况一览')
      book.SheetNames.splice(book.SheetNames.indexOf('收费'), 1)
      set('材料', 3, '事项', '占道施工许克')
    })
    expect(told).toContain('材料!B3：“事项”表里没有“占道施工许克”，另立了一项（是不是“占道施工许可”？）')
    expect(told.some((line) => line.startsWith('值班：不认识这张表，没有导入'))).toBe(true)
    expect(told).toContain('收费情况一览：按列名当作“收费”表')
    expect(matters.map(({ name }) => name)).toEqual(['占道施工许可', '占道施工许克'])
    expect(matters[0]?.fees).toHaveLength(1)
    expect(report.find(({ sheet }) => sheet === '值班')?.as).toBeUndefined()
  })

  test('a cell with an error of a formula is told, one with a formula has its value', async () => {
    const { matter: read, told } = await edited(({ set }) => {
      set('材料', 2, '份数', { t: 'e', v: 42, w: '#N/A' })
      set('材料', 3, '份数', { t: 'n', v: 2, f: '1+1' })
    })
    expect(told).toEqual([
      '材料：有1个格子是公式，按文件保存时的结果导入',
      '材料!G2：这一格是“#N/A”，没有导入（请改好公式，或者直接填内容）',
    ])
    expect(read?.materials.map(({ copies }) => copies)).toEqual([undefined, '2'])
  })
})
