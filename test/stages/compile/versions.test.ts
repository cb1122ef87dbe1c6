import { describe, expect, test } from 'vitest'
import type { SourceFile } from '../../../src/base/source-file.ts'
import { compile } from '../../../src/compile/compile.ts'
import { file, matter } from '../../support/short-matter.ts'

const DAY = { asOf: '2026-11-22' }

describe('版本', () => {
  const version = (from: string, promise: number, more = '') =>
    matter('小餐饮登记', { head: `施行：自${from}起\n${more}` }).replace('承诺时限：3', `承诺时限：${promise}`)
  const promiseOn = (sources: readonly SourceFile[], asOf: string | undefined) =>
    compile(sources, { asOf }).matters.get('小餐饮登记')?.matter.promisedLimits[0]?.limit

  const old = file('2020.zw', version('2020年1月1日', 8, '版本：2020年第1版'))
  const now = file('2025.zw', version('2025年1月1日', 5, '版本：2025年第1版'))

  test('the one in force on the day counts; the newest where no day is named', () => {
    const files = [now, old]
    expect(promiseOn(files, '2024-12-31')).toMatchObject({ amount: '8' })
    expect(promiseOn(files, '2025-01-01')).toMatchObject({ amount: '5' })
    expect(promiseOn(files, undefined)).toMatchObject({ amount: '5' })
    expect(promiseOn(files, '2019-12-31')).toMatchObject({ amount: '8' })
    const { versions, diagnostics } = compile(files, { asOf: '2024-12-31' })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(versions.get('小餐饮登记')?.map(({ from, to }) => [from, to])).toEqual([
      ['2020-01-01', '2024-12-31'],
      ['2025-01-01', undefined],
    ])
  })

  test('a version below another that does not say when it begins is not taken for the newest in silence', () => {
    const undated = version('2025年1月1日', 3).replace(/^施行：.*\n/m, '')
    const found = (sources: readonly SourceFile[]) =>
      compile(sources, { asOf: '2026-01-01' }).diagnostics.map(({ code, message }) => `${code} ${message}`)
    const dated = version('2020年1月1日', 3)
    expect(found([file('a.zw', dated, undated)])).toEqual(['ZW2004 事项“小餐饮登记”缺少“施行：”'])
    expect(found([file('a.zw', undated, dated)])).toEqual([])
    expect(found([file('a.zw', dated), file('b.zw', undated)])).toEqual([])
  })

  test('days without any version are a gap', () => {
    const ended = file('2020.zw', version('2020年1月1日', 8, '失效：2024年6月30日'))
    const { diagnostics } = compile([ended, now], { asOf: '2026-01-01' })
    expect(diagnostics.filter(({ code }) => code === 'ZW8001')).toMatchObject([
      {
        message: '事项“小餐饮登记”的时间线有空档：2024年7月1日至2024年12月31日没有有效规定',
        labels: [{ origin: { file: '2020.zw' } }, { origin: { file: '2025.zw' } }],
      },
    ])
  })

  test('days with two versions are an overlap', () => {
    const long = file('2020.zw', version('2020年1月1日', 8, '失效：2025年6月30日'))
    const { diagnostics } = compile([long, now], { asOf: '2026-01-01' })
    expect(diagnostics.filter(({ code }) => code === 'ZW8007')).toMatchObject([
      { message: '事项“小餐饮登记”的两个版本在2025年1月1日至2025年6月30日同时有效' },
    ])
  })

  test('a renamed matter keeps its timeline by its code', () => {
    const renamed = file('2025.zw', version('2025年1月1日', 5, '编码：示例0007').replaceAll('小餐饮登记', '小餐饮备案'))
    const before = file('2020.zw', version('2020年1月1日', 8, '编码：示例0007'))
    expect([...compile([before, renamed], { asOf: '2024-01-01' }).matters.keys()]).toEqual(['小餐饮登记'])
    expect([...compile([before, renamed], { asOf: '2026-01-01' }).matters.keys()]).toEqual(['小餐饮备案'])
  })

  test('matters without dates that share the code of their 主项 stay apart', () => {
    const parts = [
      matter('护士执业注册（首次）', { head: '编码：000123' }),
      matter('护士执业注册（变更）', { head: '编码：000123' }),
    ]
    const { matters, diagnostics } = compile([file('护士.zw', ...parts)], DAY)
    expect([...matters.keys()]).toEqual(['护士执业注册（首次）', '护士执业注册（变更）'])
    expect(diagnostics).toEqual([])
  })

  const follower = (pin: string) =>
    file(
      '问卷.zw',
      `引用：小餐饮登记${pin}`,
      matter('食品摊贩登记', {
        body: '申报信息：\n  信息：面积\n    类型：数\n    来自：小餐饮登记·面积\n\n情形：大\n  当：【面积】9平方米以上\n申请材料：\n  材料：图纸\n    当：【大】\n',
      }),
    )
  const asksArea = (source: SourceFile, question: string): SourceFile => ({
    uri: source.uri,
    text: source.text.replace(
      '办理环节：',
      `申报信息：\n  信息：面积\n    类型：数\n    单位：平方米\n    提问：${question}\n情形：大\n  当：【面积】9平方米以上\n申请材料：\n  材料：图纸\n    当：【大】\n办理环节：`,
    ),
  })
  const both = [asksArea(old, '旧问法'), asksArea(now, '新问法')]
  const questionIn = (pin: string) => {
    const { matters, diagnostics } = compile([...both, follower(pin)], { asOf: '2026-01-01' })
    expect(diagnostics.filter(({ labels: [{ origin }] }) => origin.file === '问卷.zw')).toEqual([])
    return matters.get('食品摊贩登记')?.matter.facts[0]?.question
  }

  test('引用 may pin a version by its name or by a day', () => {
    expect(questionIn('')).toBe('新问法')
    expect(questionIn('（2020年第1版）')).toBe('旧问法')
    expect(questionIn('（按2024年6月1日）')).toBe('旧问法')
    expect(questionIn('（按2025年6月1日的规定）')).toBe('新问法')
  })

  test('a version that there is not is reported with those that there are', () => {
    const { diagnostics } = compile([...both, follower('（2023年第1版）')], { asOf: '2026-01-01' })
    expect(diagnostics.filter(({ code }) => code === 'ZW4003')).toMatchObject([
      { message: '引用的“小餐饮登记”没有“2023年第1版”这一版', help: '已有的版本：2020年第1版、2025年第1版' },
    ])
  })
})
