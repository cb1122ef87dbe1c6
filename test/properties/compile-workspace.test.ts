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

const implementation = fc
  .record({
    name: fc.constantFrom('丁', '戊'),
    base: fc.constantFrom('甲', '乙', '丙', '丁', '戊'),
    authority: fc.option(fc.constantFrom('市局', '县局')),
    dates,
    promise: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ name, base, authority, dates: { from, to }, promise }) =>
    [
      `实施清单：${name}`,
      `基于：${base}`,
      ...(authority === null ? [] : [`实施主体：${authority}`]),
      ...(from === null ? [] : [`施行：自${from}起`]),
      ...(to === null ? [] : [`失效：${to}`]),
      `承诺时限：${promise}个工作日`,
    ].join('\n'),
  )

const bundle = fc
  .record({ name: fc.constantFrom('己', '庚'), parts: fc.uniqueArray(fc.oneof(matterName, fc.constant('丁'))), dates })
  .map(({ name, parts, dates: { from } }) =>
    [
      `一件事：${name}`,
      '牵头部门：市局',
      ...(from === null ? [] : [`施行：自${from}起`]),
      '包含事项：',
      ...parts.map((part) => `  子项：${part}`),
    ].join('\n'),
  )

const scenario = fc
  .record({ matter: fc.oneof(matterName, fc.constant('丁')), area: fc.integer({ min: 1, max: 9 }) })
  .map(({ matter: about, area }) =>
    [`用例：面积${area}`, `  针对：${about}`, `  假设：【面积】为 ${area}平方米`, '  应当：可以受理'].join('\n'),
  )

/** Only its 范围 tells it from the 目标 of the matter above. */
const selectionTarget = fc
  .record({ name: fc.constantFrom('提速', '减材料'), scope: fc.option(fc.constantFrom('全部', '事项类型为 公共服务')) })
  .map(({ name, scope }) =>
    [
      `目标：${name}`,
      '  说明：三年',
      ...(scope === null ? [] : [`  范围：${scope}`]),
      '  压减时限：60%',
      '    口径：法定时限→承诺时限',
    ].join('\n'),
  )

const block = fc.oneof(
  { weight: 4, arbitrary: matter },
  { weight: 2, arbitrary: library },
  { weight: 2, arbitrary: implementation },
  bundle,
  scenario,
  calendar,
  selectionTarget,
)

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
  .tuple(fc.array(importLine, { maxLength: 3 }), fc.array(block, { maxLength: 4 }))
  .map(([imports, blocks]) => `${['语言版本：1', ...imports, ...blocks].join('\n')}\n`)

const file = fc.record({ uri, text })

/** What somebody does to the files; `look` says whether the result is asked for before the next change. */
type Change = { readonly uri: string; readonly look: boolean } & (
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'remove' }
  /** Takes out some lines and puts others there, or some characters of one line. */
  | { readonly kind: 'lines'; readonly at: number; readonly out: number; readonly lines: readonly string[] }
  | { readonly kind: 'characters'; readonly at: number; readonly out: number; readonly characters: string }
)

const at = fc.nat(999).map((place) => place / 1000)
const look = fc.boolean()
const aLine = fc.oneof(
  importLine,
  fc.constantFrom(
    '',
    '注：说明',
    '承诺时限：2个工作日',
    '  材料：身份证',
    '没有关键字的一行',
    '事项：丙',
    '编码：0001',
    '｜材料｜',
    '环节名',
    '目标：提速',
    '  范围：全部',
  ),
  fc.constantFrom('施行：自2024年7月1日起', '依据：《示例条例》第二条', '语言版本：1', '——————', '\t两列\t的行'),
)

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), uri, look, text }),
  fc.record({ kind: fc.constant('remove' as const), uri, look }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('lines' as const),
      uri,
      look,
      at,
      out: fc.integer({ min: 0, max: 6 }),
      lines: fc.oneof(
        fc.array(aLine, { maxLength: 3 }),
        block.map((added) => added.split('\n')),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('characters' as const),
      uri,
      look,
      at,
      out: fc.integer({ min: 0, max: 5 }),
      characters: fc.constantFrom('', '1', '甲', '：', '\n', '\n\n', ' ', '、', '。', '（', '事项：乙\n'),
    }),
  },
)

/** The text of a file after a change; undefined where the file is gone. */
function textAfter(changed: Change, before: string): string | undefined {
  switch (changed.kind) {
    case 'write':
      return changed.text
    case 'remove':
      return undefined
    case 'lines': {
      const lines = before.split('\n')
      lines.splice(Math.floor(changed.at * lines.length), changed.out, ...changed.lines)
      return lines.join('\n')
    }
    case 'characters': {
      const from = Math.floor(changed.at * before.length)
      return before.slice(0, from) + changed.characters + before.slice(from + changed.out)
    }
  }
}

const asOf = fc.constantFrom(undefined, '2022-12-31', '2024-08-01', '2025-06-01')

/** All that a compilation says, the order of its maps too. */
function spread({ diagnostics, sources, ...defined }: CompiledWorkspace) {
  const { matters, versions, bundles, calendars, selectionTargets } = defined
  const maps = [matters, versions, bundles, calendars, selectionTargets].map((map) => [...map])
  return { maps, diagnostics, sources }
}

test('after any changes an open workspace is what compiling its files from scratch gives', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(file, { maxLength: 4, selector: (each) => each.uri }),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      asOf,
      (files, changes, on) => {
        let workspace = openWorkspace(files, { asOf: on })
        let sources: readonly SourceFile[] = files
        for (const changed of changes) {
          const { uri: place } = changed
          const before = sources.find((source) => source.uri === place)
          const now = textAfter(changed, before?.text ?? '')
          if (now === undefined) {
            workspace = workspace.remove(place)
            sources = sources.filter((source) => source !== before)
          } else {
            workspace = workspace.update(place, now)
            const next = { uri: place, text: now }
            sources = before === undefined ? [...sources, next] : sources.map((each) => (each === before ? next : each))
          }
          if (changed.look) expect(spread(workspace.result)).toEqual(spread(compile(sources, { asOf: on })))
        }
        expect(spread(workspace.result)).toEqual(spread(compile(sources, { asOf: on })))
      },
    ),
    { numRuns: 800 },
  )
})
