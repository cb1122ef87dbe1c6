import { expect, test } from 'vitest'
import { baseText, implementation } from '../support/implementation-text.ts'
import { runCli } from './run-cli.ts'

const file = (lines: readonly string[]) => ['语言版本：1', ...lines, ''].join('\n')
const files = {
  'base.zw': file(baseText()),
  'city.zw': file(
    implementation('优待证办理（市）', '优待证办理', [
      '行使层级：市级',
      '承诺时限：7个工作日',
      '减免材料：户口簿',
      '调整环节：审核',
      '  时限：2个工作日',
    ]),
  ),
  'county.zw': file(
    implementation('优待证办理（县）', '优待证办理（市）', ['行使层级：县级', '增加渠道：网上办理', '  说明：省网']),
  ),
}

/** Where a line stands: base.zw:21. */
function at(name: keyof typeof files, line: string): string {
  const written = files[name].split('\n').map((each) => each.trim())
  return `${name}:${written.indexOf(line) + 1}`
}

/** The lines of the output as pairs of text and place. */
function read(out: string): readonly (readonly string[])[] {
  return out.split('\n').map((line) => line.trim().split(/ {2,}/))
}

test('every line of a flattened matter names the file and line that it comes from', async () => {
  const { code, out, err } = await runCli(['show', '优待证办理(县)', '.'], { files })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const [head] = out.split('\n')
  expect(head).toBe('优待证办理（县） ← 优待证办理（市） ← 优待证办理')
  const lines = read(out)
  for (const line of [
    ['事项：优待证办理（县）', 'county.zw:2'],
    ['行使层级：县级', 'county.zw:5'],
    ['编码：示例01', 'base.zw:3'],
    ['说明：省网', 'county.zw:7'],
    ['材料：户口簿', at('base.zw', '材料：户口簿')],
    ['必要性：免提交', at('city.zw', '减免材料：户口簿')],
    ['环节：审核', at('base.zw', '环节：审核')],
    ['时限：2个工作日', 'city.zw:9'],
    ['法定时限：20个工作日', at('base.zw', '法定时限：20个工作日')],
    ['承诺时限：7个工作日', 'city.zw:6'],
    ['渠道：窗口办理、网上办理', 'county.zw:6'],
  ])
    expect(lines).toContainEqual(line)
})

test('a matter that nobody refines comes from its own lines, one by one', async () => {
  const { out } = await runCli(['show', '优待证办理', 'base.zw'], { files })
  const places = read(out).flatMap(([text = '', place]) => (text === '' ? [] : [[text, place]]))
  const written = files['base.zw'].split('\n')
  for (const [text, place] of places) {
    const line = written[Number(place?.split(':')[1]) - 1] ?? ''
    // Conditions and lists are written in one spelling.
    expect(line.trim().split('：')[0]).toBe(text?.split('：')[0])
  }
})

test('--implementations lists what a change concerns', async () => {
  const { code, out } = await runCli(['show', '优待证办理', '--implementations'], { files })
  expect(code).toBe(0)
  expect(out).toBe(
    [
      '“优待证办理”有改动时，要看这2份实施清单：',
      '  优待证办理（市）（市级，优待证办理（市）民政部门）  city.zw',
      '    优待证办理（县）（县级，优待证办理（县）民政部门）  county.zw',
      '',
    ].join('\n'),
  )
  const none = await runCli(['show', '优待证办理（县）', '--implementations'], { files })
  expect(none.out).toBe('没有以“优待证办理（县）”为基础的实施清单。\n')
})

test('as JSON', async () => {
  const shown = await runCli(['show', '优待证办理（市）', '--json'], { files })
  expect(JSON.parse(shown.out)).toMatchObject({
    schema: 'zw/show/1',
    name: '优待证办理（市）',
    basedOn: ['优待证办理'],
  })
  expect(JSON.parse(shown.out).lines).toContainEqual({
    depth: 2,
    text: '时限：2个工作日',
    file: 'city.zw',
    line: 9,
  })
  const below = await runCli(['show', '优待证办理', '--json', '--implementations'], { files })
  expect(JSON.parse(below.out).implementations).toContainEqual({
    name: '优待证办理（县）',
    depth: 2,
    basedOn: '优待证办理（市）',
    levels: ['县级'],
    authority: '优待证办理（县）民政部门',
    file: 'county.zw',
  })
})

test('an unknown name ends with 2 and names those like it', async () => {
  const { code, out, err } = await runCli(['show', '优待证办里'], { files })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('没有名为“优待证办里”的事项，是不是“优待证办理”')
  const none = await runCli(['show', '优待证办理'], { files: { 'empty.zw': '语言版本：1\n' } })
  expect(none).toMatchObject({ code: 2, err: 'zw：找不到“优待证办理”：这些文件里没有事项\n' })
})

test('the report has a row for each level, chosen by its own level and authority', async () => {
  const all = JSON.parse((await runCli(['report', '--json'], { files })).out)
  expect(all.matters.map(({ name }: { name: string }) => name)).toEqual([
    '优待证办理',
    '优待证办理（市）',
    '优待证办理（县）',
  ])
  const county = JSON.parse((await runCli(['report', '--json', '--where', '行使层级=县级'], { files })).out)
  expect(county.matters.map(({ name }: { name: string }) => name)).toEqual(['优待证办理（县）'])
})
