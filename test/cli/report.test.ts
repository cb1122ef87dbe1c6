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

  describe('--cases', () => {
    const dining = [
      '事项：饭店开业许可',
      '事项类型：行政许可',
      '办件类型：承诺件',
      '申报信息：',
      '  信息：经营面积',
      '    类型：数',
      '    单位：平方米',
      '  信息：自制',
      '    类型：是否',
      '申请材料：',
      '  材料：申请表',
      '  材料：平面图',
      '    当：【经营面积】150平方米以上',
      '办理环节：',
      '  环节：受理',
      '    时限：1个工作日',
      '  环节：现场核查',
      '    当：【经营面积】150平方米以上 或 【自制】为是',
      '    时限：5个工作日',
      '  环节：决定',
      '    时限：2个工作日',
      '    产出：许可证',
      '结果：许可证',
      '法定时限：20个工作日',
      '承诺时限：8个工作日',
      '目标：',
      '  压减时限：不低于60%',
      '    口径：法定时限→关键路径',
      '',
    ].join('\n')

    test('lists the situations by their outcomes: what they share once, then a row a case, the longest first', async () => {
      const { out } = await runCli(['report', '--cases'], { files: { 'a.zw': dining, 'b.zw': licence } })
      expect(out.split('\n').map((line) => line.replaceAll(/ +/g, ' ').trim())).toEqual([
        '核对表：饭店开业许可，3类情形',
        '每一类都有的环节（2个）：受理、决定',
        '每一类都要的材料（1项）：申请表',
        '',
        '序号 情形 环节 另有环节 材料 另交材料 关键路径 承诺 压减 达标',
        expect.stringMatching(/^─+$/),
        '1 【经营面积】150平方米以上 3 现场核查 2 平面图 8 8个工作日 60.0% 是',
        '2 【经营面积】不满150平方米， 3 现场核查 1 8 8个工作日 60.0% 是',
        '【自制】为是',
        '3 【经营面积】不满150平方米， 2 1 3 8个工作日 60.0% 是',
        '【自制】为否',
        '',
        '只有一类情形的事项（1个）：卫生许可证办理',
        '',
      ])
    })

    test('as JSON under the key cases', async () => {
      const { out } = await runCli(['report', '--cases', '--json'], { files: { 'a.zw': dining } })
      const { schema, cases } = JSON.parse(out)
      expect(schema).toBe('zw/report/1')
      expect(cases).toMatchObject([
        {
          name: '饭店开业许可',
          code: null,
          file: 'a.zw',
          count: '3',
          exact: true,
          listed: 3,
          rows: [
            {
              situation: '【经营面积】150平方米以上',
              alternatives: [['【经营面积】150平方米以上']],
              allAlternatives: true,
              steps: ['受理', '现场核查', '决定'],
              materials: [
                { name: '申请表', count: 1, choices: [] },
                { name: '平面图', count: 1, choices: [] },
              ],
              criticalPath: { workdays: '8', steps: ['受理', '现场核查', '决定'], exact: true },
              serial: { workdays: '8' },
              statutory: { value: '20', unit: '工作日', workdays: '20' },
              promised: { value: '8', unit: '工作日', workdays: '8' },
              cut: { before: '20', after: '8', ratio: '3/5', percent: '60.0' },
              excluded: null,
              met: true,
              targets: [{ percent: '60', basis: '法定时限→关键路径', met: true }],
            },
            { situation: '【经营面积】不满150平方米，【自制】为是' },
            {
              situation: '【经营面积】不满150平方米，【自制】为否',
              steps: ['受理', '决定'],
              serial: { workdays: '3' },
            },
          ],
        },
      ])
    })

    test('--most lists fewer, the longest and the shortest first, and says how many are left', async () => {
      const { out, cwd } = await runCli(['report', '--cases', '--most', '2', '--csv', 'cases.csv'], {
        files: { 'a.zw': dining },
      })
      expect(out).toMatch(/1 +【经营面积】150平方米以上 +3 .* 8 /)
      expect(out).toMatch(/2 +【经营面积】不满150平方米， +2 .* 3 /)
      expect(out).toContain('其余1类未列；--most 可以多列一些')
      const lines = readFileSync(join(cwd, 'cases.csv'), 'utf8').split('\r\n')
      expect(lines).toEqual([
        '\ufeff事项,编码,序号,情形,办理环节,环节数,申请材料,材料数,关键路径,关键路径（工作日）,分项之和（工作日）,法定时限（工作日）,承诺时限（工作日）,压减比例（%）,是否达标,没有计入的原因',
        '饭店开业许可,,1,【经营面积】150平方米以上,受理、现场核查、决定,3,申请表、平面图,2,受理→现场核查→决定,8,8,20,8,60.0,是,',
        '饭店开业许可,,2,【经营面积】不满150平方米，【自制】为否,受理、决定,2,申请表,1,受理→决定,3,3,20,8,60.0,是,',
        '饭店开业许可,,,其余1类未列,,,,,,,,,,,,',
        '',
      ])
    })

    test('a target that is missed in one situation only says by how much', async () => {
      const slow = dining.replace('时限：5个工作日', '时限：6个工作日')
      const { out } = await runCli(['report', '--cases'], { files: { 'a.zw': slow } })
      expect(out).toMatch(/1 +【经营面积】150平方米以上 .* 9 .* 差1个工作日/)
      expect(out).toMatch(/3 +【经营面积】不满150平方米， .* 3 .* 是\n/)
    })

    test('a matter that is measured by nothing has no cut, and it is said why', async () => {
      const { out } = await runCli(['report', '--cases', '--json'], {
        files: { 'a.zw': dining.replace('法定时限：20个工作日\n', '') },
      })
      expect(JSON.parse(out).cases[0].rows[0]).toMatchObject({ cut: null, excluded: '没有法定时限', met: null })
    })

    test('nothing chosen: it says so', async () => {
      const { out } = await runCli(['report', '--cases', '--where', '事项=没有'], { files: { 'a.zw': dining } })
      expect(out).toBe('没有事项可以核对。\n')
    })
  })

  test('says that figures may be incomplete when the files have faults, and ends with 1', async () => {
    const { code, out, err } = await runCli(['report'], { files: { 'a.zw': badExample('ZW1003') } })
    expect(code).toBe(1)
    expect(out).toContain('压减报告')
    expect(err).toBe('zw：文件里有1个错误，上面的数字可能不全；运行 zw check 查看\n')
  })

  test.each([
    [['--where', '类型=行政许可'], '不能按“类型”筛选；可以按：事项、编码、事项类型'],
    [['--where', '事项类型=行政许克'], '事项类型没有“行政许克”，是不是“行政许可”？'],
    [['--where', '事项类型'], '“事项类型”不是筛选条件'],
    [['--where', '事项类型='], '“事项类型”后面没有写值'],
    [['--basis', '法定时限'], '“法定时限”不是口径'],
    [['--basis', '法定→承诺'], '口径里没有“法定”；可以写：法定时限、'],
    [['--digits', '9'], '选项“--digits <位数>”的值“9”不对，可以写：0到6'],
    [['--most', '0'], '选项“--most <类数>”的值“0”不对，可以写：1到99999'],
    [['--conversion', '按天'], '选项“--conversion <口径>”的值“按天”不对，可以写：天计为工作日、'],
    [['--csv', 'gone/report.csv'], '找不到“gone/report.csv”'],
  ])('%j ends with 2 and a sentence', async (flags, sentence) => {
    const { code, out, err } = await runCli(['report', 'city', ...flags], { files })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })
})
