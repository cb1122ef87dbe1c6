import { describe, expect, test } from 'vitest'
import { compareOutcomes } from '../../../src/analysis/diff/compare-outcomes.ts'
import { effectOf } from '../../../src/analysis/diff/outcome-effect.ts'
import type { Material, MaterialChoice } from '../../../src/model/application.ts'
import type { Condition } from '../../../src/model/condition.ts'
import { describeOutcome } from '../../../src/render/diff-words.ts'
import { matter, workdays } from '../../graph/matters.ts'

const FACTS = [{ name: '租用', type: 'boolean', options: [], sources: [], notes: [] }] as const
const RENTED: Condition = { kind: 'fact', fact: '租用' }
const note = { sources: [], notes: [] }

const paper = (name: string, parts: Partial<Material> = {}): Material => ({ name, forms: [], ...parts, ...note })
const anyOf = (materials: readonly string[], parts: Partial<MaterialChoice> = {}): MaterialChoice => ({
  atLeast: 1,
  materials,
  ...parts,
  ...note,
})

interface Asked {
  readonly materials: readonly Material[]
  readonly materialChoices?: readonly MaterialChoice[]
}

/** What an applicant is told, and whether that is good for him. */
function told(before: Asked, after: Asked): readonly (readonly [words: string, effect: string])[] {
  const [was, now] = [before, after].map((parts) => matter({ facts: FACTS, ...parts }))
  if (was === undefined || now === undefined) throw new Error('two sides')
  return compareOutcomes(was, now).map((change) => [describeOutcome(change), effectOf(change)])
}

const contract = (parts: Partial<Material>): Asked => ({ materials: [paper('合同', parts)] })
const LATER = { necessity: 'deferrable', deferral: workdays(10) } as const

describe('a document that is asked for in another way', () => {
  test.each([
    ['必要', { necessity: 'required' }, '容缺后补', LATER, '“合同”可以后补了（容缺期限10个工作日）', 'better'],
    ['容缺后补', LATER, '必要', { necessity: 'required' }, '“合同”要在申请时交，不能再后补', 'worse'],
    ['没有写', {}, '容缺后补', LATER, '“合同”可以后补了（容缺期限10个工作日）', 'better'],
    ['容缺后补', LATER, '免提交', { necessity: 'waived' }, '不用再交“合同”', 'better'],
    ['非必要', { necessity: 'optional' }, '容缺后补', LATER, '要多交“合同”', 'worse'],
    ['必要', { necessity: 'required' }, '非必要', { necessity: 'optional' }, '不用再交“合同”', 'better'],
    ['免提交', { necessity: 'waived' }, '必要', { necessity: 'required' }, '要多交“合同”', 'worse'],
    ['容缺期限10天', LATER, '5天', { ...LATER, deferral: workdays(5) }, '“合同”容缺期限10个工作日→5个工作日', 'worse'],
    ['1份', {}, '3份', { copies: '3' }, '“合同”份数1→3份', 'worse'],
  ] as const)('%s %j → %s %j', (_was, before, _now, after, words, effect) => {
    expect(told(contract(before), contract(after))).toEqual([[`${words}：任何情形`, effect]])
  })

  test.each([
    [{}, { necessity: 'required' }],
    [{ necessity: 'waived' }, { necessity: 'optional' }],
    [{}, { copies: '1' }],
  ] as const)('is not told where nothing is different to anybody: %j → %j', (before, after) => {
    expect(told(contract(before), contract(after))).toEqual([])
  })

  test('is told for those who are asked for it, and where it goes as well, for whom', () => {
    const before = contract({ when: RENTED })
    expect(told(before, contract({ when: RENTED, ...LATER }))).toEqual([
      ['“合同”可以后补了（容缺期限10个工作日）：【租用】为是', 'better'],
    ])
    expect(told(contract({}), contract({ when: RENTED, ...LATER }))).toEqual([
      ['不用再交“合同”：【租用】为否', 'better'],
      ['“合同”可以后补了（容缺期限10个工作日）：【租用】为是', 'better'],
    ])
  })
})

describe('a 任选', () => {
  const materials = [paper('产权证'), paper('合同'), paper('证明')]
  const some = (names: readonly string[], parts: Partial<MaterialChoice> = {}) => ({
    materials: materials.filter(({ name }) => names.includes(name)),
    materialChoices: [anyOf(names, parts)],
  })

  test('of more than before lets people choose', () => {
    expect(told(some(['产权证', '合同']), some(['产权证', '合同', '证明']))).toEqual([
      ['“产权证或合同或证明”原来交产权证、合同中的1种，现在交产权证、合同、证明中的1种：任何情形', 'better'],
    ])
  })

  test('takes the place of a document that was asked for', () => {
    const single = { materials: [paper('产权证')] }
    expect(told(single, some(['产权证', '合同'], { name: '场所证明' }))).toEqual([
      ['“场所证明”原来交产权证，现在交产权证、合同中的1种：任何情形', 'better'],
    ])
    expect(told(some(['产权证', '合同'], { name: '场所证明' }), single)).toEqual([
      ['“产权证”原来交产权证、合同中的1种，现在交产权证：任何情形', 'worse'],
    ])
  })

  test('of which more have to be brought asks for more, of other documents for others', () => {
    const [two, three] = [some(['产权证', '合同'], { name: '场所证明' }), ['产权证', '合同', '证明']]
    expect(told(two, some(['产权证', '合同'], { name: '场所证明', atLeast: 2 }))).toEqual([
      ['“场所证明”原来交产权证、合同中的1种，现在交产权证、合同：任何情形', 'worse'],
    ])
    expect(told(two, some(['产权证', '证明'], { name: '场所证明' }))).toMatchObject([[expect.anything(), 'mixed']])
    // Two of three hold one of any two of them, and not the other way round.
    expect(told(two, some(three, { name: '场所证明', atLeast: 2 }))).toMatchObject([[expect.anything(), 'worse']])
  })

  test('that lists its members in another order is the same', () => {
    const named = { name: '场所证明' }
    expect(told(some(['产权证', '合同'], named), some(['合同', '产权证'], named))).toEqual([])
  })

  test('from which one is 免提交 asks for nothing any more', () => {
    const waived = [paper('产权证', { necessity: 'waived' }), paper('合同')]
    const choice = { materialChoices: [anyOf(['产权证', '合同'], { name: '场所证明' })] }
    expect(told({ materials: materials.slice(0, 2), ...choice }, { materials: waived, ...choice })).toEqual([
      ['不用再交“场所证明”：任何情形', 'better'],
    ])
  })
})
