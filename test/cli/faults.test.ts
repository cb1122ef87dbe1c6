import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { badExample } from '../support/bad-examples.ts'
import { readHtml, textOf } from '../support/html-tree.ts'
import { runCli } from './run-cli.ts'

/** 20 → 9 working days, target 60 %. */
const sound = new TextDecoder().decode(badExample('ZW6006'))
/** Promises 2 days, which would be 90 %, and has a step that cannot be read. */
const broken = sound
  .replaceAll('老年人优待证', '公墓建设许可证')
  .replace('承诺时限：9个工作日', '承诺时限：2个工作日')
  .replace('时限：8个工作日\n    产出', '时限：九十亩\n    产出')
/** Its steps take longer than it promises: read whole, and wrong. */
const late = sound.replaceAll('老年人优待证', '高龄津贴').replace('承诺时限：9个工作日', '承诺时限：4个工作日')

const files = { 'a.zw': sound, 'b.zw': broken }
const NOTE =
  '注意：文件里有1个错误，1个事项（“公墓建设许可证办理”）没有读全，没有核算，下面的数只算其余1个；请先运行 zw check 改好。'

/** As it stands in one line. */
const joined = (text: string) => text.replaceAll('\n', '')

describe('zw report of files with errors', () => {
  test('says so before any figure, and leaves the matter out of all of them', async () => {
    const { code, out, err } = await runCli(['report', '--csv', 'r.csv', '--html', 'r.html'], { files })
    expect(code).toBe(1)
    expect(joined(out).startsWith(NOTE)).toBe(true)
    expect(out).toContain('合计：1个事项，1个计入压减比例')
    expect(out).toContain('55.0%  █████▌░░░░  20→9个工作日')
    expect(out.split('压减报告')[1]).not.toContain('公墓')
    expect(err).toBe('zw：文件里有1个错误，上面的数字可能不全；运行 zw check 查看\n')
  })

  test('says so on the page, in the CSV and as JSON', async () => {
    const { cwd, out } = await runCli(['report', '--json', '--csv', 'r.csv', '--html', 'r.html'], { files })
    expect(JSON.parse(out)).toMatchObject({
      errors: 1,
      faulty: ['公墓建设许可证办理'],
      total: { count: 1, included: 1 },
    })
    const page = textOf(readHtml(readFileSync(join(cwd, 'r.html'), 'utf8')))
    expect(page.indexOf(NOTE)).toBeGreaterThan(0)
    expect(page.indexOf(NOTE)).toBeLessThan(page.indexOf('总体情况'))
    const rows = readFileSync(join(cwd, 'r.csv'), 'utf8').split('\r\n')
    expect(rows.filter((row) => row.startsWith('公墓建设许可证办理,'))).toEqual([
      expect.stringMatching(/,有错误，没有核算$/),
    ])
  })

  test.each(['--cases', '--certainty'])('says so above %s too', async (option) => {
    const { out } = await runCli(['report', option], { files })
    expect(out.startsWith(NOTE)).toBe(true)
    expect(out.slice(NOTE.length)).not.toContain('公墓')
  })

  test('keeps a matter whose limits were read whole and contradict each other: that is what the report is for', async () => {
    const { code, out } = await runCli(['report'], { files: { 'a.zw': sound, 'c.zw': late } })
    expect(code).toBe(1)
    expect(joined(out)).toContain('注意：文件里有1个错误，下面的数可能不全，不要当作定数；请先运行 zw check 改好。')
    expect(out).toContain('合计：2个事项，2个计入压减比例')
  })

  test('has no figure for a bundle of such a matter', async () => {
    const bundle = '语言版本：1\n一件事：敬老\n包含事项：\n  子项：老年人优待证办理\n  子项：公墓建设许可证办理\n'
    const { out } = await runCli(['report'], { files: { ...files, 'd.zw': bundle } })
    expect(out).toMatch(/敬老 +0个 +— +—/u)
    expect(out).toContain('“敬老”或者它的子项有错误，没有核算：zw check')
  })

  test('compares with no version of which lines could not be used, and counts the errors of another folder', async () => {
    const now = sound
      .replace('承诺时限：9个工作日', '承诺时限：8个工作日')
      .replace('时限：8个工作日\n    产出', '时限：7个工作日\n    产出')
    const former = sound.replace('时限：8个工作日\n    产出', '时限：九十亩\n    产出')
    const args = ['report', 'now', '--against', 'then', '--json']
    const whole = await runCli(args, { files: { 'now/a.zw': now, 'then/a.zw': sound } })
    expect(JSON.parse(whole.out)).toMatchObject({
      errors: 0,
      matters: [{ cuts: { 时限: { before: '9', after: '8' } } }],
    })
    const partly = await runCli(args, { files: { 'now/a.zw': now, 'then/a.zw': former } })
    expect(JSON.parse(partly.out)).toMatchObject({ errors: 1, matters: [{ cuts: null }] })
    expect(partly.code).toBe(1)
  })

  test('says nothing where there are none', async () => {
    const { code, out } = await runCli(['report'], { files: { 'a.zw': sound } })
    expect([code, out.startsWith('压减报告')]).toEqual([0, true])
  })
})

test('zw verify says first that what holds is not all, and takes no target of such a matter for met', async () => {
  const { code, out } = await runCli(['verify'], { files })
  expect(code).toBe(1)
  expect(
    out.startsWith(
      '注意：文件里有1个错误，1个事项（“公墓建设许可证办理”）没有读全，它们的目标没有核对；下面成立的，不等于全部成立。',
    ),
  ).toBe(true)
  expect(out).toMatch(/？ 公墓建设许可证办理：压减时限 不低于 ?60%，.*有错误，没有核算/)
  const { targets } = JSON.parse((await runCli(['verify', '--json'], { files })).out)
  expect(targets).toContainEqual(expect.objectContaining({ matter: '公墓建设许可证办理', met: null, actual: null }))
})

test('zw verify judges no bundle of such a matter', async () => {
  const bundle =
    '语言版本：1\n一件事：敬老\n包含事项：\n  子项：老年人优待证办理\n  子项：公墓建设许可证办理\n目标：\n  压减时限：不低于1%\n'
  const { targets } = JSON.parse((await runCli(['verify', '--json'], { files: { ...files, 'd.zw': bundle } })).out)
  expect(targets).toContainEqual(expect.objectContaining({ matter: '敬老', met: null, undecided: '有错误，没有核算' }))
})

test('zw bundle --suggest leaves such a matter out, says so first, and ends with 1', async () => {
  const { code, out } = await runCli(['bundle', '--suggest'], { files })
  expect(code).toBe(1)
  expect(out.startsWith(NOTE)).toBe(true)
  expect(out).toContain('看了1个事项')
  expect(JSON.parse((await runCli(['bundle', '--suggest', '--json'], { files })).out)).toMatchObject({
    errors: 1,
    faulty: ['公墓建设许可证办理'],
    among: 1,
  })
})
