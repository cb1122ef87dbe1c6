import { readFileSync } from 'node:fs'
import { compile } from '../../../src/compile/compile.ts'
import type { Actor } from '../../../src/engine/actor.ts'
import type { CommandOf } from '../../../src/engine/command.ts'
import type { Policy } from '../../../src/engine/context.ts'
import type { ReceivedMaterial } from '../../../src/engine/parts.ts'
import { APPLICANT, factsOf, prepare, SYSTEM, staff, type Walk, walk } from './walk.ts'

const files = ['full-matter.zw', 'shared-library.zw', 'work-calendar.zw']
const sources = files.map((name) => ({
  uri: name,
  text: readFileSync(new URL(`../../../examples/language/${name}`, import.meta.url), 'utf8'),
}))

/** 食品经营许可 of the example that shows the whole language. */
export const FOOD_LICENCE = prepare([...compile(sources).matters.values()][0])

export const WINDOW = staff('综合窗口人员')
export const REVIEWER = staff('审查人员')
export const INSPECTOR = staff('核查人员')
export const DECIDER = staff('审批负责人')
export const ISSUER = staff('出证窗口人员')

/** A large restaurant that makes nothing risky. */
export const RESTAURANT = factsOf(FOOD_LICENCE, {
  申请人类型: '企业',
  主体业态: '餐饮服务经营',
  经营面积: 200,
  仅销售预包装食品: false,
  自制高风险食品: false,
})

export const PAPERS: readonly ReceivedMaterial[] = [
  { name: '食品经营许可申请书', reference: 'file-1' },
  { name: '与食品经营相适应的主要设备设施、经营布局、操作流程等文件' },
  { name: '食品安全自查、从业人员健康管理、进货查验记录等保证食品安全的规章制度' },
  { name: '房屋租赁合同' },
]

export const SUBMIT: CommandOf<'submit'> = { kind: 'submit', facts: RESTAURANT, materials: PAPERS, channel: 'online' }

/** A case that was submitted on Monday, 3 March 2025, and whose licences and identity papers other offices have sent. */
export function submitted(options: { readonly policy?: Policy; readonly command?: CommandOf<'submit'> } = {}): Walk {
  const food = walk(FOOD_LICENCE, options)
  food
    .at('2025-03-03 09:00')
    .as(APPLICANT)
    .do(options.command ?? SUBMIT)
  for (const { request } of food.state.services) {
    food.at('2025-03-03 09:01').as(SYSTEM)
    food.do({ kind: 'answerService', request, outcome: 'done' })
  }
  return food
}

/** The same, accepted on Tuesday. */
export function accepted(options: Parameters<typeof submitted>[0] = {}): Walk {
  const food = submitted(options)
  food.at('2025-03-04 10:00').as(WINDOW).do({ kind: 'accept' })
  return food
}

/** The same, reviewed and inspected on Friday: the decision is next. */
export function reviewed(options: Parameters<typeof submitted>[0] = {}): Walk {
  const food = accepted(options)
  complete(food.at('2025-03-07 10:00'), REVIEWER, '材料审查')
  complete(food.at('2025-03-07 16:00'), INSPECTOR, '现场核查')
  return food
}

export function complete(food: Walk, by: Actor, step: string, outcome?: string) {
  return food.as(by).do({ kind: 'completeStep', step, ...(outcome !== undefined && { outcome }) })
}
