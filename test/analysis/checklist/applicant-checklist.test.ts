import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileChecklist } from '../../../src/analysis/checklist/applicant-checklist.ts'
import { checklistToJson } from '../../../src/analysis/checklist/checklist-json.ts'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { createEvaluator } from '../../../src/graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../../../src/graph/fact-value.ts'
import { requiredMaterials } from '../../../src/graph/required-materials.ts'
import { runFlow } from '../../../src/graph/run-flow.ts'
import { arbitraryFacts } from '../../../src/testing/arbitraries/arbitrary-facts.ts'
import { arbitraryMatter } from '../../../src/testing/arbitraries/arbitrary-matter.ts'
import { bundleExample, fullMatterExample, GUIDE_DAY } from '../../support/guided-examples.ts'

const { matter, graph, rendering } = fullMatterExample()
const yes: FactValue = { kind: 'boolean', value: true }
const no: FactValue = { kind: 'boolean', value: false }
const area = (amount: string): FactValue => ({ kind: 'number', amount })
const restaurant: FactValue = { kind: 'option', option: '餐饮服务经营' }

const workdayLimit = (value: string) => ({ value, unit: '工作日', workdays: value })

function listFor(facts: Readonly<Record<string, FactValue>>, judgements?: ReadonlyMap<string, boolean>) {
  const options = { facts: new Map(Object.entries(facts)), asOf: GUIDE_DAY, start: rendering.start, judgements }
  return checklistToJson(compileChecklist({ matter, graph }, options))
}

describe('who has told everything', () => {
  const small = { 主体业态: restaurant, 经营面积: area('40'), 自制高风险食品: no, 仅销售预包装食品: no }

  test('gets his own materials and steps only; what the authority decides stays open', () => {
    const { admission, materials, spared, steps, open } = listFor(small)
    expect(admission).toBe('满足')
    expect(materials.map(({ name, needed, choices }) => [name, needed, choices.length])).toEqual([
      ['食品经营许可申请书', '需要', 0],
      ['食品安全自查、从业人员健康管理、进货查验记录等保证食品安全的规章制度', '需要', 0],
      ['经营场所合法使用证明', '需要', 2],
    ])
    expect(spared).toEqual(['营业执照', '负责人身份证件'])
    expect(steps.filter(({ needed }) => needed === '需要').map(({ name }) => name)).toEqual([
      '受理',
      '材料审查',
      '决定',
    ])
    expect(open.map(({ fact, filledBy }) => [fact, filledBy])).toEqual([['审查结论', '审批负责人']])
  })

  test('knows the last day: 8 working days from 28 September 2026 go over the national holiday', () => {
    const { promised, statutory } = listFor(small)
    expect(promised).toEqual({ limit: workdayLimit('8'), due: '2026-10-14', provisional: false, neededFacts: [] })
    expect(statutory).toEqual({ limit: workdayLimit('20'), due: '2026-10-30', provisional: false, neededFacts: [] })
  })

  test('has more to bring and to go through with a large restaurant', () => {
    const { materials, steps } = listFor({ ...small, 经营面积: area('200'), 自制高风险食品: yes })
    expect(materials.map(({ name }) => name)).toContain('与食品经营相适应的主要设备设施、经营布局、操作流程等文件')
    expect(steps.map(({ name }) => name)).toEqual(expect.arrayContaining(['现场核查', '专家评审']))
  })

  test('is told what fails, with the hint', () => {
    const { admission, requirements } = listFor({ ...small, 仅销售预包装食品: yes })
    expect(admission).toBe('不满足')
    expect(requirements.filter(({ met }) => met === '不满足').map(({ hint }) => hint)).toEqual([
      '仅销售预包装食品的，办理备案即可',
    ])
  })

  test('may have been judged by a person already', () => {
    const judged = new Map([['申请人已取得营业执照等合法主体资格', false]])
    expect(listFor(small).requirements[0]).toMatchObject({ met: '待定', leftToPerson: true })
    expect(listFor(small, judged)).toMatchObject({ admission: '不满足' })
  })
})

test('what is not told is 待定, with the facts that decide it, and never left out', () => {
  const { admission, materials, steps, open } = listFor({ 主体业态: restaurant })
  expect(admission).toBe('待定')
  const layout = materials.find(({ needed }) => needed === '待定')
  expect([layout?.name, layout?.neededFacts]).toEqual([
    '与食品经营相适应的主要设备设施、经营布局、操作流程等文件',
    ['经营面积'],
  ])
  expect(steps.find(({ name }) => name === '现场核查')).toMatchObject({
    needed: '待定',
    neededFacts: ['经营面积', '自制高风险食品'],
  })
  // Whatever happens before it, the decision is always taken.
  expect(steps.find(({ name }) => name === '决定')?.needed).toBe('需要')
  expect(open.map(({ fact }) => fact)).toEqual(['经营面积', '仅销售预包装食品', '自制高风险食品', '审查结论'])
})

test('the last day is counted as the statute of the matter or of the limit counts', () => {
  const dueBy = (profile: string, own?: string) => {
    const limit = {
      limit: { unit: 'calendarDay', amount: '10' } as const,
      sources: [],
      notes: [],
      ...(own && { profile: own }),
    }
    const made = { matter: { ...matter, profile, promisedLimits: [limit] }, graph }
    const start = { date: '2026-09-22', calendar: createCalendar({}) }
    const { promised } = compileChecklist(made, { facts: new Map(), start })
    return promised.kind === 'known' ? promised.due : undefined
  }
  // 2 October lies in the national holiday, which ends on the 7th; this term counts its first day and does not move.
  expect(dueBy('民法典')).toBe('2026-10-08')
  expect(dueBy('注册商标有效期')).toBe('2026-10-01')
  expect(dueBy('民法典', '注册商标有效期')).toBe('2026-10-01')
})

test('of a 一件事 only the chosen matters count', () => {
  const { matter: merged, graph: flow } = bundleExample('newborn')
  const list = (card: FactValue) =>
    compileChecklist({ matter: merged, graph: flow }, { facts: new Map([['申领社会保障卡', card]]), asOf: GUIDE_DAY })
  const names = (card: FactValue) =>
    list(card)
      .steps.map(({ name }) => name)
      .join(' ')
  expect(names(yes)).toContain('制卡发卡')
  expect(names(no)).not.toContain('制卡发卡')
  expect(list(no).open.map(({ fact }) => fact.name)).toEqual(['报销生育医疗费用'])
})

describe('whatever the matter', () => {
  const cases = arbitraryMatter.chain((compiled) =>
    fc.record({ compiled: fc.constant(compiled), facts: arbitraryFacts(compiled) }),
  )

  test('a material or step that is sure stays sure when more is told, one that is out stays out', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ compiled, facts }, seed) => {
        const few: Facts = new Map([...facts].filter((_, index) => (seed >> index) % 2 === 1))
        const [less, more] = [few, facts].map((known) => compileChecklist(compiled, { facts: known }))
        if (less === undefined || more === undefined || more.admission === 'no') return
        const sure = (list: typeof less) => list.steps.filter(({ runs }) => runs === 'yes').map(({ name }) => name)
        const all = (list: typeof less) => list.steps.map(({ name }) => name)
        expect(sure(more)).toEqual(expect.arrayContaining(sure(less)))
        expect(all(less)).toEqual(expect.arrayContaining(all(more)))
      }),
      { numRuns: 100 },
    )
  })

  test('who has told everything is told what the engine asks for and goes through', () => {
    fc.assert(
      fc.property(cases, ({ compiled, facts }) => {
        const { matter: any, graph: flow } = compiled
        const list = compileChecklist(compiled, { facts })
        const evaluator = createEvaluator(flow.situations, facts)
        const required = requiredMaterials(any, evaluator, new Map())
        if (list.admission !== 'yes' || required.some((each) => each.required === 'unknown')) return
        const wanted = required.filter((each) => each.required === 'yes').map(({ name }) => name)
        expect(list.materials.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted())
        const { outcomes, neededFacts } = runFlow(flow, facts)
        if (neededFacts.length > 0) return
        const run = flow.nodes.filter(({ kind }, id) => kind !== 'choice' && outcomes[id] === 'run')
        expect(list.steps.map(({ name }) => name)).toEqual(run.map(({ name }) => name))
        expect(list.steps.every(({ runs }) => runs === 'yes')).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
