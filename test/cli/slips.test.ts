import { describe, expect, test } from 'vitest'
import { matterText } from '../support/matter-text.ts'
import { runCli } from './run-cli.ts'

const STALL = matterText(
  {
    facts: ['信息：经营面积', '  类型：数', '  单位：平方米', '信息：雇有帮工', '  类型：是否'],
    requirements: ['条件：面积够用', '  判断：【经营面积】10平方米以上', '条件：不占盲道', '  人工判断：到现场看一看'],
  },
  '摊位许可',
)
const files = { 'stall.zw': STALL }
/** One line is not as it should be, so that what it said is missing. */
const faulty = { 'stall.zw': STALL.replace('类型：数', '类型：数目字') }

test.each([
  ['ask', '占道许可证'],
  ['graph', '占道许可证'],
  ['guide', '占道许可证'],
])('zw %s lists the few names there are where none is like the one written', async (command, name) => {
  const { code, err } = await runCli([command, name], { files })
  expect([code, err]).toEqual([2, `zw：没有名为“${name}”的事项；有：“摊位许可”\n`])
})

test('a file in the place of the name is told as such', async () => {
  const { code, err } = await runCli(['ask', 'stall.zw'], { files })
  expect([code, err]).toEqual([2, 'zw：没有名为“stall.zw”的事项；请先写名称，再写文件，如 摊位许可 stall.zw\n'])
})

test.each([
  [['--given', '面积=8'], '“摊位许可”不问“面积”，是不是“经营面积”？'],
  [['--given', '雇有帮工=有'], '“雇有帮工”不能是“有”，可以写：是、否'],
  [['--judge', '盲道=是'], '没有名为“盲道”的受理条件，是不是“不占盲道”？'],
  [['--judge', '环保=是'], '没有名为“环保”的受理条件；有：“面积够用”、“不占盲道”'],
])('%j is answered with the names that have the word in them, else with all', async (args, message) => {
  const { code, err } = await runCli(['ask', '摊位许可', ...args], { files })
  expect([code, err]).toEqual([2, `zw：${message}\n`])
})

test('names of facts may be written in other widths', async () => {
  const { code } = await runCli(['ask', '摊位许可', '--given', '经营 面积＝80'], { files })
  expect(code).toBe(0)
})

test('a slip in an option leads to the help of the command', async () => {
  const { err } = await runCli(['ask', '摊位许可', '--gven', 'a'], { files })
  expect(err).toBe('zw：没有“--gven”这个选项，是不是--given？\n用法见 zw ask --help\n')
})

test.each([
  [['graph', '摊位许可', '-o', '摊位.png'], '写不了“.png”格式'],
  [['guide', '摊位许可', '-o', '摊位.docx'], '写不了“.docx”格式'],
  [['import', '事项.xls'], '“事项.xls”读不了；请用Excel或者WPS打开，另存为.xlsx'],
  [['import', 'stall.zw'], '“stall.zw”已经是.zw文件，不用导入'],
  [['diff', '2025-13-01', 'stall.zw'], '“2025-13-01”不是一个日期'],
])('%j says what could be written instead', async (args, message) => {
  const { code, err } = await runCli(args, { files })
  expect(err).toContain(message)
  expect(code).toBe(2)
})

describe('files with errors', () => {
  test('are told by zw ask and zw diff, which look at what is left', async () => {
    const asked = await runCli(['ask', '摊位许可'], { files: faulty })
    expect([asked.code, asked.err]).toEqual([1, 'zw：“摊位许可”的文件里有错误，上面说的可能不对；运行 zw check 查看\n'])
    const compared = await runCli(['diff', 'stall.zw', 'stall.zw'], { files: faulty })
    expect(compared.code).toBe(1)
    expect(compared.err).toContain('有错的地方没有对照；运行 zw check 查看')
  })

  test('are left out by zw match, since what they do not say may be what an applicant does not meet', async () => {
    const applicants = { 'people.jsonl': '{"id":1,"facts":{"经营面积":80}}\n' }
    const { code, out, err } = await runCli(['match', 'people.jsonl'], { files: { ...faulty, ...applicants } })
    expect(err).toBe('zw：“摊位许可”的文件里有错误，没有匹配；运行 zw check 查看\n')
    expect(out).toContain('1个申请人，0个事项')
    expect(code).toBe(1)
    const sound = await runCli(['match', 'people.jsonl'], { files: { ...files, ...applicants } })
    expect([sound.code, sound.err]).toEqual([0, ''])
  })
})

test('the version before of a matter that has always been in force is the matter itself', async () => {
  const { code, out } = await runCli(['diff', '前一版', 'stall.zw'], { files })
  expect([code, out]).toEqual([0, '改动对照：前一版 → stall.zw\n事项没有变化1个；合计压减没有变，是85.0%。\n'])
})
