import { describe, expect, test } from 'vitest'
import { suggestBundles } from '../../../src/analysis/bundle/suggest-bundles.ts'
import { printRational } from '../../../src/base/rational.ts'
import { compile } from '../../../src/compile/compile.ts'
import type { Matter } from '../../../src/model/matter.ts'

interface Sketch {
  readonly materials: readonly string[]
  readonly output: string
  readonly questions?: readonly string[]
  readonly trips?: number
}

/** A matter of 受理 1, 审查 2, 送达 1 workdays, 20 by statute. */
function write(name: string, { materials, output, questions = [], trips = 1 }: Sketch): string {
  const facts = questions.map((question) => `  信息：${question}\n    类型：是否\n`)
  return [
    `事项：${name}\n事项类型：公共服务\n到现场次数：${trips}次\n`,
    facts.length === 0 ? '' : `申报信息：\n${facts.join('')}`,
    '申请材料：\n',
    ...materials.map((material) => {
      const [title = '', code] = material.split('#')
      return `  材料：${title}\n${code === undefined ? '' : `    编码：${code}\n`}    必要性：必要\n`
    }),
    `办理环节：\n  环节：受理\n    时限：1个工作日\n  环节：审查\n    时限：2个工作日\n  环节：送达\n    时限：1个工作日\n    产出：${output}\n`,
    `法定时限：20个工作日\n结果：${output}\n\n`,
  ].join('')
}

function mattersOf(sketches: Readonly<Record<string, Sketch>>): readonly Matter[] {
  const text = Object.entries(sketches).map(([name, sketch]) => write(name, sketch))
  const { matters } = compile([{ uri: 'matters.zw', text: `语言版本：1\n\n${text.join('')}` }])
  expect(matters.size).toBe(text.length)
  return [...matters.values()].map(({ matter }) => matter)
}

const NEWBORN = {
  出生医学证明签发: { materials: ['母亲身份证件'], output: '出生医学证明' },
  出生户口登记: { materials: ['出生医学证明', '户口登记申请表'], output: '居民户口簿' },
  社会保障卡申领: { materials: ['居民户口簿', '社会保障卡申领表'], output: '社会保障卡', trips: 2 },
}
const ROADS = {
  占用道路: { materials: ['占道申请表', '平面布置图', '施工方案'], output: '占道许可' },
  挖掘道路: { materials: ['挖掘申请表', '平面布置图', '施工方案'], output: '挖掘许可' },
}

describe('matters that would make one thing', () => {
  test('are those of which one issues what another asks for, in that order, with what it would save', () => {
    const [first, ...others] = suggestBundles(
      mattersOf({ ...NEWBORN, 犬只登记: { materials: ['犬只照片'], output: '犬证' } }),
    )
    expect(others).toEqual([])
    expect(first).toMatchObject({
      matters: ['出生医学证明签发', '出生户口登记', '社会保障卡申领'],
      weight: 4,
      sharedMaterials: [],
      problems: [],
      within: [],
    })
    expect(first?.feeds.map(({ from, output, to }) => [from, output, to])).toEqual([
      ['出生医学证明签发', '出生医学证明', '出生户口登记'],
      ['出生户口登记', '居民户口簿', '社会保障卡申领'],
    ])
    // One acceptance, three reviews one after the other, one delivery: 1 + 2 + 2 + 2 + 1.
    expect(cutsOf(first)).toEqual([
      ['60', '8'],
      ['5', '3'],
      ['4', '2'],
    ])
  })

  test('compare with the promises where one of them has no statutory limit', () => {
    const [first] = suggestBundles(
      mattersOf(NEWBORN).map((matter) => ({ ...matter, statutoryLimits: [], promisedLimits: matter.statutoryLimits })),
    )
    expect(first?.comparedWith).toBe('promisedSum')
    expect(cutsOf(first)[0]).toEqual(['60', '8'])
  })

  test('are those that share documents, the group with most in common first', () => {
    const suggestions = suggestBundles(mattersOf({ ...ROADS, ...NEWBORN }))
    expect(suggestions.map(({ matters, weight }) => [matters.length, weight])).toEqual([
      [3, 4],
      [2, 2],
    ])
    expect(suggestions[1]?.sharedMaterials.map(({ name, from }) => [name, from.length])).toEqual([
      ['平面布置图', 2],
      ['施工方案', 2],
    ])
    // Side by side: 1 + 2 + 1; each of the two documents once.
    expect(cutsOf(suggestions[1])).toEqual([
      ['40', '4'],
      ['6', '4'],
      ['2', '1'],
    ])
  })

  test('know a document by its 编码 whatever it is called, and do not take two 编码 of one name for one document', () => {
    const coded = suggestBundles(
      mattersOf({
        甲: { materials: ['身份证件#C1', '照片#C2'], output: '甲证' },
        乙: { materials: ['身份证#C1', '一寸照片#C2'], output: '乙证' },
        丙: { materials: ['身份证件#C8', '照片#C9'], output: '丙证' },
      }),
    )
    expect(coded.map(({ matters }) => matters)).toEqual([['乙', '甲']])
  })

  test('share what they ask the applicant', () => {
    const questions = ['是否残疾人', '是否低保']
    const [first] = suggestBundles(
      mattersOf({
        甲: { materials: ['甲表'], output: '甲证', questions },
        乙: { materials: ['乙表'], output: '乙证', questions },
      }),
    )
    expect(first?.sharedFacts.map(({ name }) => name)).toEqual(questions)
  })

  test('are not told by what everybody asks for', () => {
    const sketches = Array.from({ length: 25 }, (_, i): [string, Sketch] => [
      `事项${i}`,
      { materials: ['居民身份证', '授权委托书', `申请表${i}`], output: `证${i}` },
    ])
    expect(suggestBundles(mattersOf(Object.fromEntries(sketches)))).toEqual([])
  })

  test('that wait for one another in a circle are told, without a figure', () => {
    const [first] = suggestBundles(
      mattersOf({
        甲: { materials: ['乙证'], output: '甲证' },
        乙: { materials: ['甲证'], output: '乙证' },
      }),
    )
    expect(first?.cuts).toBeNull()
    expect(first?.problems.map(({ kind }) => kind)).toContain('cycle')
  })

  test('one that asks for what it issues only changes it, and makes it for nobody', () => {
    const change = { materials: ['许可证', '变更申请表'], output: '许可证' }
    const renew = { materials: ['许可证', '延续申请表'], output: '许可证' }
    expect(suggestBundles(mattersOf({ 变更: change, 延续: renew }))).toEqual([])
  })
})

function cutsOf(suggestion: ReturnType<typeof suggestBundles>[number] | undefined) {
  const { time, materials, trips } = suggestion?.cuts ?? {}
  return [time, materials, trips].map((cut) => cut && [printRational(cut.before), printRational(cut.after)])
}
