import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { badExampleText } from '../support/bad-examples.ts'
import { elementsOf, readHtml, textOf } from '../support/html-tree.ts'
import { runCli } from './run-cli.ts'

const MATTER = [
  '语言版本：1',
  '事项：老年人优待证办理',
  '事项类型：公共服务',
  '办件类型：承诺件',
  '依据：《中华人民共和国老年人权益保障法》',
  '申报信息：',
  '  信息：异地居住',
  '    类型：是否',
  '    提问：是否异地居住？',
  '办理环节：',
  '  环节：受理',
  '    时限：1个工作日',
  '  环节：异地核查',
  '    当：【异地居住】',
  '    时限：3个工作日',
  '    实际用时：1个工作日3件、3个工作日1件、5个工作日1件',
  '  环节：审核',
  '    时限：2个工作日',
  '    实际用时：1、1、2、3个工作日',
  '    产出：老年人优待证',
  '法定时限：20个工作日',
  '承诺时限：6个工作日',
  '结果：老年人优待证',
].join('\n')

const WITHOUT = badExampleText('ZW6006').replace('老年人优待证办理', '敬老卡办理')

const files = { 'a.zw': MATTER, 'b.zw': WITHOUT }

const report = (...options: string[]) => runCli(['report', '--certainty', ...options], { files })

test('zw report --certainty tells how many cases keep the promise, in the least certain situation, and what decides', async () => {
  const { code, out, err } = await report()
  expect([code, err]).toEqual([0, ''])
  expect(out).toBe(
    [
      '承诺的把握',
      '',
      '事项                   承诺      平均用时  按承诺办结的  承诺多久才有95%办结',
      '────────────────────────────────────────────────────────────────────────────',
      '老年人优待证办理  6个工作日  4.95个工作日         75.0%            8个工作日',
      '',
      '老年人优待证办理',
      '  把握最小的情形：【异地居住】为是',
      '  【异地居住】为否：按承诺办结的100.0%，承诺4个工作日有95%办结',
      '  最要紧的环节：',
      '    异地核查（都不超过时限，按时办结的多15.0个百分点；每件多用1个工作日，少5.0个百分点）',
      '    审核（都不超过时限，按时办结的多5.0个百分点；每件多用1个工作日，少5.0个百分点）',
      '  写了实际用时的环节：异地核查、审核',
      '  当作用满时限的环节：受理',
      '',
      '没有写“实际用时”的事项（1个）没有算：敬老卡办理',
      '',
      '写了“实际用时”的环节按写的算，没有写的当作每件都用满时限；各环节的快慢当作互不相干。',
      '',
    ].join('\n'),
  )
})

test('the wanted share is a percentage with its sign', async () => {
  const { out } = await report('--share', '99.5%')
  expect(out).toContain('承诺多久才有99.5%办结')
  expect(out).toContain('9个工作日')
  expect(await report('--share', '0.95')).toMatchObject({ code: 2, err: expect.stringContaining('要写百分号') })
})

test('as JSON it stands beside the report, exact, and tells which matters say nothing', async () => {
  const { out } = await report('--json')
  const { schema, certainty, withoutTimes } = JSON.parse(out)
  expect(schema).toBe('zw/report/1')
  expect(withoutTimes).toEqual(['敬老卡办理'])
  expect(certainty).toMatchObject([
    {
      name: '老年人优待证办理',
      file: 'a.zw',
      share: '19/20',
      timed: ['异地核查', '审核'],
      assumed: ['受理'],
      situations: [
        {
          situation: '【异地居住】为是',
          kept: { share: '3/4', percent: '75.0' },
          keptBy: { workdays: '8' },
          method: { kind: 'exact' },
        },
        { situation: '【异地居住】为否', kept: { share: '1', percent: '100.0' }, keptBy: { workdays: '4' } },
      ],
    },
  ])
})

test('--csv has a line for each kind of situation; with --cases it does not go', async () => {
  const { cwd } = await report('--csv', 'r.csv')
  const [heads, ...rows] = readFileSync(join(cwd, 'r.csv'), 'utf8').trim().split('\r\n')
  expect(heads).toContain(
    '事项,编码,情形,承诺时限（工作日）,平均用时（工作日）,按承诺办结（%）,95%办结的承诺（工作日）',
  )
  expect(rows).toEqual([
    '老年人优待证办理,,【异地居住】为是,6,4.95,75.0,8,精确,异地核查、审核,受理',
    '老年人优待证办理,,【异地居住】为否,6,2.75,100.0,4,精确,异地核查、审核,受理',
  ])
  expect(await report('--cases')).toMatchObject({ code: 2, err: expect.stringContaining('不能同时用') })
})

test('--actual with a column 环节 gives what cases took there, which goes before what is written', async () => {
  const cases = '事项,环节,实际用时\n老年人优待证办理,审核,1个工作日\n老年人优待证办理,审核,2\n老年人优待证办理,,9\n'
  const { out } = await runCli(['report', '--certainty', '--actual', 'cases.csv', '--json'], {
    files: { ...files, 'cases.csv': cases },
  })
  const { certainty } = JSON.parse(out)
  // 1, then 1, 3 or 5 with 3 : 1 : 1, then 1 or 2: within 6 days are all but the last.
  expect(certainty[0].situations[0]).toMatchObject({ kept: { share: '4/5' } })
})

test('steps of the table that no matter has are told, not left out in silence', async () => {
  const strays = ['老年人优待证办理,审合,1', '敬老卡办里,审核,1', '老年人优待证办理,初审,2', '老年人优待证办理,审核,1']
  const { code, err } = await runCli(['report', '--certainty', '--actual', 'cases.csv'], {
    files: { ...files, 'cases.csv': ['事项,环节,用时', ...strays].join('\n') },
  })
  expect(code).toBe(0)
  expect(err).toBe(
    'zw：“cases.csv”：事项“老年人优待证办理”没有环节“审合”“初审”，这些用时没有用上\n' +
      'zw：“cases.csv”：没有事项“敬老卡办里”，它的环节用时没有用上\n',
  )
})

test('a line of a 环节 is no case of the matter as a whole', async () => {
  const cases = '事项,环节,实际用时\n老年人优待证办理,审核,1\n老年人优待证办理,,4\n'
  const { out } = await runCli(
    ['report', 'a.zw', '--basis', '承诺时限→实际办理时间', '--actual', 'cases.csv', '--json'],
    { files: { ...files, 'cases.csv': cases } },
  )
  expect(JSON.parse(out).matters[0].cut).toMatchObject({ before: '6', after: '4' })
})

test('where no matter says how long its steps take, that is all there is to say', async () => {
  const { code, out } = await runCli(['report', 'b.zw', '--certainty'], { files })
  expect(code).toBe(0)
  expect(out).toMatch(/^没有事项可以算把握。\n没有写“实际用时”的事项（1个）没有算：/)
})

test('the page for meetings has a section where a matter says it, and none elsewhere', async () => {
  const { cwd } = await runCli(['report', '--html', 'r.html', '--share', '90%'], { files })
  const page = readHtml(readFileSync(join(cwd, 'r.html'), 'utf8'))
  const sections = elementsOf(page, 'section').filter((each) => textOf(each).startsWith('承诺的把握'))
  expect(sections.map(textOf)).toEqual([
    expect.stringContaining('承诺6个工作日，75.0%的件能按时办结；承诺7个工作日才有90%的件按时办结'),
  ])
})
