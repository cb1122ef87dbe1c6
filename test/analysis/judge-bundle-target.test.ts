import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountForBundle } from '../../src/analysis/bundle/account-for-bundle.ts'
import { compileBundleDossier } from '../../src/analysis/bundle/bundle-dossier.ts'
import { printChange, printShare, reductionOf } from '../../src/analysis/describe-target.ts'
import { verifyBundle } from '../../src/analysis/verify-bundles.ts'
import { compare, rational } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { compile } from '../../src/compile/compile.ts'
import type { CompiledBundle } from '../../src/compile/compiled.ts'
import type { Facts } from '../../src/graph/fact-value.ts'
import { printSituation } from '../../src/graph/situation.ts'
import { renderBundlePage } from '../../src/render/html/bundle/bundle-page.ts'
import { exampleSources } from '../support/syntax-examples.ts'

const AS_OF = '2026-11-22'
const NAMES = ['甲', '乙', '丙', '丁'] as const
const CLASSES = ['子', '丑', '寅'] as const

/** A matter with so many documents of its own beside one that all have. */
function matter(name: string, own: number): string {
  const documents = Array.from({ length: own }, (_, index) => `  材料：${name}材料${index}\n`).join('')
  return `事项：${name}\n事项类型：公共服务\n到现场次数：1次\n申请材料：\n  材料：身份证件\n${documents}办理环节：\n  环节：受理\n    时限：1个工作日\n  环节：决定\n    时限：2个工作日\n法定时限：20个工作日\n承诺时限：3个工作日\n\n`
}

interface Made {
  /** The documents of each matter. */
  readonly own: readonly number[]
  /** For which classes of people each matter is done. */
  readonly done: readonly (readonly string[])[]
  readonly percent: number
}

function write({ own, done, percent }: Made): CompiledBundle {
  const matters = NAMES.map((name, index) => matter(name, own[index] ?? 0)).join('')
  const components = NAMES.map(
    (name, index) =>
      `  子项：${name}\n    当：${(done[index] ?? []).map((each) => `【类别】为 ${each}`).join(' 或 ')}\n`,
  ).join('')
  const shared = `材料归并：\n  共用材料：身份证件\n    对应：${NAMES.map((name) => `${name}·身份证件`).join('、')}\n`
  const facts = `申报信息：\n  信息：类别\n    类型：枚举\n    取值：${CLASSES.join('、')}\n`
  const text = `语言版本：1\n\n${matters}一件事：合办\n到现场次数：1次\n${facts}包含事项：\n${components}${shared}目标：\n  压减材料：不低于${percent}%\n  压减时限：不低于${percent}%\n`
  const [bundle] = compile([{ uri: 'a.zw', text }], { asOf: AS_OF }).bundles.values()
  if (bundle === undefined) throw new RangeError('a bundle')
  return bundle
}

const arbitraryMade: fc.Arbitrary<Made> = fc.record({
  own: fc.tuple(...NAMES.map(() => fc.integer({ min: 0, max: 6 }))),
  done: fc.tuple(...NAMES.map(() => fc.subarray([...CLASSES], { minLength: 1 }))),
  percent: fc.integer({ min: 0, max: 100 }),
})

const mattersOf = ({ components }: CompiledBundle) =>
  new Map([...components].map(([name, each]) => [name, each.matter]))

/** The targets as the page tells them, to somebody of whom these facts are known. */
function toldOnPage({ bundle, components }: CompiledBundle, facts?: Facts): readonly string[] {
  const measuring = { conversion: DEFAULT_CONVERSION, asOf: AS_OF, ...(facts !== undefined && { facts }) }
  const matters = mattersOf({ bundle, components, file: '' })
  const account = accountForBundle(bundle, matters, measuring)
  const page = renderBundlePage(account, compileBundleDossier(account, matters, measuring), { asOf: AS_OF, digits: 1 })
  const [, list = ''] = /<ul class="targets">(.*?)<\/ul>/su.exec(page) ?? []
  return list
    .split('</li>')
    .slice(0, -1)
    .map((item) => item.replaceAll(/<[^>]*>/gu, '').replaceAll(/\s+/gu, ''))
}

/** The targets as `zw verify` finds them, each with what a page that agrees must hold. */
function toldByVerify(compiled: CompiledBundle): readonly (readonly string[])[] {
  return verifyBundle(compiled, AS_OF).targets.map(({ verdict, situation = null }) => [
    verdict.kind === 'undecided'
      ? '无法判断'
      : `实际${printShare(verdict.target, reductionOf(verdict).ratio)}%（${printChange(reductionOf(verdict), verdict.subject)}），${verdict.met ? '达标' : ''}`,
    situation === null ? '' : `压减最小的情形：${printSituation(situation)}`,
  ])
}

function expectAgreement(compiled: CompiledBundle, facts?: Facts) {
  const page = toldOnPage(compiled, facts)
  const verified = toldByVerify(compiled)
  expect(page).toHaveLength(verified.length)
  for (const [index, parts] of verified.entries()) {
    for (const part of parts) expect(page[index]).toContain(part)
    if (parts.includes('')) expect(page[index]).not.toContain('压减最小的情形')
  }
}

describe('a target of a bundle', () => {
  const people: Made = {
    own: [6, 0, 0, 0],
    done: [['丑'], ['子', '丑'], ['子'], ['子']],
    percent: 50,
  }

  test('is missed where it is missed for those who need fewer matters than others, but other ones', () => {
    // 子 does 乙, 丙, 丁: 3 documents, 1 shared. 丑 does 甲, 乙: 8 documents, 7 left.
    const [target] = verifyBundle(write(people), AS_OF).targets
    expect(target?.verdict).toMatchObject({
      kind: 'decided',
      met: false,
      counts: { before: { num: 8n }, after: { num: 7n } },
    })
    expect(target?.situation && printSituation(target.situation)).toBe('【类别】为“丑”')
  })

  test('is not about those who need only some of what others need', () => {
    const made: Made = { ...people, done: [['子'], ['子', '丑'], ['子'], ['子']], percent: 10 }
    const [target] = verifyBundle(write(made), AS_OF).targets
    expect(target).toMatchObject({ verdict: { met: true, counts: { before: { num: 10n }, after: { num: 7n } } } })
    expect(target?.situation).toBeNull()
  })

  test('is met where it is met for every class of people whose matters are no part of those of another', () => {
    fc.assert(
      fc.property(arbitraryMade, (made) => {
        const setOf = (each: string) => new Set(NAMES.filter((_, index) => made.done[index]?.includes(each)))
        const sets = CLASSES.map(setOf).filter(({ size }) => size > 0)
        const maximal = sets.filter((set) =>
          sets.every((other) => other.size <= set.size || [...set].some((name) => !other.has(name))),
        )
        const holds = maximal.every((set) => {
          const before = NAMES.reduce((sum, name, index) => sum + (set.has(name) ? (made.own[index] ?? 0) + 1 : 0), 0)
          return compare(rational(set.size - 1, before), rational(made.percent, 100)) >= 0
        })
        expect(verifyBundle(write(made), AS_OF).targets[0]?.verdict).toMatchObject({ kind: 'decided', met: holds })
      }),
      { numRuns: 60 },
    )
  })

  test('comes out the same by zw verify and on the page, whatever the page knows of the applicant', () => {
    fc.assert(
      fc.property(arbitraryMade, fc.constantFrom(...CLASSES), (made, known) => {
        const compiled = write(made)
        expectAgreement(compiled)
        const serves = made.done.some((classes) => classes.includes(known))
        if (serves) expectAgreement(compiled, new Map([['类别', { kind: 'option', option: known }]]))
      }),
      { numRuns: 40 },
    )
  })

  test.each([...new Set(exampleSources().flatMap(({ uri }) => /^examples\/bundles\/[^/]+\//u.exec(uri)?.[0] ?? []))])(
    'comes out the same by zw verify and on the page in %s',
    (folder) => {
      const { bundles } = compile(
        exampleSources().filter(({ uri }) => uri.startsWith(folder)),
        { asOf: AS_OF },
      )
      expect(bundles.size).toBe(1)
      for (const compiled of bundles.values()) expectAgreement(compiled)
    },
  )
})
