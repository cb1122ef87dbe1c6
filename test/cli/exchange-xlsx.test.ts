import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { editWorkbook } from '../exchange/xlsx/edited-workbook.ts'
import { matterText } from '../support/matter-text.ts'
import { runCli } from './run-cli.ts'

const text = matterText({
  steps: ['环节：受理', '  时限：1个工作日', '环节：决定', '  时限：2个工作日', '  产出：占道施工许可证'],
  outputs: ['结果：占道施工许可证'],
})

const OTHER = '语言版本：1\n\n事项：补换证\n事项类型：公共服务\n\n申请材料：\n  材料：申请表\n'

describe('zw export --format xlsx', () => {
  test('writes a workbook that zw import reads as the same text', async () => {
    const { code, err, cwd } = await runCli(['export', '--format', 'xlsx', '-o', 'a.xlsx'], { files: { 'a.zw': text } })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const imported = await runCli(['import', 'a.xlsx', '-o', 'b.zw'], { cwd })
    expect(imported).toMatchObject({ code: 0, err: '' })
    const again = await runCli(['export', 'b.zw'], { cwd })
    expect(again.out).toBe((await runCli(['export', 'a.zw'], { cwd })).out)
  })

  test('is no text for a terminal', async () => {
    const { code, err } = await runCli(['export', '--format', 'xlsx'], { files: { 'a.zw': text } })
    expect(code).toBe(2)
    expect(err).toContain('-o 文件.xlsx')
  })

  test('says that it leaves out what is no matter', async () => {
    const targets = '\n目标：许可压减\n  范围：事项类型为 行政许可\n  每项：\n    压减时限：不低于10%\n'
    const { err } = await runCli(['export', '--format', 'xlsx', '-o', 'a.xlsx'], {
      files: { 'a.zw': text, 'b.zw': `语言版本：1\n${targets}` },
    })
    expect(err).toContain('一批事项的目标没有写进去')
  })
})

describe('zw export of a 一件事 as xlsx', () => {
  test.each([
    ['新生儿出生', 'examples/bundles/newborn'],
    ['开办餐饮店', 'examples/bundles/restaurant'],
    ['企业注销', 'examples/bundles/close-company'],
  ])('writes %s as the one matter that it makes, which can be read back without a loss', async (name, path) => {
    const root = process.cwd()
    const { cwd } = await runCli(['init', 'empty'], {})
    const [book, read] = [join(cwd, 'a.xlsx'), join(cwd, 'read.zw')]
    const { code, err } = await runCli(['export', name, path, '-o', book], { cwd: root })
    expect(code).toBe(0)
    expect(err).toBe(`zw：一件事“${name}”按合成的一个事项写出，它的用例没有写进去；要各个事项，请写它们的名称\n`)
    expect(await runCli(['import', book, '-o', read], { cwd: root })).toMatchObject({ code: 0, err: '' })
    const texts = async (from: string): Promise<readonly string[]> => {
      const { lines } = JSON.parse((await runCli(['show', name, from, '--json'], { cwd: root })).out)
      return lines.map(({ text }: { text: string }) => text)
    }
    const before = await texts(path)
    const scenarios = before.findIndex((line) => line.startsWith('用例'))
    expect(await texts(read)).toEqual(scenarios === -1 ? before : before.slice(0, scenarios))
  })

  test('says how to have one in it where all is exported', async () => {
    const { cwd } = await runCli(['init', 'empty'], {})
    const argv = ['export', 'examples/bundles/newborn', '-o', join(cwd, 'a.xlsx')]
    const { err } = await runCli(argv, { cwd: process.cwd() })
    expect(err).toContain('要写一件事，请写它的名称，如 zw export 新生儿出生 --format xlsx')
  })
})

describe('zw import of a workbook into a folder', () => {
  test('changes what was changed, adds what is new, and leaves the rest as its author wrote it', async () => {
    const kept = `${OTHER}\n注：这一行是作者写的\n`
    const { cwd } = await runCli(['export', 'zw', '--format', 'xlsx', '-o', 'a.xlsx'], {
      files: { 'zw/a.zw': text, 'zw/b.zw': kept },
    })
    const workbook = editWorkbook(readFileSync(join(cwd, 'a.xlsx')))
    workbook.set('事项', 2, '事项', '占用道路施工许可')
    workbook.add('事项', { 事项: '注销登记', 事项类型: '公共服务' })
    workbook.add('材料', { 事项: '注销登记', 材料: '注销申请书' })
    writeFileSync(join(cwd, 'a.xlsx'), workbook.save())

    const { code, err } = await runCli(['import', 'a.xlsx', '-o', 'zw'], { cwd })
    expect({ code, err }).toEqual({ code: 0, err: 'zw：新建1个文件，更新1个文件，1个事项没有变化\n' })
    expect(readdirSync(join(cwd, 'zw')).sort()).toEqual(['a.zw', 'b.zw', '注销登记.zw'])
    expect(readFileSync(join(cwd, 'zw/a.zw'), 'utf8')).toContain('事项：占用道路施工许可\n')
    expect(readFileSync(join(cwd, 'zw/a.zw'), 'utf8')).not.toContain('事项：占道施工许可\n')
    expect(readFileSync(join(cwd, 'zw/b.zw'), 'utf8')).toBe(kept)

    const again = await runCli(['import', 'a.xlsx', '-o', 'zw'], { cwd })
    expect(again.err).toBe('zw：新建0个文件，更新0个文件，3个事项没有变化\n')
  })

  test('changes one block of a file and none of its neighbours', async () => {
    const both = `${text}\n注：两项之间\n${OTHER.replace('语言版本：1\n', '')}`
    const { cwd } = await runCli(['export', 'zw', '--format', 'xlsx', '-o', 'a.xlsx'], { files: { 'zw/a.zw': both } })
    const workbook = editWorkbook(readFileSync(join(cwd, 'a.xlsx')))
    workbook.set('材料', 2, '份数', '2份')
    writeFileSync(join(cwd, 'a.xlsx'), workbook.save())
    await runCli(['import', 'a.xlsx', '-o', 'zw'], { cwd })
    const changed = readFileSync(join(cwd, 'zw/a.zw'), 'utf8')
    expect(changed).toBe(both.replace('  材料：申请表\n', '  材料：申请表\n    份数：2份\n'))
  })

  test('tells with --dry-run which lines are to change, and writes none', async () => {
    const commented = text.replace('  时限：1个工作日\n', '  注：窗口说可以更快\n  时限：1个工作日\n')
    const { cwd } = await runCli(['export', 'zw', '--format', 'xlsx', '-o', 'a.xlsx'], {
      files: { 'zw/a.zw': commented },
    })
    const workbook = editWorkbook(readFileSync(join(cwd, 'a.xlsx')))
    workbook.set('环节', 2, '时限', '0.5个工作日')
    workbook.add('事项', { 事项: '注销登记', 事项类型: '公共服务' })
    writeFileSync(join(cwd, 'a.xlsx'), workbook.save())
    const at = commented.split('\n').findIndex((line) => line.includes('时限：1个工作日')) + 1
    const trial = await runCli(['import', 'a.xlsx', '-o', 'zw', '--dry-run'], { cwd })
    expect(trial.code).toBe(0)
    expect(trial.out.split('\n')).toEqual([
      'zw/a.zw',
      expect.stringMatching(new RegExp(`^-${at} +时限：1个工作日$`)),
      expect.stringMatching(new RegExp(`^\\+${at} +时限：0.5个工作日$`)),
      '',
      'zw/注销登记.zw',
      '+1 语言版本：1',
      '+2 ',
      '+3 事项：注销登记',
      '+4 事项类型：公共服务',
      '',
    ])
    expect(trial.err).toBe('zw：要新建1个文件，要更新1个文件，0个事项没有变化；没有写文件，去掉 --dry-run 就写\n')
    expect(readdirSync(join(cwd, 'zw'))).toEqual(['a.zw'])
    expect(readFileSync(join(cwd, 'zw/a.zw'), 'utf8')).toBe(commented)
    const done = await runCli(['import', 'a.xlsx', '-o', 'zw', '--json'], { cwd })
    expect(JSON.parse(done.out).saved.changes[0]).toMatchObject({
      file: 'zw/a.zw',
      lines: [expect.any(String), expect.any(String)],
    })
    expect(readFileSync(join(cwd, 'zw/a.zw'), 'utf8')).toBe(commented.replace('时限：1个工作日', '时限：0.5个工作日'))
    const nowhere = await runCli(['import', 'a.xlsx', '--dry-run'], { cwd })
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('--dry-run 要和 -o 文件夹 一起写') })
  })

  test('does not overwrite an 实施清单 with what it inherits', async () => {
    const local = '语言版本：1\n\n实施清单：占道施工许可（示例市）\n基于：占道施工许可\n实施主体：示例市城管局\n'
    const files = { 'zw/a.zw': text.replace('\n事项', '\n事项'), 'zw/b.zw': local }
    const { cwd } = await runCli(['export', 'zw', '--format', 'xlsx', '-o', 'a.xlsx'], { files })
    const workbook = editWorkbook(readFileSync(join(cwd, 'a.xlsx')))
    workbook.set('事项', 3, '办理地点', '一楼')
    writeFileSync(join(cwd, 'a.xlsx'), workbook.save())
    const { err } = await runCli(['import', 'a.xlsx', '-o', 'zw'], { cwd })
    expect(err).toContain('“占道施工许可（示例市）”在zw/b.zw里是实施清单，没有改')
    expect(readFileSync(join(cwd, 'zw/b.zw'), 'utf8')).toBe(local)
  })

  test('tells of a cell that it could not read, and ends with 1', async () => {
    const { cwd } = await runCli(['export', '--format', 'xlsx', '-o', 'a.xlsx'], { files: { 'a.zw': text } })
    const workbook = editWorkbook(readFileSync(join(cwd, 'a.xlsx')))
    workbook.set('环节', 2, '时限', '尽快')
    writeFileSync(join(cwd, 'a.xlsx'), workbook.save())
    const { code, err, out } = await runCli(['import', 'a.xlsx', '--json'], { cwd })
    expect(code).toBe(1)
    expect(err).toContain('a.xlsx：环节!J2：')
    expect(JSON.parse(out)).toMatchObject({ problems: [{ path: '环节!J2', severity: 'warning' }] })
    expect(JSON.parse(out).text).toContain('    说明：时限：尽快\n')
  })

  test('writes no text of the language over a workbook', async () => {
    const { cwd } = await runCli(['export', '-o', 'a.xlsx'], { files: { 'a.zw': text } })
    const before = readFileSync(join(cwd, 'a.xlsx'))
    const { code, err } = await runCli(['import', 'a.xlsx', '-o', 'a.xlsx'], { cwd })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('不能叫“a.xlsx”；请写 -o 文件名.zw') })
    expect(readFileSync(join(cwd, 'a.xlsx')).equals(before)).toBe(true)
  })

  test('says what is no workbook', async () => {
    const { code, err } = await runCli(['import', 'a.xlsx'], { files: { 'a.xlsx': 'no workbook' } })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('a.xlsx：不是xlsx文件') })
  })
})

describe('zw import of an 实施清单', () => {
  const list = `事项名称,事项类型,法定办结时限,法定办结时限单位,承诺办结时限,承诺办结时限单位,受理条件,网办深度
占道施工许可,01,20,W,8,W,"1.有施工方案
2.不影响交通",III
补换证,20,-1,,即办,,无,IV
`

  test('writes what became of each column, as a page, Markdown and JSON', async () => {
    const { code, err, cwd } = await runCli(['import', 'a.csv', '-o', 'zw/', '--report', 'r.html'], {
      files: { 'a.csv': list },
    })
    expect(code).toBe(1)
    expect(err).toContain('第G列：“受理条件”，填了2行 → 受理条件：人工判断1行、无内容1行')
    expect(err).toContain('a.csv：B3：代码20在国家标准里是公共服务')
    expect(readdirSync(join(cwd, 'zw')).sort()).toEqual(['占道施工许可.zw', '补换证.zw'])
    const page = readFileSync(join(cwd, 'r.html'), 'utf8')
    expect(page).toContain('<td>法定办结时限单位</td>')
    await runCli(['import', 'a.csv', '-o', 'b.zw', '--report', 'r.md'], { cwd })
    expect(readFileSync(join(cwd, 'r.md'), 'utf8')).toContain('| H | 网办深度 | 2 | 说明 |  |  | 2 |  |  |')
    await runCli(['import', 'a.csv', '-o', 'b.zw', '--report', 'r.json'], { cwd })
    expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))).toMatchObject({
      schema: 'zw/import-report/1',
      rows: 2,
      matters: 2,
    })
    expect((await runCli(['check', 'zw'], { cwd })).code).toBe(0)
  })

  test('takes the codes of whom the user names', async () => {
    const { out } = await runCli(['import', 'a.csv', '--codes', '广东'], { files: { 'a.csv': list } })
    expect(out).toContain('事项：补换证\n事项类型：其他行政权力\n')
    const national = await runCli(['import', 'a.csv', '--codes', '国标'], { files: { 'a.csv': list } })
    expect(national.out).toContain('事项：补换证\n事项类型：公共服务\n')
  })

  test('a report is of a list only, and has one of three forms', async () => {
    const { cwd } = await runCli(['export', '--format', 'xlsx', '-o', 'a.xlsx'], { files: { 'a.zw': text } })
    const none = await runCli(['import', 'a.xlsx', '--report', 'r.html'], { cwd })
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('只有一行一项的实施清单') })
    writeFileSync(join(cwd, 'a.csv'), list)
    const other = await runCli(['import', 'a.csv', '--report', 'r.pdf'], { cwd })
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('.html、.md或者.json') })
    expect(existsSync(join(cwd, 'r.pdf'))).toBe(false)
  })
})
