import { describe, expect, test } from 'vitest'
import { type CatalogueReport, measureCatalogue } from '../../src/analysis/catalogue-report.ts'
import type { ReportOptions } from '../../src/analysis/matter-report.ts'
import { compile } from '../../src/compile/compile.ts'
import { displayWidth } from '../../src/diagnostics/display-width.ts'
import { writeReportCsv } from '../../src/render/report-csv.ts'
import { renderReport } from '../../src/render/report-table.ts'

/** A small catalogue in which every column has something to tell. */
const catalogue = `语言版本：1

事项：食品经营许可（餐饮服务）新办
事项类型：行政许可
办件类型：承诺件
到现场次数：1
办理环节：
  环节：受理
    时限：1个工作日
  环节：审查决定
    时限：7个工作日
    产出：食品经营许可证
法定时限：20个工作日
承诺时限：8个工作日
目标：
  压减时限：不低于60%
    口径：法定时限→承诺时限
结果：食品经营许可证

事项：居民身份证换领、补领
事项类型：行政确认
办件类型：承诺件
到现场次数：2
办理环节：
  环节：受理
    时限：1个工作日
  环节：审核决定
    时限：20个工作日
    产出：居民身份证
法定时限：60个自然日
承诺时限：20个工作日
目标：
  压减时限：不低于60%
    口径：法定时限→承诺时限
结果：居民身份证

事项：生育登记
事项类型：公共服务
办件类型：即办件
到现场次数：0
办理环节：
  环节：受理并办结
    阶段：受理、决定
    时限：当场
    产出：生育登记凭证
承诺时限：当场
结果：生育登记凭证

事项：社会保障卡申领
事项类型：公共服务
办件类型：承诺件
办理环节：
  环节：受理
    时限：1个工作日
  环节：省厅制卡决定
    产出：社会保障卡
法定时限：无法定时限
承诺时限：10个工作日
结果：社会保障卡
`

function report(options: ReportOptions = {}, text = catalogue): CatalogueReport {
  const { matters } = compile([{ uri: '目录.zw', text }], { asOf: '2026-11-22' })
  return measureCatalogue(matters.values(), { asOf: '2026-11-22', ...options })
}

describe('renderReport', () => {
  test('tells at a glance how far each matter and all together are cut', () => {
    expect(renderReport(report())).toBe(
      [
        '压减报告',
        '口径：法定时限→承诺时限，按2026年11月22日有效的规定',
        '',
        '事项                          类型        法定时限     承诺时限   关键路径   压减             目标',
        '─'.repeat(112),
        '食品经营许可（餐饮服务）新办  行政许可  20个工作日 →  8个工作日 →        8  60.0% ██████░░░░  ≥60% 达标',
        '居民身份证换领、补领          行政确认  60个自然日 → 20个工作日 →       21  53.3% █████░░░░░  ≥60% 差2.9个工作日',
        '生育登记                      公共服务           — →       即办 →        0      —',
        '社会保障卡申领                公共服务  无法定时限 → 10个工作日 →       ≥1      —',
        '',
        '合计：4个事项，2个计入压减比例',
        '  合计压减     55.5%  █████▌░░░░  62.9→28个工作日（先合计再相比）',
        '  平均压减     56.7%  █████▌░░░░  各事项压减比例的平均数',
        '  即办率       25.0%  4个事项中的1个',
        '  零跑动       33.3%  3个事项中的1个',
        '  平均跑动     1.0次  写明到现场次数的3个事项',
        '  目标      1个达标，1个未达标',
        '',
        '没有计入压减比例的2个事项',
        '  生育登记        没有法定时限',
        '  社会保障卡申领  无法定时限',
        '',
        '折算：1个月＝22个工作日，1年＝250个工作日，1个自然日＝5/7个工作日，1小时＝1/8个工作日，即办＝0个工作日',
        '关键路径以工作日计，取最长的情形，从申请算起；时限按情形不同的，取压减最小的情形。',
        '1个事项有环节没有写时限，关键路径标有“≥”，实际可能更长。',
      ].join('\n'),
    )
  })

  test('compares what the basis says', () => {
    const rendered = renderReport(report({ basis: { before: 'promised', after: 'criticalPath' } }))
    expect(rendered).toContain('口径：承诺时限→关键路径')
    expect(rendered).toMatch(/居民身份证换领、补领 .* 20个工作日 → {7}21 {2}-5\.0% ░{10}/)
    expect(rendered).toMatch(/生育登记 +承诺时限折算后为0，无法计算比例/)
  })

  test('shortens long names where the terminal is narrow, and nothing else', () => {
    const lines = renderReport(report(), { width: 100 }).split('\n')
    const table = lines.slice(3, 9)
    for (const line of table) expect(displayWidth(line)).toBeLessThanOrEqual(100)
    expect(table[2]).toMatch(/^食品经营.*… +行政许可 +20个工作日 → +8个工作日 → +8 +60\.0% ██████░░░░ {2}≥60% 达标$/)
  })

  test('colours only when asked to, without moving anything', () => {
    const plain = renderReport(report())
    const colored = renderReport(report(), { color: true })
    expect(colored).not.toBe(plain)
    expect(
      colored
        .split('\u001b')
        .map((part, i) => (i === 0 ? part : part.replace(/^\[\d+m/, '')))
        .join(''),
    ).toBe(plain)
  })

  test('a missed target never looks met', () => {
    const text = catalogue
      .replace('法定时限：20个工作日', '法定时限：1999个工作日')
      .replace('承诺时限：8个工作日', '承诺时限：800个工作日')
    expect(renderReport(report({}, text))).toMatch(/食品经营.* 59\.98% █████▌░░░░ {2}≥60% 差0\.4个工作日/)
  })

  test('of several targets it shows the one that is missed', () => {
    const goal = '  压减时限：不低于50%\n    口径：法定时限→承诺时限\n'
    const text = catalogue.replace('居民身份证换领、补领', '换证').replaceAll('目标：\n', `目标：\n${goal}`)
    expect(renderReport(report({}, text))).toMatch(/换证 .* ≥60% 差2\.9个工作日/)
    expect(renderReport(report({}, text))).toContain('3个达标，1个未达标')
  })

  test('a path that is only a bound is marked on the side on which the truth lies', () => {
    const { matters, ...rest } = report()
    const marked = (exact: boolean, untimed: readonly string[]) => {
      const [first] = matters.map(({ criticalPath, ...each }) => ({
        ...each,
        untimed,
        criticalPath: criticalPath && { ...criticalPath, exact },
      }))
      if (first === undefined) throw new Error('the catalogue is empty')
      return renderReport({ ...rest, matters: [first] })
    }
    expect(marked(true, [])).toMatch(/→ +8个工作日 → +8 /)
    expect(marked(true, ['审查'])).toMatch(/→ +≥8 /)
    expect(marked(false, [])).toMatch(/→ +≤8 /)
    expect(marked(false, [])).toContain('1个事项的条件太复杂或者有没定下来的，关键路径标有“≤”，是上界，实际不会更长。')
    expect(marked(false, ['审查'])).toMatch(/→ +约8 /)
  })

  test('says so when there is nothing to measure', () => {
    expect(renderReport(report({}, '语言版本：1'))).toBe('没有事项可以核算。')
  })
})

describe('writeReportCsv', () => {
  test('has a line a matter, with exact figures and the reason where there are none', () => {
    const csv = writeReportCsv(report())
    expect(csv.startsWith('\ufeff事项,编码,文件,')).toBe(true)
    const lines = csv.trimEnd().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[2]).toBe(
      '居民身份证换领、补领,,目录.zw,行政确认,承诺件,,,60自然日,300/7,20工作日,20,21,受理→审核决定,300/7,20,53.3,60,否,20/7,',
    )
    expect(lines[3]).toMatch(/,没有法定时限$/)
  })

  test('quotes what CSV must quote, and hands no formula to a spreadsheet', () => {
    const { matters, ...rest } = report()
    const [first] = matters
    if (first === undefined) throw new Error('the catalogue is empty')
    const renamed = (name: string) => ({ ...first, matter: { ...first.matter, name } })
    const csv = writeReportCsv({ ...rest, matters: [renamed('甲,"乙"'), renamed('=HYPERLINK("x")')] })
    expect(csv).toContain('\r\n"甲,""乙""",')
    expect(csv).toContain(`\r\n"'=HYPERLINK(""x"")",`)
  })
})
