import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { badExample } from '../support/bad-examples.ts'
import { runCli } from './run-cli.ts'

/** 20 → 9 working days, target 60 %. */
const missed = new TextDecoder().decode(badExample('ZW6006'))
const licence = missed
  .replaceAll('老年人优待证', '卫生许可证')
  .replace('事项类型：公共服务', '事项类型：行政许可')
  .replaceAll('9个工作日', '8个工作日')
  .replaceAll('：8个工作日\n    产出', '：7个工作日\n    产出')

describe('zw report', () => {
  const files = { 'city/a.zw': missed, 'city/b.zw': licence }

  test('prints the table; a missed target is a figure, not a failure', async () => {
    const { code, out, err } = await runCli(['report', 'city'], { files })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('口径：法定时限→承诺时限，按2026年11月22日有效的规定')
    expect(out).toMatch(/老年人优待证办理 .* 55\.0% █████▌░░░░ {2}≥60% 差1个工作日/)
    expect(out).toMatch(/卫生许可证办理 .* 60\.0% ██████░░░░ {2}≥60% 达标/)
    expect(out).toContain('57.5%  █████▌░░░░  40→17个工作日')
  })

  test('tells of a missed 目标 over several matters in the table, the JSON and the page', async () => {
    const goal =
      '语言版本：1\n目标：提速\n  范围：全部\n  合计：\n    压减时限：不低于90%\n      口径：法定时限→承诺时限\n'
    const met = { 'city/b.zw': licence, 'city/goal.zw': goal }
    const { out } = await runCli(['report', 'city'], { files: met })
    expect(out).toContain('  目标      1个达标，0个未达标\n  批量目标  0个达标，1个未达标，运行 zw verify 看差在哪里\n')
    const asJson = await runCli(['report', 'city', '--json', '--html', 'r.html'], { files: met })
    expect(JSON.parse(asJson.out)).toMatchObject({ selections: { met: 0, missed: 1, unchecked: 0 } })
    expect(readFileSync(join(asJson.cwd, 'r.html'), 'utf8')).toContain('全部达标；一批事项的目标1个未达标')
    const part = await runCli(['report', 'city', '--where', '事项类型=行政许可'], { files: met })
    expect(part.out).toContain('  批量目标  1个没有核对（只报告一部分事项）\n')
  })

  test('takes the selection, the basis, the date and the digits from the command line', async () => {
    const flags = [
      '--where',
      '事项类型=行政许可',
      '--basis',
      '法定时限→关键路径',
      '--as-of',
      '2025-06-01',
      '--digits',
      '3',
    ]
    const { out } = await runCli(['report', 'city', ...flags], { files })
    expect(out).toContain('口径：法定时限→关键路径，按2025年6月1日有效的规定')
    expect(out).toContain('60.000%')
    expect(out).toContain('合计：1个事项，1个计入压减比例')
  })

  test.each([
    [['事项类型=行政许可'], ['卫生许可证办理']],
    [['事项类型≠行政许可'], ['老年人优待证办理']],
    [['事项类型=行政许可、公共服务'], ['老年人优待证办理', '卫生许可证办理']],
    [['事项类型=行政许可', '办件类型=即办件'], []],
    [['事项=老年人优待证办理'], ['老年人优待证办理']],
  ])('--where %j', async (conditions, names) => {
    const flags = conditions.flatMap((condition) => ['--where', condition])
    const { out } = await runCli(['report', 'city', '--json', ...flags], { files })
    expect(JSON.parse(out).matters.map(({ name }: { readonly name: string }) => name)).toEqual(names)
  })

  test('--as-of takes the version in force; a matter without one is left out, and it is said why', async () => {
    const version = (from: string, promise: number) =>
      missed.replace('事项类型：', `施行：自${from}起\n事项类型：`).replace('承诺时限：9', `承诺时限：${promise}`)
    const both = {
      'old.zw': version('2022年1月1日', 12),
      'new.zw': version('2025年1月1日', 9),
    }
    const on = async (day: string) => (await runCli(['report', '.', '--as-of', day], { files: both })).out
    expect(await on('2024-12-31')).toMatch(/老年人优待证办理 .* 20个工作日 → 12个工作日/)
    expect(await on('2025-01-01')).toMatch(/老年人优待证办理 .* 20个工作日 → +9个工作日/)
    const before = await on('2021-12-31')
    expect(before).toMatch(/老年人优待证办理 +尚未施行/)
    expect(before).toContain('1个事项，0个计入压减比例')
  })

  test('writes the stable JSON', async () => {
    const { out } = await runCli(['report', 'city/a.zw', '--json'], { files })
    expect(JSON.parse(out)).toMatchObject({
      schema: 'zw/report/1',
      asOf: '2026-11-22',
      basis: '法定时限→承诺时限',
      conversion: { 月: '22', 年: '250', 自然日: '5/7', 小时: '1/8', 即办: '0' },
      matters: [
        {
          name: '老年人优待证办理',
          code: null,
          file: 'city/a.zw',
          type: '公共服务',
          level: null,
          authority: null,
          statutory: { value: '20', unit: '工作日', workdays: '20' },
          promised: { value: '9', unit: '工作日', workdays: '9' },
          criticalPath: { workdays: '9', steps: ['受理', '审核决定'], situation: null },
          serial: { workdays: '9' },
          cut: { before: '20', after: '9', ratio: '11/20', percent: '55.0' },
          target: { percent: '60', met: false, shortfallWorkdays: '1', shortfall: { value: '1', unit: '工作日' } },
          excluded: null,
        },
      ],
      total: {
        count: 1,
        included: 1,
        excluded: [],
        ratioOfSums: { before: '20', after: '9', ratio: '11/20', percent: '55.0' },
        meanOfRatios: '55.0',
        instantShare: '0.0',
        zeroTripShare: null,
        meanTrips: null,
      },
    })
  })

  test('saves a CSV beside the table', async () => {
    const { cwd, out } = await runCli(['report', 'city', '--csv', 'report.csv'], { files })
    expect(out).toContain('压减报告')
    expect(readFileSync(join(cwd, 'report.csv'), 'utf8').split('\r\n')).toHaveLength(4)
  })

  test('converts calendar days as told', async () => {
    const days = missed.replace('法定时限：20个工作日', '法定时限：20个自然日')
    const usual = await runCli(['report', '--json'], { files: { 'a.zw': days } })
    const other = await runCli(['report', '--json', '--conversion', '天计为工作日'], { files: { 'a.zw': days } })
    expect(JSON.parse(usual.out).matters[0].cut.before).toBe('100/7')
    expect(JSON.parse(other.out).matters[0].cut.before).toBe('20')
  })

  test.each([
    [['--where', '类型=行政许可'], '不能按“类型”筛选；可以按：事项、编码、事项类型'],
    [['--where', '事项类型=行政许克'], '事项类型没有“行政许克”，是不是“行政许可”？'],
    [['--where', '事项类型'], '“事项类型”不是筛选条件'],
    [['--where', '事项类型='], '“事项类型”后面没有写值'],
    [['--basis', '法定时限'], '“法定时限”不是口径'],
    [['--basis', '法定→承诺'], '口径里没有“法定”；可以写：法定时限、'],
    [['--digits', '9'], '选项“--digits <位数>”的值“9”不对，可以写：0到6'],
    [['--by', '科室'], '选项“--by <分组>”的值“科室”不对，可以写：部门、层级、类型'],
    [['--against', '没有'], '找不到“没有”'],
    [['--most', '0'], '选项“--most <类数>”的值“0”不对，可以写：1到99999'],
    [['--conversion', '按天'], '选项“--conversion <口径>”的值“按天”不对，可以写：天计为工作日、'],
    [['--csv', 'gone/report.csv'], '没有文件夹“gone”'],
  ])('%j ends with 2 and a sentence', async (flags, sentence) => {
    const { code, out, err } = await runCli(['report', 'city', ...flags], { files })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })
})
