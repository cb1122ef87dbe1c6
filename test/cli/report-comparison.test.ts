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

const files = { 'city/a.zw': missed, 'city/b.zw': licence }

describe('--by', () => {
  const plain = (out: string) => out.split('\n').map((line) => line.replaceAll(/ +/g, ' ').trim())

  test('a line a group, behind the totals', async () => {
    const { out } = await runCli(['report', 'city', '--by', '类型'], { files })
    const lines = plain(out)
    const at = lines.indexOf('按类型分')
    expect(lines.slice(at, at + 5)).toEqual([
      '按类型分',
      '类型 事项 计入 工作日 合计压减 平均压减 即办率 零跑动 平均跑动',
      expect.stringMatching(/^─+$/),
      '公共服务 1个 1个 20→9 55.0% █████▌░░░░ 55.0% 0.0% — —',
      '行政许可 1个 1个 20→8 60.0% ██████░░░░ 60.0% 0.0% — —',
    ])
  })

  test('in the CSV the matters stand by group, with the totals of each behind them', async () => {
    const { cwd } = await runCli(['report', 'city', '--by', '部门', '--csv', 'r.csv'], { files })
    const rows = readFileSync(join(cwd, 'r.csv'), 'utf8')
      .split('\r\n')
      .map((row) => row.split(','))
    const columns = ['事项', '压减前（工作日）', '压减后（工作日）', '压减比例（%）'].map((head) =>
      (rows[0] ?? []).findIndex((each) => each.replace('\ufeff', '') === head),
    )
    expect(rows.slice(1, -1).map((row) => columns.map((column) => row[column]))).toEqual([
      ['老年人优待证办理', '20', '9', '55.0'],
      ['卫生许可证办理', '20', '8', '60.0'],
      ['小计：未写明（2个，计入2个）', '40', '17', '57.5'],
    ])
  })
})

describe('--against', () => {
  const plain = (out: string) => out.split('\n').map((line) => line.replaceAll(/ +/g, ' ').trim())
  const version = (from: string, promise: number, more = '') =>
    missed
      .replace('事项类型：', `施行：自${from}起\n事项类型：`)
      .replace('承诺时限：9', `承诺时限：${promise}`)
      .replace('办理环节：', `${more}办理环节：`)
  const materials = '申请材料：\n  材料：申请表\n  材料：身份证\n'
  const both = {
    'old.zw': version('2022年1月1日', 12, materials),
    'new.zw': version('2025年1月1日', 9, materials.replace('  材料：身份证\n', '')),
  }

  test('前一版: what was cut in time, materials, steps and trips', async () => {
    const { out } = await runCli(['report', '.', '--against', '前一版'], { files: both })
    const lines = plain(out)
    const at = lines.indexOf('与前一版相比的精简率')
    expect(lines.slice(at, at + 6)).toEqual([
      '与前一版相比的精简率',
      '事项 承诺时限 精简 材料 精简 环节 精简 跑动 精简',
      expect.stringMatching(/^─+$/),
      '老年人优待证办理 12→9 25.0% 2→1 50.0% 2→2 0.0% —',
      '合计 12→9 25.0% 2→1 50.0% 2→2 0.0% 0→0',
      '合计先相加再相比，只加两边都有数、原来不是0的事项：承诺时限1个、材料1个、环节1个、跑动0个。时限以工作日计，材料是要交的，环节是列出的。',
    ])
  })

  test('a date: the version in force on it, whose promise is the 基准时限; as JSON', async () => {
    const flags = ['--against', '2023-06-01', '--basis', '基准时限→承诺时限', '--json']
    const { out } = await runCli(['report', '.', ...flags], { files: both })
    expect(JSON.parse(out)).toMatchObject({
      against: '2023年6月1日有效的一版',
      basis: '基准时限→承诺时限',
      matters: [
        {
          cut: { before: '12', after: '9', ratio: '1/4' },
          cuts: {
            时限: { before: '12', after: '9', ratio: '1/4', percent: '25.0' },
            材料: { before: '2', after: '1', ratio: '1/2', percent: '50.0' },
            环节: { before: '2', after: '2', ratio: '0', percent: '0.0' },
            跑动: null,
          },
        },
      ],
      total: { cuts: { 材料: { before: '2', after: '1', count: 1 }, 跑动: { count: 0, ratio: null } } },
    })
  })

  test('the promise of the version before is the 原承诺时限, unless a line of the matter itself was replaced', async () => {
    const flags = ['--basis', '原承诺时限→承诺时限', '--json']
    const cutIn = async (sources: Readonly<Record<string, string>>) =>
      JSON.parse((await runCli(['report', '.', ...flags], { files: sources })).out).matters[0].cut
    expect(await cutIn(both)).toMatchObject({ before: '12', after: '9', ratio: '1/4' })
    const adjusted = both['new.zw'].replace(
      '承诺时限：9个工作日',
      '承诺时限：10个工作日（至2025年12月31日）\n承诺时限：9个工作日（自2026年1月1日起）',
    )
    expect(await cutIn({ ...both, 'new.zw': adjusted })).toMatchObject({ before: '10', after: '9', ratio: '1/10' })
  })

  test('zw verify takes it for targets too', async () => {
    const goal = (percent: number) =>
      both['new.zw'].replace('法定时限→承诺时限', '原承诺时限→承诺时限').replace('不低于60%', `不低于${percent}%`)
    const codes = await Promise.all(
      [25, 26].map(async (percent) => (await runCli(['verify'], { files: { ...both, 'new.zw': goal(percent) } })).code),
    )
    expect(codes).toEqual([0, 1])
  })

  test('another folder, by name; what has nothing to be compared with is said; as CSV', async () => {
    const { out, cwd } = await runCli(['report', 'city', '--against', 'before', '--csv', 'r.csv'], {
      files: { ...files, 'before/a.zw': missed.replace('承诺时限：9', '承诺时限：18') },
    })
    expect(plain(out)).toContain('老年人优待证办理 18→9 50.0% 0→0 2→2 0.0% —')
    expect(out).toContain('1个事项没有可比的一版。')
    const [heads = [], first = []] = readFileSync(join(cwd, 'r.csv'), 'utf8')
      .split('\r\n')
      .map((row) => row.split(','))
    expect(heads.slice(-12)).toEqual(
      ['时限', '材料', '环节', '跑动'].flatMap((each) => [
        `${each}（对比前）`,
        `${each}（对比后）`,
        `${each}精简率（%）`,
      ]),
    )
    expect(first.slice(-12)).toEqual(['18', '9', '50.0', '0', '0', '', '2', '2', '0.0', '', '', ''])
  })

  test('a matter with one version only has nothing to be compared with', async () => {
    const { out } = await runCli(['report', 'city', '--against', '前一版'], { files })
    expect(out).toContain('与前一版相比的精简率\n  没有可以相比的事项')
  })

  test('matters that did not change are counted, not listed', async () => {
    const { out } = await runCli(['report', 'city', '--against', '2025-01-01'], { files })
    expect(out).toContain('2个事项没有变化，不逐项列出。')
  })
})

describe('--actual', () => {
  test('the mean of the cases of each matter is its 实际办理时间', async () => {
    const cases = '\ufeff事项,实际办理时间\r\n老年人优待证办理,6个工作日\r\n老年人优待证办理,5\r\n"别的, 事项",即办\r\n'
    const { out } = await runCli(
      ['report', 'city', '--basis', '承诺时限→实际办理时间', '--actual', 'cases.csv', '--json'],
      {
        files: { ...files, 'cases.csv': cases },
      },
    )
    const { matters } = JSON.parse(out)
    expect(matters[0].cut).toMatchObject({ before: '9', after: '5.5', ratio: '7/18' })
    expect(matters[1]).toMatchObject({ cut: null, excluded: '没有实际办理时间' })
  })

  test.each([
    ['名称,时间\n甲,1\n', '“cases.csv”的第一行要有“事项”（或者“编码”）和“实际办理时间”两列'],
    ['事项,实际用时\n甲,很快\n', '“cases.csv”第2行读不懂：要写明事项，时间写成“6个工作日”或者“6”的样子'],
    ['事项,实际用时\n甲,5日\n', '“cases.csv”第2行读不懂'],
    ['事项,实际用时\n甲,-5\n', '“cases.csv”第2行读不懂'],
  ])('%j ends with 2 and a sentence', async (text, sentence) => {
    const { code, err } = await runCli(['report', 'city', '--actual', 'cases.csv'], {
      files: { ...files, 'cases.csv': text },
    })
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })
})
