import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import type { BundleProblem } from '../../src/analysis/bundle/bundle-parts.ts'
import { HARMLESS } from '../../src/analysis/bundle/harmless-problems.ts'
import { compile } from '../../src/compile/compile.ts'

const NAMES = ['甲项', '乙项', '丙项']
const STEPS = ['受理', '踏勘', '决定', '送达']
const MATERIALS = ['申请表', '证明', '图纸']

/** What is written of a matter: which codes its materials have, what it asks, whether it has a limit. */
const matter = fc.record({
  codes: fc.tuple(...MATERIALS.map(() => fc.constantFrom(undefined, 'A1', 'A2', 'A3'))),
  asks: fc.constantFrom(undefined, '是否', '数'),
  limited: fc.boolean(),
  ordered: fc.boolean(),
})

const path = (parts: readonly string[]) =>
  fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...parts)).map(([name, part]) => `${name}·${part}`)
const paths = (parts: readonly string[]) => fc.uniqueArray(path(parts), { minLength: 1, maxLength: 3 })

const written = fc.record({
  matters: fc.tuple(matter, matter, matter),
  after: fc.tuple(...NAMES.map(() => fc.subarray(NAMES, { maxLength: 1 }))),
  shared: fc.array(paths(MATERIALS), { maxLength: 2 }),
  reuses: fc.array(fc.record({ from: path(['结果', '证书']), to: paths(MATERIALS) }), { maxLength: 2 }),
  joint: fc.option(paths([...STEPS, '复核']), { nil: undefined }),
  acceptance: fc.boolean(),
  delivery: fc.boolean(),
  missing: fc.boolean(),
  office: fc.constantFrom(undefined, '甲局', '乙局'),
})

type Written = typeof written extends fc.Arbitrary<infer T> ? T : never

function printMatter(name: string, { codes, asks, limited, ordered }: Written['matters'][number]): readonly string[] {
  return [
    `事项：${name}`,
    '事项类型：公共服务',
    '实施主体：甲局',
    ...(asks === undefined
      ? []
      : [
          '申报信息：',
          '  信息：口径',
          `    类型：${asks}`,
          '情形：某种',
          `  当：【口径】${asks === '数' ? '大于1' : ''}`,
        ]),
    '申请材料：',
    ...MATERIALS.flatMap((material, index) => [
      `  材料：${material}`,
      ...(codes[index] === undefined ? [] : [`    编码：${codes[index]}`]),
      '    来源：申请人自备',
    ]),
    '办理环节：',
    ...STEPS.flatMap((step, index) => [
      `  环节：${step}`,
      '    时限：1个工作日',
      ...(step === '决定' && ordered ? ['    前序：受理'] : []),
      ...(step === '送达' ? ['    前序：踏勘、决定'] : []),
      ...(index === STEPS.length - 1 ? ['    产出：结果'] : []),
    ]),
    limited ? '法定时限：20个工作日' : '法定时限：无法定时限',
    ...(limited ? ['承诺时限：9个工作日'] : []),
    '结果：结果',
  ]
}

function print({ matters, after, shared, reuses, joint, acceptance, delivery, missing, office }: Written): string {
  return [
    '语言版本：1',
    ...NAMES.flatMap((name, index) => {
      const found = matters[index]
      return found === undefined || (missing && index === 2) ? [] : printMatter(name, found)
    }),
    '一件事：合办',
    '包含事项：',
    ...NAMES.flatMap((name, index) => {
      const before = after[index] ?? []
      return [`  子项：${name}`, ...(before.length === 0 ? [] : [`    前序：${before.join('、')}`])]
    }),
    ...(shared.length + reuses.length === 0 ? [] : ['材料归并：']),
    ...shared.flatMap((list, index) => [`  共用材料：共用${index}`, `    对应：${list.join('、')}`]),
    ...reuses.flatMap(({ from, to }) => [`  结果复用：${from}`, `    用于：${to.join('、')}`]),
    ...(joint === undefined ? [] : ['联合踏勘：一同踏勘', `  合并：${joint.join('、')}`]),
    ...(acceptance ? ['统一受理：综合窗口'] : []),
    ...(delivery ? ['统一出件：综合窗口'] : []),
    ...(office === undefined ? [] : [`承办能力：${office}`, '  同时办理：1个']),
    '',
  ].join('\n')
}

/** What `zw check` says of what is wrong with a bundle. */
const SAID: { readonly [K in BundleProblem['kind']]: readonly string[] } = {
  missingComponent: ['ZW4003'],
  cycle: ['ZW4004'],
  stepCycle: ['ZW4004', 'ZW8110'],
  differingFact: ['ZW8107'],
  unknownOutput: ['ZW8101'],
  unknownMaterial: ['ZW8104'],
  unknownStep: ['ZW8104'],
  conflictingCodes: ['ZW8105'],
  repeatedCode: ['ZW8106', 'ZW8111'],
  // Where a component is not there, its offices are not known.
  unknownOffice: ['ZW4001', 'ZW4003'],
  noLimit: ['ZW8108'],
}

test('whatever keeps a bundle from being made is an error of zw check; what only leaves figures out is a warning', () => {
  fc.assert(
    fc.property(written, (one) => {
      const { bundles, diagnostics } = compile([{ uri: 'a.zw', text: print(one) }], { asOf: '2026-11-22' })
      const found = bundles.get('合办')
      if (found === undefined) throw new Error(print(one))
      const matters = new Map([...found.components].map(([name, { matter }]) => [name, matter]))
      const problems = bundleMatters(found.bundle, matters).problems.map(({ kind }) => kind)
      const codes = new Set<string>(diagnostics.map(({ code }) => code))
      for (const kind of problems) expect([kind, SAID[kind].some((code) => codes.has(code))]).toEqual([kind, true])
      const hasErrors = diagnostics.some(({ severity }) => severity === 'error')
      const serious = problems.filter((kind) => !HARMLESS.has(kind))
      if (!hasErrors) expect(serious).toEqual([])
      // Nothing is called a circle that can be done.
      if (codes.has('ZW8110')) expect(serious).toContain('stepCycle')
      if (codes.has('ZW8111')) expect(serious).toContain('repeatedCode')
      expect(found.faulty === true).toBe(hasErrors)
    }),
    { numRuns: 1000 },
  )
})
