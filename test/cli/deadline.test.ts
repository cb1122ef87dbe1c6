import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

interface Case {
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, unknown>>
}

// The cases of the calendar's own tests, computed by an independent walk (test/support/deadline-oracle.py).
const cases: readonly Case[] = readFileSync(new URL('../calendar/deadline-cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

function jsonLines(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('zw deadline', () => {
  test('tells the date first, then how it came about', async () => {
    const { code, out, err } = await runCli([
      'deadline',
      '--from',
      '2026-09-28',
      '--limit',
      '20个工作日',
      '--profile',
      '行政许可法',
    ])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(
      [
        '到期日：2026年10月30日（星期五）',
        '',
        '  起算      2026年9月28日（星期一），当日不计',
        '  时限      20个工作日',
        '  计算规则  行政许可法（第八十二条）',
        '  计入      20个工作日（2026年9月29日至10月30日）',
        '  跳过      休息日5天，国庆节7天（2026年10月1日至7日）',
        '  调休上班  2026年10月10日',
        '  依据安排  国务院办公厅2026年放假安排',
        '',
      ].join('\n'),
    )
  })

  test('tells what a last day on a rest day is moved to', async () => {
    const { out } = await runCli(['deadline', '--from', '2026-09-03', '--limit', '1个月'])
    expect(out).toContain('到期日：2026年10月8日（星期四）')
    expect(out).toContain('末日2026年10月3日（星期六）不办公，顺延到2026年10月8日')
    const kept = await runCli(['deadline', '--from', '2026-09-03', '--limit', '1个月', '--no-roll'])
    expect(kept.out).toContain('到期日：2026年10月3日（星期六）')
  })

  test('says plainly that a date beyond the published days may still change', async () => {
    const { out } = await runCli(['deadline', '--from', '2026-12-01', '--limit', '40个工作日'])
    expect(out).toContain('元旦（推算）1天')
    expect(out).toMatch(/\n暂定：2027年的放假安排尚未收录/)
  })

  test('counts backward over a holiday', async () => {
    const { out } = await runCli(['deadline', '--from', '2026-10-09', '--limit', '-3个工作日'])
    expect(out).toContain('到期日：2026年9月29日')
    expect(out).toContain('跳过      国庆节7天（2026年10月1日至7日）')
  })

  test('leaves out paused days and runs on into the extension', async () => {
    const flags = ['--pause', '2026-10-12..2026-10-14', '--pause', '2026-10-15..2026-10-16', '--extend', '10个工作日']
    const { out } = await runCli(['deadline', '--from', '2026-09-28', '--limit', '20个工作日', ...flags])
    expect(out).toContain('到期日：2026年11月20日')
    expect(out).toContain('暂停计时  2026年10月12日至16日，5天')
    expect(out).toContain('时限      20个工作日，延长10个工作日')
  })

  test('takes 日 without unit as that of a licence and says so', async () => {
    const licence = await runCli(['deadline', '--from', '2026-09-28', '--limit', '20日'])
    expect(licence.out).toContain('到期日：2026年10月30日')
    expect(licence.out).toContain('时限只写了“日”，按行政许可的期限计算')
    const other = await runCli(['deadline', '--from', '2026-09-28', '--limit', '20日', '--profile', '民法典'])
    expect(other.out).toContain('到期日：2026年10月19日')
    expect(other.out).not.toContain('时限只写了“日”')
  })

  test.each([
    ['２０个工作日', '2026-10-30'],
    ['20 工作日', '2026-10-30'],
    ['半个工作日', '2026-09-29'],
    ['当场', '2026-09-28'],
    ['60天', '2026-12-25'],
    ['-7个自然日', '2026-09-21'],
    ['2年', '2028-09-28'],
    ['二十个工作日', '2026-10-30'],
    ['二十工作日内', '2026-10-30'],
    ['20（工作日）', '2026-10-30'],
    ['20个工作日以内', '2026-10-30'],
    ['十五日', '2026-10-23'],
    ['六十个自然日', '2026-11-27'],
    ['三个月', '2026-12-28'],
    ['两年', '2028-09-28'],
    ['−七個自然日', '2026-09-21'],
  ])('reads “%s”', async (limit, due) => {
    const { out } = await runCli(['deadline', '--from', '2026-09-28', '--limit', limit, '--json'])
    expect(JSON.parse(out)).toMatchObject({ due })
  })

  test('writes the stable JSON', async () => {
    const { out } = await runCli([
      'deadline',
      '--from',
      '2026-09-29',
      '--limit',
      '2个工作日',
      '--json',
      '--profile',
      '行政许可法',
    ])
    expect(JSON.parse(out)).toEqual({
      schema: 'zw/deadline/1',
      from: '2026-09-29',
      limit: { value: '2', unit: '工作日', workdays: '2' },
      profile: '行政许可法',
      due: '2026-10-08',
      nominalDue: '2026-10-08',
      dayPart: '1',
      provisional: false,
      provisionalBecause: null,
      notices: ['2026'],
      trace: [
        { date: '2026-09-30', kind: '计入', note: '第1个工作日' },
        ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ date: `2026-10-0${day}`, kind: '放假', note: '2026年放假安排' })),
        { date: '2026-10-08', kind: '计入', note: '第2个工作日' },
      ],
    })
  })

  test('即办 has no number, and is done on the day', async () => {
    const { out } = await runCli(['deadline', '--from', '2026-09-29', '--limit', '即办', '--json'])
    expect(JSON.parse(out)).toMatchObject({ limit: { value: null, unit: '即办', workdays: '0' }, due: '2026-09-29' })
  })

  test('a limit in hours ends at an instant', async () => {
    const flags = ['--from', '2026-09-28T10:20:00+08:00', '--limit', '24小时']
    expect(JSON.parse((await runCli(['deadline', ...flags, '--json'])).out)).toMatchObject({
      due: '2026-09-29',
      dueAt: '2026-09-29T10:20:00+08:00',
    })
    expect((await runCli(['deadline', ...flags])).out).toContain('到期日：2026年9月29日10时20分（北京时间）')
  })

  test('takes a calendar file over the built-in notices', async () => {
    const overlay = { overlays: [{ name: '广西三月三', off: ['2026-04-20'], worked: [] }] }
    const flags = ['deadline', '--from', '2026-04-17', '--limit', '1个工作日']
    const { out } = await runCli([...flags, '--calendar', 'gx.json'], { files: { 'gx.json': JSON.stringify(overlay) } })
    expect(out).toContain('到期日：2026年4月21日')
    expect(out).toContain('广西三月三1天（2026年4月20日）')
    expect((await runCli(flags)).out).toContain('到期日：2026年4月20日')
  })

  test('takes the 工作日历 of a .zw file in the same way', async () => {
    const flags = ['deadline', '--from', '2026-04-17', '--limit', '1个工作日', '--calendar', 'gx.zw']
    const file = (line: string) => ({ files: { 'gx.zw': `语言版本：1\n工作日历：广西三月三\n  ${line}\n` } })
    const { out } = await runCli(flags, file('放假：2026年4月20日（星期一）'))
    expect(out).toContain('到期日：2026年4月21日')
    expect(out).toContain('广西三月三1天（2026年4月20日）')
    const wrong = await runCli(flags, file('放假：2026年4月31日'))
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('工作日历“gx.zw”读不懂：“放假：2026年4月31日”')
    const none = await runCli(flags, { files: { 'gx.zw': '语言版本：1\n' } })
    expect(none.err).toContain('里面没有“工作日历：”')
  })

  test.each([
    [['--from', '2026-02-30', '--limit', '5个工作日'], '“2026-02-30”不是有效日期'],
    [['--from', '明天', '--limit', '5个工作日'], '“明天”不是有效日期'],
    [['--from', '2026-09-28', '--limit', '5'], '“5”不是时限，请写成“5个工作日”“5个自然日”的样子'],
    [['--from', '2026-09-28', '--limit', '十五'], '“十五”不是时限，请写成“十五个工作日”“十五个自然日”的样子'],
    [['--from', '2026-09-28', '--limit', '若干天'], '“若干天”不是时限'],
    [['--from', '2026-09-28', '--limit', '二十个工作日左右'], '“二十个工作日左右”不是时限'],
    [['--from', '2026-09-28', '--limit', '十十日'], '“十十日”不是时限'],
    [['--from', '2026-09-28', '--limit', '无法定时限'], '没有到期日'],
    [['--from', '2026-09-28', '--limit', '2小时'], '“2026-09-28”不是有效时刻，应如“2026-09-28T10:20:00+08:00”'],
    [['--from', '2026-09-28'], '请写明 --from 起算日 和 --limit 时限'],
    [
      ['--from', '2026-09-28', '--limit', '5日', '--profile', '行政许可'],
      '没有“行政许可”的计算规则；可以用：民法典、行政许可法',
    ],
    [['--from', '2026-09-28', '--limit', '5日', '--pause', '2026-09-29'], '“--pause <起..止>”的值“2026-09-29”不对'],
    [['--from', '2026-09-28', '--limit', '5日', '--pause', '2026-09-29..'], '恢复后才有到期日'],
    [['--from', '2026-09-28', '--limit', '5日', '--calendar', 'gone.json'], '找不到“gone.json”'],
    [['--from'], '选项“--from <日期>”后面要写值'],
    [['--batch', 'gone.jsonl'], '找不到“gone.jsonl”'],
  ])('%j ends with 2 and a sentence', async (flags, sentence) => {
    const { code, out, err } = await runCli(['deadline', ...flags])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).not.toMatch(/\bat .*\.ts:\d+|Error:/)
  })
})

describe('zw deadline --batch', () => {
  test('agrees with the independent walk on every case', async () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
    const good = cases.filter(({ expected }) => !('error' in expected))
    const lines = good.map(({ input }) => JSON.stringify(input)).join('\n')
    const { code, out } = await runCli(['deadline', '--batch', 'cases.jsonl'], { files: { 'cases.jsonl': lines } })
    expect(code).toBe(0)
    const answers = jsonLines(out)
    expect(answers).toHaveLength(good.length)
    for (const [index, { expected }] of good.entries()) expect(answers[index]).toMatchObject(expected)
  })

  test('gives a bad line its error in its place, goes on, and ends with 1', async () => {
    const bad = cases.filter(({ expected }) => 'error' in expected)
    const stdin = [
      '{"from":"2026-09-28","limit":"20个工作日"}',
      ...bad.map(({ input }) => JSON.stringify(input)),
      'from=2026-09-28',
      '[]',
      '{"limit":"5个工作日"}',
      '{"from":"2026-09-28","limit":5}',
      '{"from":"2026-09-28","limit":"5个工作日","pauses":["2026-09-29"]}',
      '{"from":"2026-09-28","limit":"5个工作日","pause":[]}',
      '{"from":"2026-09-28","limit":"5个工作日","profile":"不存在法"}',
      '',
      '{"from":"2026-09-28","limit":"20个工作日","profile":null}',
    ].join('\r\n')
    const { code, out } = await runCli(['deadline', '--batch', '-'], { stdin })
    expect(code).toBe(1)
    const answers = jsonLines(out)
    expect(answers[0]).toMatchObject({ due: '2026-10-30' })
    expect(answers.at(-1)).toMatchObject({ due: '2026-10-30' })
    expect(answers.slice(1, -1).map((answer) => Reflect.get(Object(answer['error']), 'code'))).toEqual([
      ...bad.map(({ expected }) => expected['error']),
      'bad-line',
      'bad-line',
      'bad-line',
      'bad-line',
      'bad-line',
      'bad-line',
      'bad-profile',
    ])
  })
})
