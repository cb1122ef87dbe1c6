import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { readModelJson } from '../../../src/model/read-model-json.ts'

/** A licence of one step with an 实际用时: what it is in the model, and what is found. */
function compiled(timeTaken: string, limit = '时限：5个工作日') {
  const text = [
    '语言版本：1',
    '事项：食品经营许可',
    '事项类型：行政许可',
    '依据：《中华人民共和国食品安全法》',
    ...(limit.includes('加急') ? ['申报信息：', '  信息：加急', '    类型：是否'] : []),
    '办理环节：',
    '  环节：受理、审查与决定',
    `    ${limit}`,
    `    实际用时：${timeTaken}`,
    '    产出：许可证',
    '法定时限：20个工作日',
    '承诺时限：5个工作日',
    '结果：许可证',
  ].join('\n')
  const { matters, diagnostics } = compile([{ uri: 'a.zw', text }], { asOf: '2026-11-22' })
  const [step] = [...matters.values()].flatMap(({ matter }) => matter.flow)
  return {
    timeTaken: step?.kind === 'step' ? step.timeTaken : undefined,
    findings: diagnostics.map(({ code, message }) => `${code} ${message}`),
    fixes: diagnostics.flatMap(({ fixes = [] }) => fixes.map(({ edits }) => edits.map((edit) => edit.text).join())),
  }
}

describe('实际用时 in the model', () => {
  test.each([
    [
      '1、2、4个工作日',
      { kind: 'observed', unit: 'workday', times: [{ amount: '1' }, { amount: '2' }, { amount: '4' }] },
    ],
    ['1小时12件、3小时', { kind: 'observed', unit: 'hour', times: [{ amount: '1', cases: 12 }, { amount: '3' }] }],
    ['最长4，最短1，最可能1个工作日', { kind: 'estimated', unit: 'workday', least: '1', likely: '1', most: '4' }],
    // A time without a unit takes that of the others.
    [
      '1、2个自然日、3',
      { kind: 'observed', unit: 'calendarDay', times: [{ amount: '1' }, { amount: '2' }, { amount: '3' }] },
    ],
  ])('%s', (written, timeTaken) => {
    expect(compiled(written)).toEqual({ timeTaken, findings: [], fixes: [] })
  })

  test('天 is read as limits are, and all of a line is mended at once', () => {
    expect(compiled('最短1天，最可能2天，最长4天')).toEqual({
      timeTaken: { kind: 'estimated', unit: 'workday', least: '1', likely: '2', most: '4' },
      findings: ['ZW5004 “最短1天，最可能2天，最长4天”没有说明是工作日还是自然日，依行政许可法第八十二条按工作日理解'],
      fixes: ['最短1个工作日，最可能2个工作日，最长4个工作日', '最短1个自然日，最可能2个自然日，最长4个自然日'],
    })
  })
})

describe('what contradicts itself is left out', () => {
  test.each([
    ['最短3，最可能2，最长4个工作日', '最短2个工作日，最可能3个工作日，最长4个工作日'],
    ['最短1，最可能5，最长4个工作日', '最短1个工作日，最可能4个工作日，最长5个工作日'],
    ['1个工作日12件、2个工作日0件', '1个工作日12件'],
    ['1个工作日1.5件、2个工作日', '2个工作日'],
    ['4小时、1个工作日', undefined],
    ['1天、2个工作日', undefined],
    ['1个工作日0件', undefined],
  ])('%s', (written, meant) => {
    const { timeTaken, findings, fixes } = compiled(written)
    expect(timeTaken).toBeUndefined()
    expect(findings.map((each) => each.slice(0, 6))).toEqual(['ZW5008'])
    expect(fixes).toEqual(meant === undefined ? [] : [meant])
  })
})

describe('a step that was never done within its limit (ZW6024)', () => {
  test('the longest of its limits counts', () => {
    const limits = '时限：3个工作日\n      当：【加急】\n    时限：5个工作日'
    const found = compiled('4、7个工作日', limits).findings.filter((each) => each.startsWith('ZW6024'))
    expect(found).toEqual([])
  })

  test.each([
    ['6、7、9个工作日', '时限：5个工作日', 1],
    ['5、7、9个工作日', '时限：5个工作日', 0],
    ['最短6，最可能7，最长9个工作日', '时限：5个工作日', 1],
    ['6、7、9小时', '时限：5个工作日', 0],
    ['8个自然日', '时限：5个工作日', 1],
    ['7个自然日', '时限：5个工作日', 0],
    ['1小时', '时限：即办', 1],
  ])('%s against %s', (written, limit, times) => {
    const found = compiled(written, limit).findings.filter((each) => each.startsWith('ZW6024'))
    expect(found).toHaveLength(times)
  })
})

test('JSON from outside cannot bring estimates that fall', () => {
  const matter = (least: string) => ({
    ...[...compile([{ uri: 'a.zw', text: '语言版本：1\n事项：甲\n' }]).matters.values()][0]?.matter,
    flow: [
      {
        kind: 'step',
        name: '受理',
        stages: ['acceptance'],
        limits: [],
        modes: [],
        outputs: [],
        collects: [],
        terminates: false,
        sources: [],
        notes: [],
        timeTaken: { kind: 'estimated', unit: 'workday', least, likely: '2', most: '10' },
      },
    ],
  })
  const read = (least: string) => readModelJson(JSON.stringify({ schema: 'zw/model/1', matters: [matter(least)] }))
  expect(read('1')).toMatchObject({ ok: true })
  expect(read('3')).toMatchObject({
    ok: false,
    error: [{ message: expect.stringContaining('最短、最可能、最长要从小到大') }],
  })
})
