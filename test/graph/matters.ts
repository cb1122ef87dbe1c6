import type { Duration } from '../../src/calendar/duration.ts'
import type { Material } from '../../src/model/application.ts'
import type { Condition } from '../../src/model/condition.ts'
import { EMPTY_MATTER } from '../../src/model/empty-matter.ts'
import type { Choice, FlowItem, Parallel, SpecialProcedure, Step } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'

/** Short ways to write a matter in tests: only what a test is about has to be said. */

export const workdays = (amount: string | number): Duration => ({ unit: 'workday', amount: String(amount) })

export function matter(parts: Partial<Matter> = {}): Matter {
  return { ...EMPTY_MATTER, name: '示例事项', profile: '行政许可法', ...parts }
}

export function step(name: string, days?: number | string, parts: Partial<Step> = {}): Step {
  return {
    kind: 'step',
    name,
    stages: [],
    limits: days === undefined ? [] : [{ limit: workdays(days) }],
    modes: [],
    outputs: [],
    collects: [],
    terminates: false,
    sources: [],
    notes: [],
    ...parts,
  }
}

export function parallel(...steps: string[]): Parallel {
  return { kind: 'parallel', steps, sources: [], notes: [] }
}

export function choice(name: string, branches: readonly (readonly [Condition, string])[], otherwise?: string): Choice {
  return {
    kind: 'choice',
    name,
    branches: branches.map(([when, target]) => ({ when, target })),
    ...(otherwise === undefined ? {} : { otherwise }),
    sources: [],
    notes: [],
  }
}

export function procedure(
  name: string,
  days: number,
  placement?: SpecialProcedure['placement'],
  parts: Partial<SpecialProcedure> = {},
): SpecialProcedure {
  return {
    name,
    limits: [{ limit: workdays(days) }],
    clock: 'excluded',
    sources: [],
    notes: [],
    ...(placement === undefined ? {} : { placement }),
    ...parts,
  }
}

export const isTrue = (fact: string): Condition => ({ kind: 'fact', fact })
export const not = (of: Condition): Condition => ({ kind: 'not', of })
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
export const isOption = (fact: string, option: string): Condition => ({
  kind: 'compare',
  fact,
  operator: 'eq',
  operand: { kind: 'option', option },
})
export const atLeast = (fact: string, amount: number | string): Condition => ({
  kind: 'compare',
  fact,
  operator: 'ge',
  operand: { kind: 'number', amount: String(amount) },
})
export const below = (fact: string, amount: number | string): Condition => ({
  kind: 'compare',
  fact,
  operator: 'lt',
  operand: { kind: 'number', amount: String(amount) },
})

export const fact = (name: string, type: Matter['facts'][number]['type'] = 'boolean', options: string[] = []) => ({
  name,
  type,
  options,
  sources: [],
  notes: [],
})

export const material = (name: string, parts: Partial<Material> = {}): Material => ({
  name,
  forms: [],
  sources: [],
  notes: [],
  ...parts,
})

/** 3.2 of the language design: 食品经营许可（餐饮服务）新办, as far as flow and time go. */
export function foodLicence(parts: Partial<Matter> = {}): Matter {
  const flow: readonly FlowItem[] = [
    step('受理', 1, { stages: ['acceptance'] }),
    step('材料审查', 3, { stages: ['review'] }),
    step('现场核查', 5, { stages: ['review'], when: { kind: 'situation', situation: '需要现场核查' } }),
    parallel('材料审查', '现场核查'),
    step('决定', 1, { stages: ['decision'], collects: ['审查结论'] }),
    choice('决定结果', [[isOption('审查结论', '通过'), '制证送达']], '不予许可'),
    step('制证送达', 1, { stages: ['certificate', 'delivery'], outputs: ['食品经营许可证'] }),
    step('不予许可', 1, { stages: ['review'], outputs: ['不予行政许可决定书'], terminates: true }),
  ]
  return matter({
    name: '食品经营许可（餐饮服务）新办',
    type: 'licence',
    caseType: 'promise',
    facts: [
      fact('主体业态', 'option', ['食品销售经营', '餐饮服务经营', '单位食堂']),
      { ...fact('经营面积', 'number'), unit: '平方米' },
      fact('自制高风险食品'),
      fact('审查结论', 'option', ['通过', '不通过']),
    ],
    situations: [
      {
        name: '大型餐馆',
        when: all(atLeast('经营面积', 150), isOption('主体业态', '餐饮服务经营')),
        sources: [],
        notes: [],
      },
      {
        name: '需要现场核查',
        when: any({ kind: 'situation', situation: '大型餐馆' }, isTrue('自制高风险食品')),
        sources: [],
        notes: [],
      },
    ],
    flow,
    specialProcedures: [
      procedure('专家评审', 20, { step: '材料审查', where: 'after' }, { when: isTrue('自制高风险食品') }),
    ],
    statutoryLimits: [{ limit: workdays(20), sources: [], notes: [] }],
    promisedLimits: [
      { limit: workdays(12), from: '2023-12-01', sources: [], notes: [] },
      { limit: workdays(8), from: '2025-01-01', sources: [], notes: [] },
    ],
    targets: [
      {
        subject: 'time',
        sense: 'cut',
        operator: 'ge',
        percent: '60',
        basis: { before: 'statutory', after: 'promised' },
      },
    ],
    outputs: [
      { name: '食品经营许可证', forms: [], sources: [], notes: [] },
      { name: '不予行政许可决定书', forms: [], sources: [], notes: [] },
    ],
    ...parts,
  })
}
