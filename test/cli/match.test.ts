import { expect, test } from 'vitest'
import { matter } from '../support/short-matter.ts'
import { runCli } from './run-cli.ts'

const requirement = (name: string, facts: string, rule: string) =>
  matter(name, { body: `申报信息：\n${facts}受理条件：\n  条件：${name}的条件\n    判断：${rule}\n` })
const AREA = '  信息：经营面积\n    类型：数\n    单位：平方米\n'
const PROMISE = '  信息：告知承诺\n    类型：是否\n'

const files = {
  'all.zw': `语言版本：1
${requirement('摊位补贴', AREA, '【经营面积】不超过20平方米')}
${requirement('快速登记', AREA + PROMISE, '【经营面积】不超过50平方米 且 【告知承诺】')}
${matter('居住证明')}`,
  'people.jsonl': [
    '{"id":"甲","facts":{"经营面积":15,"告知承诺":false}}',
    '{"id":"乙","facts":{"经营面积":"30"}}',
    '',
    '{"facts":{"经营面积":60,"告知承诺":true,"姓名":"丙"}}',
    '{"id":"丁","facts":{"经营面积":"很大"}}',
    '[1]',
  ].join('\n'),
}

test('who is entitled to what, a row a matter, and what could not be read', async () => {
  const { code, out, err } = await runCli(['match', 'people.jsonl'], { files })
  expect(code).toBe(1)
  expect(err).toBe(
    'zw：第5行：“经营面积”不能是"很大"，应当写数\nzw：第6行：不是一个JSON对象，应当像 {"id":"…","facts":{"经营面积":80}}\n',
  )
  expect(out).toMatchInlineSnapshot(`
    "3个申请人，2个事项，另有2行看不懂

    事项      够条件  另需人工判断  只差一项  只缺一项信息  差得最多的
    ───────────────────────────────────────────────────────────────────────────────────
    摊位补贴       1             0         2             0  经营面积20平方米以下（2人）
    快速登记       0             0         2             1  告知承诺为是（2人）

    没有匹配的事项（没有能自动判断的受理条件，1个）：居住证明

    没有事项用到的信息：姓名
    "
  `)
})

test('JSON lines: the matters, each applicant in place, the sum', async () => {
  const { out } = await runCli(['match', 'people.jsonl', '--json'], { files })
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(lines).toMatchObject([
    {
      schema: 'zw/match/1',
      kind: 'matters',
      asOf: '2026-11-22',
      matters: ['摊位补贴', '快速登记'],
      skipped: ['居住证明'],
      conflicts: [],
    },
    {
      kind: 'applicant',
      line: 1,
      id: '甲',
      eligible: [{ matter: '摊位补贴', manual: 0 }],
      lacksOne: [{ matter: '快速登记', missing: [{ fact: '告知承诺', wanted: '为是', open: false }] }],
    },
    { line: 2, id: '乙', eligible: [], lacksOne: [{ matter: '摊位补贴' }, { missing: [{ open: true }] }] },
    { line: 4, id: null, lacksOne: [{ matter: '摊位补贴' }, { matter: '快速登记' }] },
    { kind: 'error', line: 5, id: '丁' },
    { kind: 'error', line: 6, id: null },
    { kind: 'total', applicants: 5, errors: 2, unused: ['姓名'] },
  ])
})

test('standard input, some matters only, and files that are not there', async () => {
  const stdin = '{"facts":{"经营面积":15}}\n'
  const chosen = await runCli(['match', '-', '.', '--where', '事项类型=行政许可'], { files, stdin })
  expect(chosen.out).toContain('1个申请人，0个事项')
  const missing = await runCli(['match', 'nobody.jsonl'], { files })
  expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('找不到“nobody.jsonl”') })
})

test('people who watch are told how far it is', async () => {
  const people = Array.from({ length: 3 }, () => '{"facts":{}}').join('\n')
  const { err } = await runCli(['match', 'people.jsonl'], {
    files: { ...files, 'people.jsonl': people },
    watched: true,
  })
  expect(err).not.toContain('undefined')
})
