import { describe, expect, test } from 'vitest'
import { bundleMatters } from '../../../src/analysis/bundle/bundle-matters.ts'
import { measureBundle } from '../../../src/analysis/bundle/measure-bundle.ts'
import { printRational } from '../../../src/base/rational.ts'
import { DEFAULT_CONVERSION, printDuration } from '../../../src/calendar/duration.ts'
import { compile } from '../../../src/compile/compile.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { measureCompression } from '../../../src/graph/compression.ts'
import { ALWAYS } from '../../../src/graph/decision-diagram.ts'
import { startMeasuring } from '../../../src/graph/measuring.ts'

/** A 一件事 of matters by the lines that each says of its limits; those whose name ends in 选 are only done for some. */
function bundleOf(limits: Readonly<Record<string, readonly string[]>>) {
  const names = Object.keys(limits)
  const isOptional = (name: string) => name.endsWith('选')
  const text = [
    '语言版本：1',
    ...names.flatMap((name) => [
      `事项：${name}`,
      '事项类型：公共服务',
      '办理环节：',
      '  环节：办理',
      '    时限：即办',
      `    产出：${name}证`,
      ...(limits[name] ?? []),
      '承诺时限：即办',
      `结果：${name}证`,
    ]),
    '一件事：合办',
    '申报信息：',
    ...names.filter(isOptional).flatMap((name) => [`  信息：要${name}`, '    类型：是否']),
    '包含事项：',
    ...names.flatMap((name) => [`  子项：${name}`, ...(isOptional(name) ? [`    当：【要${name}】`] : [])]),
    '承诺时限：即办',
    '',
  ].join('\n')
  const { bundles, diagnostics } = compile([{ uri: 'a.zw', text }], { asOf: '2026-11-22' })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const found = bundles.get('合办')
  if (found === undefined) throw new Error(text)
  const matters = new Map([...found.components].map(([name, { matter }]) => [name, matter]))
  const bundled = bundleMatters(found.bundle, matters)
  return { bundle: found.bundle, matters, bundled, limits: bundled.matter.statutoryLimits }
}

const words = (set: ReturnType<typeof bundleOf>) =>
  set.limits.map(({ limit, from, to }) =>
    [printDuration(limit), ...(from || to ? [`${from ?? ''}~${to ?? ''}`] : [])].join(' '),
  )

describe('法定时限 of a bundle', () => {
  test('is the sum of those of its components, and says of which', () => {
    const set = bundleOf({ 甲: ['法定时限：20个工作日'], 乙: ['法定时限：3个工作日'], 丙: ['法定时限：即办'] })
    expect(words(set)).toEqual(['23个工作日'])
    expect(set.limits[0]?.notes).toEqual(['各子项法定时限之和：甲20个工作日、乙3个工作日、丙即办'])
  })

  test.each([
    ['15个自然日', '1个月', '45.8个自然日'],
    ['1个月', '4小时', '22.5个工作日'],
    ['1个月', '2个月', '3个月'],
    ['20个工作日', '15个自然日', '43个自然日'],
  ])('%s and %s are %s, exactly', (first, second, sum) => {
    expect(words(bundleOf({ 甲: [`法定时限：${first}`], 乙: [`法定时限：${second}`] }))).toEqual([sum])
  })

  test('differs with the components that are done', () => {
    const set = bundleOf({
      甲: ['法定时限：20个工作日'],
      乙选: ['法定时限：3个工作日'],
      丙选: ['法定时限：10个工作日'],
    })
    expect(words(set)).toEqual(['33个工作日', '23个工作日', '30个工作日', '20个工作日'])
  })

  test('is 无法定时限 where one takes part that has none, and nothing where that is always so', () => {
    const some = bundleOf({ 甲: ['法定时限：20个工作日'], 乙选: ['法定时限：无法定时限'] })
    expect(words(some)).toEqual(['无法定时限', '20个工作日'])
    expect(words(bundleOf({ 甲: ['法定时限：20个工作日'], 乙: ['法定时限：无法定时限'] }))).toEqual([])
  })

  test('changes on the days on which one of them changes', () => {
    const dated = [
      '法定时限：30个工作日（自2010年1月1日起至2024年6月30日）',
      '法定时限：20个工作日（自2024年7月1日起）',
    ]
    const set = bundleOf({ 甲: dated, 乙: ['法定时限：3个工作日'] })
    expect(words(set)).toEqual(['无法定时限 ~2009-12-31', '33个工作日 2010-01-01~2024-06-30', '23个工作日 2024-07-01~'])
  })

  test('takes the longest of a component that has several, as the baseline does', () => {
    const set = bundleOf({
      甲: [
        '申报信息：',
        '  信息：复杂',
        '    类型：是否',
        '法定时限：30个工作日',
        '  当：【复杂】',
        '法定时限：20个工作日',
      ],
      乙: ['法定时限：3个工作日'],
    })
    expect(words(set)).toEqual(['33个工作日'])
  })

  test('is the baseline of every selection, so that the bundle is measured as any matter', () => {
    const set = bundleOf({
      甲: ['法定时限：20个工作日'],
      乙选: ['法定时限：3个工作日'],
      丙选: ['法定时限：15个自然日'],
      丁选: ['法定时限：无法定时限'],
    })
    const { matter } = set.bundled
    const measuring = startMeasuring(matter, buildGraph(matter).graph, { conversion: DEFAULT_CONVERSION })
    const selections = measureBundle(set.bundle, set.bundled, set.matters)
    expect(selections).toHaveLength(8)
    for (const { components, baselines } of selections) {
      const within = ['乙选', '丙选', '丁选'].reduce((set, name) => {
        const asked = measuring.space().diagramOf({ kind: 'fact', fact: `要${name}` })
        const { store } = measuring.space()
        return store.and(set, components.includes(name) ? asked : store.not(asked))
      }, ALWAYS)
      const measured = measureCompression(measuring, { before: 'statutory', after: 'promised' }, within)
      const before = measured.kind === 'measured' ? printRational(measured.compression.before.workdays) : null
      expect([components, before]).toEqual([
        components,
        baselines.statutorySum && printRational(baselines.statutorySum),
      ])
    }
  })
})

test('延长至 of a component lengthens the sum by as much as it lengthens the component', () => {
  const { bundled } = bundleOf({
    甲: ['法定时限：20个工作日', '延长：情况复杂', '  延长至：30个工作日'],
    乙: ['法定时限：3个工作日', '延长：再延', '  时限：5个工作日'],
  })
  expect(bundled.matter.extensions).toMatchObject([
    { name: '甲·情况复杂', extendBy: { unit: 'workday', amount: '10' } },
    { name: '乙·再延', extendBy: { unit: 'workday', amount: '5' } },
  ])
  expect(bundled.matter.extensions.some((extension) => 'extendTo' in extension)).toBe(false)
})
