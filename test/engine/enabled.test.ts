import { describe, expect, test } from 'vitest'
import { enabled } from '../../src/engine/enabled/enabled.ts'
import type { EnabledCommand } from '../../src/engine/enabled/enabled-command.ts'
import { newCase } from '../../src/engine/new-case.ts'
import {
  accepted,
  complete,
  DECIDER,
  FOOD_LICENCE,
  ISSUER,
  PAPERS,
  reviewed,
  SUBMIT,
  submitted,
  WINDOW,
} from './case/food-licence.ts'
import { APPLICANT, type Walk, walk } from './case/walk.ts'

/** What can be done now, as one line each: who, what, on what. */
function lines(found: readonly EnabledCommand[]): readonly string[] {
  return found.map(({ command, who, role, step, procedure, name, waitsFor }) =>
    [
      [role ?? who, command, step ?? procedure ?? name].filter((part) => part !== undefined).join(' '),
      ...(waitsFor === undefined ? [] : [`waits for ${Object.values(waitsFor).flat().join('、')}`]),
    ].join(', '),
  )
}

const offered = ({ definition, state }: Walk) => enabled(definition, state)

/** Without what staff may ask of other systems at any time. */
const linesOf = (food: Walk) => lines(offered(food).filter(({ command }) => command !== 'requestService'))

describe('食品经营许可: who may do what', () => {
  test('before anything has happened, apply', () => {
    expect(lines(enabled(FOOD_LICENCE, newCase('case-1')))).toEqual(['applicant submit', '综合窗口人员 submit'])
  })

  test('once it is submitted the window accepts, refuses, or asks for what is missing', () => {
    expect(linesOf(submitted())).toEqual([
      '综合窗口人员 accept 受理',
      '综合窗口人员 startStep 受理',
      '综合窗口人员 requestSupplement 一次性告知补正',
      'applicant provideMaterials',
      '综合窗口人员 provideMaterials',
      '综合窗口人员 refuse',
      'applicant withdraw',
      '综合窗口人员 withdraw',
      '综合窗口人员 terminate',
      '审批负责人 terminate',
    ])
  })

  test('accepting waits for documents that are missing and for what other offices have not sent', () => {
    const [form, ...others] = PAPERS
    const food = walk(FOOD_LICENCE)
    food.as(APPLICANT).do({ ...SUBMIT, materials: others })
    expect(offered(food).find(({ command }) => command === 'accept')).toEqual({
      command: 'accept',
      who: 'staff',
      role: '综合窗口人员',
      step: '受理',
      waitsFor: { materials: [form?.name], services: ['数据共享取件'] },
    })
    const requests = food.state.services.map(({ request }) => request)
    expect(offered(food).flatMap(({ command, request }) => (command === 'answerService' ? [request] : []))).toEqual(
      requests,
    )
  })

  test('while a 补正 is waited for the applicant is to act, and nobody works on a step', () => {
    const food = submitted()
    food.as(WINDOW).do({ kind: 'requestSupplement', missing: ['房屋租赁合同'] })
    expect(linesOf(food)).toEqual([
      'applicant supplement 一次性告知补正',
      '综合窗口人员 supplement 一次性告知补正',
      'applicant provideMaterials',
      '综合窗口人员 provideMaterials',
      '综合窗口人员 refuse',
      'applicant withdraw',
      '综合窗口人员 withdraw',
      '综合窗口人员 terminate',
      '审批负责人 terminate',
    ])
    expect(offered(food)[0]).toMatchObject({ materials: ['房屋租赁合同'] })
  })

  test('steps side by side are offered to their roles, and 延长 to who approves it', () => {
    expect(linesOf(accepted())).toEqual([
      '审查人员 startStep 材料审查',
      '核查人员 startStep 现场核查',
      '审查人员 completeStep 材料审查',
      '核查人员 completeStep 现场核查',
      'applicant provideMaterials',
      '综合窗口人员 provideMaterials',
      '本行政机关负责人 extend 延长办理期限',
      'applicant withdraw',
      '综合窗口人员 withdraw',
      '审查人员 terminate',
      '核查人员 terminate',
      '审批负责人 terminate',
      'applicant rate 受理',
    ])
  })

  test('the decision says what it has to find out, and may send the case back to the steps before it', () => {
    const food = reviewed()
    expect(offered(food).find(({ command }) => command === 'completeStep')).toEqual({
      command: 'completeStep',
      who: 'staff',
      role: '审批负责人',
      step: '决定',
      facts: ['审查结论'],
    })
    expect(linesOf(food).filter((line) => line.includes('returnTo'))).toEqual([
      '审批负责人 returnTo 材料审查',
      '审批负责人 returnTo 现场核查',
    ])
    const strict = enabled(food.definition, food.state, { mostReturns: 0 })
    expect(strict.filter(({ command }) => command === 'returnTo')).toEqual([])
  })

  test('after the end there is the result to deliver, and the work to rate', () => {
    const food = reviewed()
    complete(food, DECIDER, '决定', '不通过')
    complete(food, ISSUER, '不予许可')
    expect(food.state.status).toBe('ended')
    expect(linesOf(food)).toEqual([
      '出证窗口人员 deliver',
      'applicant rate',
      'applicant rate 受理',
      'applicant rate 材料审查',
      'applicant rate 现场核查',
      'applicant rate 决定',
      'applicant rate 不予许可',
    ])
  })
})
