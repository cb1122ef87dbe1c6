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

describe('zw report --cases', () => {
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
