import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFolder, runCli } from './run-cli.ts'

const city = ['examples/city/food-operation-permit.zw']
const food = ['guide', '食品经营许可新办', ...city]
const root = { cwd: process.cwd() }

describe('one guide', () => {
  test('is Markdown on standard output', async () => {
    const { code, out, err } = await runCli(food, root)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^# 食品经营许可新办\n/)
    expect(out).toContain('## 要带什么')
    expect(out).not.toContain('您的办事清单')
  })

  test('is written as the file is called', async () => {
    const folder = createFolder({})
    for (const name of ['a.html', 'a.json', 'a.md']) await runCli([...food, '-o', join(folder, name)], root)
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    expect(read('a.html')).toMatch(/^<!doctype html>/)
    expect(JSON.parse(read('a.json'))).toMatchObject({
      schema: 'zw/guide/1',
      standard: 'GB/T 39046-2020',
      checklist: null,
    })
    expect(read('a.md')).toMatch(/^# /)
  })

  test('begins with the applicant’s own list where his case is told', async () => {
    const { out } = await runCli([...food, '--given', '办理方式=告知承诺', '--start', '2026-09-28'], root)
    expect(out).toContain('## 您的办事清单')
    expect(out).toContain(
      '| 承诺时限 | 5个工作日；2026年9月28日受理的，最晚2026年10月10日（星期六）办结；另加制证送达（要办的话）6个工作日，不计入时限 |',
    )
    expect(out).toContain('## 谁能办')
  })

  test('says where a last day rests on holidays that are not published yet', async () => {
    const argv = [...food, '--given', '办理方式=一般程序', '--start', '2026-12-28']
    const { out } = await runCli(argv, root)
    const words = '最晚2027年1月14日（星期四）（暂定，放假通知还没有公布）办结'
    expect(out).toContain(`| 承诺时限 | 12个工作日；2026年12月28日受理的，${words}；`)
    expect(out).toContain(`- 例如：2026年12月28日受理的，${words}`)
    expect(JSON.parse((await runCli([...argv, '--json'], root)).out).checklist.promised).toEqual({
      limit: { value: '12', unit: '工作日', workdays: '12' },
      due: '2027-01-14',
      provisional: true,
      neededFacts: [],
    })
  })

  test('is the list alone with --checklist, as JSON too', async () => {
    const list = await runCli([...food, '--checklist', '--given', '办理方式=告知承诺'], root)
    expect(list.out).not.toContain('## 谁能办')
    const json = JSON.parse((await runCli([...food, '--checklist', '--json'], root)).out)
    expect(json.schema).toBe('zw/checklist/1')
    expect(json.checklist.open.map(({ fact }: { fact: string }) => fact)).toContain('办理方式')
  })

  test('of a 一件事 says where each part comes from', async () => {
    const { code, out } = await runCli(['guide', '新生儿出生', 'examples/bundles/newborn'], root)
    expect(code).toBe(0)
    expect(out).toContain('## 部门之间传什么')
    expect(out).toContain('- 哪个事项要：')
    const own = ['guide', '新生儿出生', 'examples/bundles/newborn', '--checklist', '--given', '申领社会保障卡=否']
    const list = (await runCli(own, root)).out
    expect(list).toContain('- 生育医疗费用报销（待定）\n  - 要看：报销生育医疗费用')
    expect(list).not.toContain('- 新生儿社会保障卡申领')
  })

  test('of documents of which one is enough calls none of them 必带', async () => {
    const text =
      '语言版本：1\n\n事项：车辆登记\n申请材料：\n  材料：行驶证\n    必要性：必要\n  材料：购车发票\n    必要性：必要\n  任选其一：行驶证、购车发票\n    名称：车辆证明\n'
    const { out } = await runCli(['guide', '车辆登记'], { files: { 'a.zw': text } })
    expect(out).toContain('车辆证明（任选一种）')
    expect(out).toContain('行驶证')
    expect(out).not.toContain('必带')
  })

  test('of a 一件事 with a sum for each selection tells the shortest and the longest at a glance', async () => {
    const { out } = await runCli(['guide', '开办餐饮店', 'examples/bundles/restaurant'], root)
    expect(out).toContain('| 承诺几天办结 | 13个工作日（法定20个工作日到56个工作日，看您的情形） |')
  })

  test.each([
    [['guide', '食品经营许可'], '是不是“食品经营许可新办”'],
    [[...food.slice(0, 2), '--given', '办理方法=告知承诺'], '是不是“办理方式”？'],
    [[...food.slice(0, 2), '--given', '办理方式=随便'], '可以写：告知承诺、一般程序'],
    [[...food.slice(0, 2), '--given', '告知承诺'], '请写成“信息=填写值”的样子'],
    [[...food.slice(0, 2), '--json', '--format', 'md'], '--json 和 --format md 只写一个'],
    [['guide'], '请写事项的名称'],
  ])('%j is answered with what to write', async (argv, words) => {
    const { code, err } = await runCli([...argv, ...(argv.length > 1 ? city : [])], root)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })

  test('of a matter with errors is written without them, and says so', async () => {
    const text = readFileSync(city[0] ?? '', 'utf8').replace('并联：材料审查、现场核查', '并联：材料审查、现场合查')
    const { code, out, err } = await runCli(['guide', '食品经营许可新办'], { files: { 'a.zw': text } })
    expect(code).toBe(1)
    expect(out).toContain('# 食品经营许可新办')
    expect(err).toContain('有错的地方没有写进指南；运行 zw check 查看')
  })
})

describe('all guides', () => {
  test.each(['html', 'md', 'json'])('are written as %s, with a list of them', async (format) => {
    const folder = createFolder({})
    const argv = ['guide', '--all', '-o', folder, '--format', format, 'examples/bundles/newborn']
    const { code, out } = await runCli(argv, root)
    expect(code).toBe(0)
    expect(out).toContain('写了8份指南')
    const files = readdirSync(folder)
    expect(files).toContain(`新生儿户口登记.${format}`)
    expect(existsSync(join(folder, `index.${format}`))).toBe(format !== 'json')
    expect(files).toHaveLength(format === 'json' ? 8 : 9)
  })

  test('each is led to by its own link', async () => {
    const folder = createFolder({})
    await runCli(['guide', '--all', '-o', folder, 'examples/bundles/newborn'], root)
    const links = [...readFileSync(join(folder, 'index.html'), 'utf8').matchAll(/<a href="([^"#]+)"/g)].map(
      ([, href]) => href ?? '',
    )
    expect(links).toHaveLength(8)
    for (const href of links) expect(existsSync(join(folder, decodeURIComponent(href)))).toBe(true)
  })

  test('names that differ only in marks get files of their own, and none is index.html', async () => {
    const folder = createFolder({ 'out/.keep': '' })
    const short = (name: string) => `事项：${name}\n办理环节：\n  环节：受理\n    时限：1个工作日\n`
    const files = { 'a.zw': `语言版本：1\n${['index', '甲/乙', '甲:乙'].map(short).join('')}` }
    const { out } = await runCli(['guide', '--all', '-o', join(folder, 'out')], { files })
    expect(out).toContain('写了3份指南')
    const written = readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.html'))
    expect(written.toSorted()).toEqual(['index.html', 'index（2）.html', '甲_乙.html', '甲_乙（2）.html'].toSorted())
  })

  test('need a folder that is there', async () => {
    expect((await runCli(['guide', '--all', ...city], root)).err).toContain('--all 要写明放在哪个文件夹，如 -o 指南')
    expect((await runCli(['guide', '--all', '-o', '没有的', ...city], root)).err).toContain(
      '没有文件夹“没有的”；请先新建',
    )
  })
})
