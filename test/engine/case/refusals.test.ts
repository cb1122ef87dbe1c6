import { describe, expect, test } from 'vitest'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import type { Command } from '../../../src/engine/command.ts'
import { decide } from '../../../src/engine/decide.ts'
import { REFUSALS, type RefusalCode } from '../../../src/engine/refusals.ts'
import {
  accepted,
  DECIDER,
  FOOD_LICENCE,
  INSPECTOR,
  RESTAURANT,
  REVIEWER,
  SUBMIT,
  submitted,
  WINDOW,
} from './food-licence.ts'
import { accepted as acceptedHygiene, HYGIENE_LICENCE, inspected, LEADER, OFFICER } from './hygiene-licence.ts'
import { APPLICANT, defineMatter, factsOf, SYSTEM, type Walk, walk } from './walk.ts'

/** Codes of definitions, of stores and of the runner, which no command of a case is refused with. */
const ELSEWHERE = [
  'bad-definition',
  'unknown-matter',
  'bad-history',
  'cannot-migrate',
  'stale-version',
  'key-reused',
  'stopped',
] as const
type DecideCode = Exclude<RefusalCode, (typeof ELSEWHERE)[number]>

const ANSWER: Command = { kind: 'answerService', request: 99, outcome: 'done' }
const REVIEW: Command = { kind: 'completeStep', step: '材料审查' }

/** One way into each refusal, told in words by what was tried. */
const WAYS: { readonly [C in DecideCode]: () => readonly [Walk, Command] } = {
  'bad-command': () => [accepted().as(APPLICANT), { kind: 'withdraw', reason: '两行\n文字' }],
  'not-in-force': () => [walk(FOOD_LICENCE).at('2023-11-30 09:00'), SUBMIT],
  'unknown-case': () => [walk(FOOD_LICENCE), { kind: 'withdraw' }],
  'case-exists': () => [submitted().as(APPLICANT), SUBMIT],
  'wrong-definition': () => [walk(HYGIENE_LICENCE, { begun: submitted().state }), { kind: 'withdraw' }],
  'backward-time': () => [submitted().at('2025-03-03 08:59').as(APPLICANT), { kind: 'withdraw' }],
  'not-applicant': () => [submitted().as({ kind: 'applicant', id: 'another', roles: [] }), { kind: 'withdraw' }],
  'wrong-role': () => [accepted().as(INSPECTOR), REVIEW],
  'wrong-organ': () => [
    submitted({ command: { ...SUBMIT, handling: { receivingOrgan: '甲', decidingOrgan: '乙' } } }).as({
      ...WINDOW,
      organ: '乙',
    }),
    { kind: 'accept' },
  ],
  'wrong-status': () => [accepted().as(WINDOW), { kind: 'refuse', reason: '不属于本机关职权范围' }],
  ended: () => {
    const food = accepted().as(APPLICANT)
    food.do({ kind: 'withdraw' })
    return [food.as(REVIEWER), REVIEW]
  },
  'unknown-fact': () => [
    submitted().as(APPLICANT),
    { kind: 'provideFacts', facts: { 身高: { kind: 'number', amount: '170' } } },
  ],
  'bad-fact': () => [
    submitted({ command: { kind: 'submit' } }).as(APPLICANT),
    { kind: 'provideFacts', facts: { 主体业态: { kind: 'option', option: '夜市' } } },
  ],
  'fact-known': () => [
    submitted().as(APPLICANT),
    { kind: 'provideFacts', facts: factsOf(FOOD_LICENCE, { 经营面积: 1 }) },
  ],
  'not-your-fact': () => [
    submitted().as(APPLICANT),
    { kind: 'provideFacts', facts: factsOf(FOOD_LICENCE, { 审查结论: '通过' }) },
  ],
  'unknown-material': () => [submitted().as(APPLICANT), { kind: 'provideMaterials', materials: [{ name: '健康证' }] }],
  'missing-material': () => [submitted({ command: { ...SUBMIT, materials: [] } }).as(WINDOW), { kind: 'accept' }],
  'condition-not-met': () => [
    submitted({
      command: { ...SUBMIT, facts: { ...RESTAURANT, ...factsOf(FOOD_LICENCE, { 仅销售预包装食品: true }) } },
    }).as(WINDOW),
    { kind: 'accept' },
  ],
  'unknown-step': () => [accepted().as(REVIEWER), { kind: 'startStep', step: '听证' }],
  'step-not-ready': () => [accepted().as(DECIDER), { kind: 'startStep', step: '决定' }],
  'missing-fact': () => [acceptedHygiene().as(OFFICER), { kind: 'completeStep', step: '现场审查' }],
  'bad-outcome': () => [accepted().as(REVIEWER), { ...REVIEW, outcome: '差不多' }],
  'service-pending': () => {
    const food = accepted().as(REVIEWER)
    food.do({ kind: 'requestService', service: 'seal', step: '材料审查' })
    return [food, REVIEW]
  },
  'no-supplement': () => {
    const proof = walk(defineMatter(WITHOUT_SUPPLEMENT))
    proof.do({ kind: 'submit' })
    return [proof.as(WINDOW), { kind: 'requestSupplement', missing: ['申请书'] }]
  },
  'too-often': () => {
    const hygiene = inspected().as(LEADER)
    hygiene.do({ kind: 'extend', name: '延长办理期限', reason: '需要核实' })
    return [hygiene, { kind: 'extend', name: '延长办理期限', reason: '需要核实' }]
  },
  'unknown-procedure': () => [accepted().as(REVIEWER), { kind: 'startProcedure', procedure: '听证' }],
  'no-extension': () => [inspected().as(LEADER), { kind: 'extend', name: '无限延长', reason: '需要核实' }],
  'limit-passed': () => [
    inspected().at('2025-06-02 09:00').as(LEADER),
    { kind: 'extend', name: '延长办理期限', reason: '需要核实' },
  ],
  'not-approved': () => [accepted().as(DECIDER), { kind: 'extend', reason: '需要核实' }],
  'cannot-return': () => [accepted().as(REVIEWER), { kind: 'returnTo', step: '受理', reason: '重新受理' }],
  'work-left': () => [accepted().as(REVIEWER), { kind: 'close' }],
  'unknown-service': () => [accepted().as(SYSTEM), ANSWER],
  'already-rated': () => {
    const food = accepted().as(APPLICANT)
    food.do({ kind: 'rate', score: 5, step: '受理' })
    return [food, { kind: 'rate', score: 1, step: '受理' }]
  },
  'nothing-due': () => [accepted().as(SYSTEM), { kind: 'tick' }],
}

const WITHOUT_SUPPLEMENT = `语言版本：1
事项：证明开具
事项类型：公共服务
办件类型：承诺件
依据：《示例省公共服务条例》第九条
申请材料：
  材料：申请书
    来源：申请人自备
    必要性：必要
办理环节：
  环节：受理
    时限：1个工作日
  环节：决定
    时限：2个工作日
    产出：证明
法定时限：10个工作日
承诺时限：3个工作日
结果：证明
`

describe('every refusal', () => {
  test.each(Object.entries(WAYS))('%s leaves no trace and says what to do', (code, way) => {
    const [walked, command] = way()
    const refused = walked.refuses(command)
    expect(refused.code).toBe(code)
    expect(refused.message).toMatch(/[\u4e00-\u9fff]/)
    expect(refused.help).toMatch(/[\u4e00-\u9fff]/)
  })

  test('has its way in, or comes from elsewhere', () => {
    expect([...Object.keys(WAYS), ...ELSEWHERE].sort()).toEqual(Object.keys(REFUSALS).sort())
  })
})

test('a refusal never repeats what somebody wrote', () => {
  const food = submitted({ command: { kind: 'submit' } }).as(APPLICANT)
  const refused = food.refuses({
    kind: 'provideFacts',
    facts: { 主体业态: { kind: 'option', option: '张三110101199001011234' } },
  })
  expect(JSON.stringify(refused)).not.toContain('张三')
  expect(refused).toMatchObject({ code: 'bad-fact', field: 'facts.主体业态', names: ['主体业态'] })
  expect(refused.origin?.file).toBe('full-matter.zw')
})

test.each([Number.NaN, 0, -1, 1.5, Number.POSITIVE_INFINITY])('a moment such as %s is none', (at) => {
  const context = { at, by: APPLICANT, calendar: createCalendar() }
  expect(decide(FOOD_LICENCE, submitted().state, { kind: 'withdraw' }, context).refused).toMatchObject({
    code: 'bad-command',
    field: 'at',
  })
})

test.each([
  [{ id: '张三', roles: [] }, 'by.id'],
  [{ id: 'staff-1', roles: [''] }, 'by'],
  [{ id: 'staff-1', roles: [], organ: '' }, 'by'],
])('somebody such as %j does not come into the history', (by, field) => {
  const refused = accepted()
    .as({ kind: 'staff', ...by })
    .refuses({ kind: 'requestService', service: 'seal' })
  expect(refused).toMatchObject({ code: 'bad-command', field })
  expect(JSON.stringify(refused)).not.toContain('张三')
})

test('both organs are named, or none', () => {
  const command = { ...SUBMIT, handling: { receivingOrgan: '甲市政务服务中心', decidingOrgan: '' } }
  expect(walk(FOOD_LICENCE).refuses(command)).toMatchObject({ code: 'bad-command', field: 'handling' })
})

test('a matter that has lost its force takes no new case', () => {
  const old = walk(defineMatter(WITHOUT_SUPPLEMENT.replace('依据：', '失效：2025年2月28日\n依据：')))
  expect(old.refuses({ kind: 'submit' }).code).toBe('not-in-force')
  old.at('2025-02-28 23:59').do({ kind: 'submit', channel: 'mail' })
})

test('nothing is given where something has to be', () => {
  const food = submitted().as(APPLICANT)
  expect(food.refuses({ kind: 'provideFacts', facts: {} })).toMatchObject({ code: 'bad-command', field: 'facts' })
  expect(food.refuses({ kind: 'provideMaterials', materials: [] })).toMatchObject({
    code: 'bad-command',
    field: 'materials',
  })
})
