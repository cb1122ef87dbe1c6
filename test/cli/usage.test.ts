import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { displayWidth, padDisplay } from '../../src/diagnostics/display-width.ts'
import { runCli } from './run-cli.ts'

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']]])('%j lists the commands in Chinese', async (argv) => {
    const { code, out } = await runCli(argv)
    expect(code).toBe(0)
    const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${padDisplay(name, 15)}${summary}`)
    expect(out).toContain(rows.join('\n'))
    expect(out).not.toMatch(/Usage|Options|Commands|display help/)
  })

  test.each(Object.keys(COMMANDS))('zw help %s describes its options in aligned Chinese', async (name) => {
    const { code, out } = await runCli(['help', name])
    expect(code).toBe(0)
    expect(out).toContain(`用法： zw ${name}`)
    expect(out).not.toMatch(/Usage|Options|Arguments|default:|choices:|display help/)
    const options = out.split('\n').filter((line) => /^ {2}-/.test(line))
    expect(options.length).toBeGreaterThan(1)
    const columns = options.map((line) => displayWidth(/^ {2}\S.*? {2,}/.exec(line)?.[0] ?? ''))
    expect(new Set(columns).size).toBe(1)
  })

  test('zw --version prints the version alone', async () => {
    expect((await runCli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('zw alone shows the help and ends with 2', async () => {
    const { code, out } = await runCli([])
    expect(code).toBe(2)
    expect(out).toContain('用法')
  })
})

describe('a wrong call ends with 2 and a Chinese sentence', () => {
  test.each([
    [['chekc'], '没有“chekc”这个命令，是不是“check”？'],
    [['办件'], '没有“办件”这个命令'],
    [['constructor'], '没有“constructor”这个命令'],
    [['explain', '--jsn'], '没有“--jsn”这个选项，是不是--json？'],
    [['--verbose'], '没有“--verbose”这个选项'],
    [['explain', 'ZW1001', 'ZW1002'], '参数太多了'],
    [['report', 'examples/quick-start', '--csv', '-'], '“-”不是文件名；请写要存成的文件'],
    [['check', '--format', 'xml'], '选项“--format <格式>”的值“xml”不对，可以写：text、json'],
    [['check', '--as-of', '2026-02-30'], '选项“--as-of <日期>”的值“2026-02-30”不对，请写成“2026-09-28”的样子'],
  ])('%j', async (argv, sentence) => {
    const { code, out, err } = await runCli(argv, { cwd: process.cwd() })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })
})

describe('what is written twice is refused with both: the last would win unseen', () => {
  test.each([
    [
      ['check', '--as-of', '2026-01-01', '--as-of=2026-02-01'],
      '“--as-of”写了两次（2026-01-01和2026-02-01），请只写一次',
    ],
    [['check', '--format', 'json', '--format', 'text'], '“--format”写了两次（json和text），请只写一次'],
    [['guide', '甲', '-o', 'a.md', '--output', 'b.md'], '“--output”写了两次（a.md和b.md），请只写一次'],
    [['bundle', '甲', '--capacity', '公安局=1', '--capacity', '公安局=2'], '“公安局”前面已经写了1，请只写一次'],
  ])('%j', async (argv, sentence) => {
    const { code, out, err } = await runCli(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })

  test('options that gather can be written as often as there is something to say', async () => {
    const pauses = ['--pause', '2026-10-08..2026-10-09', '--pause', '2026-10-12..2026-10-13']
    const { code, out } = await runCli([
      'deadline',
      '--from',
      '2026-09-28',
      '--limit',
      '5个工作日',
      ...pauses,
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(out).due).toBe('2026-10-15')
  })
})

test.each(Object.keys(COMMANDS))('zw help %s names what an option can be once', async (name) => {
  const { out } = await runCli(['help', name])
  const told = out.replace(/\s+/g, '')
  for (const [, listed = ''] of told.matchAll(/（可以写：([^）]*)）/g)) {
    const words = listed.split('、')
    const option = told.slice(
      told.lastIndexOf('--', told.indexOf(`（可以写：${listed}）`)),
      told.indexOf(`（可以写：${listed}）`),
    )
    expect(words.every((word) => option.includes(word))).toBe(false)
  }
})
