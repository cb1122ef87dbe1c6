import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourceFile } from '../../src/base/source-file.ts'
import { compile } from '../../src/compile/compile.ts'
import type { CompiledWorkspace } from '../../src/compile/compiled.ts'
import { openWorkspace } from '../../src/compile/workspace.ts'

/** Few names, so that blocks find each other, in versions, in circles and twice. */
const matterName = fc.constantFrom('甲', '乙', '丙')
const libraryName = fc.constantFrom('通用库', '材料', '甲')
const material = fc.constantFrom('营业执照', '身份证')
const uri = fc.constantFrom('一.zw', '二.zw', '库/三.zw', '库/四.zw', '五.zw')
const day = fc.constantFrom('2023年1月1日', '2024年7月1日', '2025年1月1日')

const dates = fc.record({ from: fc.option(day), to: fc.option(fc.constantFrom('2024年6月30日', '2024年12月31日')) })

const matter = fc
  .record({
    name: matterName,
    dates,
    code: fc.option(fc.constantFrom('0001', '0002')),
    from: fc.option(fc.tuple(fc.oneof(matterName, libraryName), fc.constantFrom('面积', '人数'))),
    options: fc.boolean(),
    material: fc.option(material),
    promise: fc.integer({ min: 1, max: 9 }),
  })
  .map((given) => {
    const lines = [`事项：${given.name}`, '事项类型：公共服务', '实施主体：市监局', '依据：《示例条例》第一条']
    if (given.code !== null) lines.push(`编码：${given.code}`)
    if (given.dates.from !== null) lines.push(`施行：自${given.dates.from}起`)
    if (given.dates.to !== null) lines.push(`失效：${given.dates.to}`)
    lines.push('申报信息：', '  信息：面积', '    类型：数', '    单位：平方米')
    if (given.from !== null) lines.push(`    来自：${given.from.join('·')}`)
    if (given.options) lines.push('  信息：类别', '    取值：类别')
    if (given.material !== null) lines.push('申请材料：', `  材料：${given.material}`)
    lines.push('办理环节：', '  环节：受理', '    时限：1个工作日', '  环节：决定', '    产出：证')
    lines.push('法定时限：8个工作日', `承诺时限：${given.promise}个工作日`, '结果：证')
    return lines.join('\n')
  })

const library = fc
  .record({
    keyword: fc.constantFrom('材料库', '机构库', '枚举库', '法规库'),
    name: libraryName,
    material,
    code: fc.constantFrom('01', '02'),
    from: fc.option(matterName),
  })
  .map(({ keyword, name, material: entry, code, from }) =>
    [
      `${keyword}：${name}`,
      `  材料：${entry}`,
      `    编码：${code}`,
      '  机构：市场监督管理部门',
      '    别称：市监局',
      '  枚举：类别',
      `    取值：一类、${code}类`,
      '  信息：人数',
      '    类型：数',
      ...(from === null ? [] : [`    来自：${from}·面积`]),
      '  法规：《示例条例》',
      '    失效：2024年12月31日',
    ].join('\n'),
  )

const calendar = fc.constantFrom('工作日历：日历\n  放假：2025年1月1日', '工作日历：日历\n  放假：2025年2月30日')

const importLine = fc
  .oneof(
    matterName,
    libraryName,
    fc.tuple(matterName, fc.constantFrom('（按2024年3月1日）', '（第1版）')).map(([name, pin]) => name + pin),
    uri.map((path) => `./${path}`),
    fc.constant('日历'),
  )
  .map((target) => `引用：${target}`)

const text = fc
  .tuple(
    fc.array(importLine, { maxLength: 3 }),
    fc.array(fc.oneof(matter, matter, library, calendar), { maxLength: 3 }),
  )
  .map(([imports, blocks]) => `${['语言版本：1', ...imports, ...blocks].join('\n')}\n`)

const file = fc.record({ uri, text })

type Change = { readonly uri: string; readonly text: string | undefined; readonly look: boolean }

const change: fc.Arbitrary<Change> = fc.record({
  uri,
  text: fc.option(text, { nil: undefined, freq: 5 }),
  /** Whether the result is asked for before the next change. */
  look: fc.boolean(),
})

const asOf = fc.constantFrom(undefined, '2022-12-31', '2024-08-01', '2025-06-01')

/** All that a compilation says, the order of its maps too. */
function spread({ matters, versions, calendars, diagnostics, sources }: CompiledWorkspace) {
  return { matters: [...matters], versions: [...versions], calendars: [...calendars], diagnostics, sources }
}

test('after any changes an open workspace is what compiling its files from scratch gives', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(file, { maxLength: 4, selector: (each) => each.uri }),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      asOf,
      (files, changes, on) => {
        let workspace = openWorkspace(files, { asOf: on })
        let sources: readonly SourceFile[] = files
        for (const { uri: changed, text: now, look } of changes) {
          if (now === undefined) {
            workspace = workspace.remove(changed)
            sources = sources.filter((source) => source.uri !== changed)
          } else {
            workspace = workspace.update(changed, now)
            const isThere = sources.some((source) => source.uri === changed)
            const next = { uri: changed, text: now }
            sources = isThere ? sources.map((each) => (each.uri === changed ? next : each)) : [...sources, next]
          }
          if (look) expect(spread(workspace.result)).toEqual(spread(compile(sources, { asOf: on })))
        }
        expect(spread(workspace.result)).toEqual(spread(compile(sources, { asOf: on })))
      },
    ),
    { numRuns: 500 },
  )
})
