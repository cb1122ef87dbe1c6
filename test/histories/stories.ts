import type { Actor } from '../../src/engine/actor.ts'
import type { CaseDefinition } from '../../src/engine/flow/definition.ts'
import {
  DECIDER,
  FOOD_LICENCE,
  INSPECTOR,
  ISSUER,
  PAPERS,
  RESTAURANT,
  REVIEWER,
  WINDOW,
} from '../engine/case/food-licence.ts'
import { HYGIENE_LICENCE } from '../engine/case/hygiene-licence.ts'
import { factsOf } from '../engine/case/walk.ts'
import {
  applicant,
  approver,
  area,
  compileLicence,
  counter,
  define,
  form,
  inspector,
  reviewer,
  STORY,
  system,
  type Told,
} from '../support/engine/licence.ts'

/** What was done to a case that is recorded (录制的办件): its story, and the newer version that it moved to after some lines. */
export interface Story {
  readonly definition: CaseDefinition
  readonly told: readonly Told[]
  readonly moves?: { readonly after: number; readonly to: CaseDefinition }
}

const licence = define(compileLicence())

const at = (actor: Actor, organ: string): Actor => ({ ...actor, organ })
const CITY = '市行政审批局'
const COUNTY = '县政务服务中心'
const everyRole: Actor = { kind: 'staff', id: 'staff-2', roles: ['窗口人员', '卫生监督员', '科室负责人', '局领导'] }

/**
 * The stories of the recorded histories, by name. A recording is never made again: this says how it came about, and
 * `UPDATE=1` records those that are new.
 */
export const STORIES: Readonly<Record<string, Story>> = {
  'granted-across-national-day': { definition: licence, told: STORY },

  'supplemented-paused-returned': {
    definition: licence,
    told: [
      ['2026-03-02 09:00', applicant, { kind: 'submit', facts: area, channel: 'online' }],
      [
        '2026-03-02 09:05',
        system,
        { kind: 'answerService', request: 2, outcome: 'failed', data: { reason: 'timeout' } },
      ],
      [
        '2026-03-04 10:00',
        counter,
        { kind: 'requestSupplement', missing: ['申请书', '营业执照'], reason: '没有申请书' },
      ],
      [
        '2026-03-10 16:00',
        applicant,
        { kind: 'supplement', materials: [...form, { name: '营业执照', reference: 'f-2' }] },
      ],
      ['2026-03-11 09:00', counter, { kind: 'accept' }],
      ['2026-03-12 09:00', reviewer, { kind: 'startStep', step: '材料审查' }],
      ['2026-03-12 10:00', reviewer, { kind: 'startProcedure', procedure: '专家评审', reason: '工艺复杂' }],
      ['2026-03-25 10:00', reviewer, { kind: 'endProcedure', procedure: '专家评审' }],
      ['2026-03-26 10:00', reviewer, { kind: 'completeStep', step: '材料审查' }],
      ['2026-03-27 10:00', inspector, { kind: 'completeStep', step: '现场核查' }],
      ['2026-03-30 10:00', approver, { kind: 'returnTo', step: '现场核查', reason: '照片不清楚' }],
      ['2026-03-31 10:00', inspector, { kind: 'completeStep', step: '现场核查' }],
      ['2026-04-01 10:00', approver, { kind: 'completeStep', step: '决定', outcome: '通过' }],
      ['2026-04-02 10:00', counter, { kind: 'completeStep', step: '制证送达' }],
      ['2026-04-03 10:00', applicant, { kind: 'rate', score: 4, step: '受理', comment: '窗口耐心' }],
    ],
  },

  'deemed-accepted-then-withdrawn': {
    definition: licence,
    told: [
      ['2026-04-28 15:00', applicant, { kind: 'submit', facts: area, materials: form }],
      // The five working days of 告知 run out over Labour Day.
      ['2026-05-20 09:00', system, { kind: 'tick' }],
      ['2026-05-21 09:00', applicant, { kind: 'withdraw', reason: '不开店了' }],
    ],
  },

  'supplement-overdue': {
    definition: licence,
    told: [
      ['2026-06-15 09:00', applicant, { kind: 'submit', facts: area }],
      ['2026-06-15 11:00', counter, { kind: 'requestSupplement', missing: ['申请书'] }],
      ['2026-08-03 09:00', system, { kind: 'tick' }],
      ['2026-08-04 09:00', applicant, { kind: 'rate', score: 2 }],
    ],
  },

  'moved-to-a-new-version': {
    definition: licence,
    told: STORY,
    moves: {
      after: 5,
      to: define(
        compileLicence(
          ['到现场次数：1次', '到现场次数：1次\n  过渡：从短'],
          ['承诺时限：10', '承诺时限：9'],
          ['  环节：受理', '  环节：预审\n    角色：窗口人员\n    阶段：审查\n    时限：0.5个工作日\n  环节：受理'],
          ['角色：审批负责人\n    时限：2个工作日', '角色：审批负责人\n    时限：1个工作日'],
          ['【经营面积】大于50', '【经营面积】大于60'],
        ),
      ),
    },
  },

  'food-licence-refused-at-the-decision': {
    definition: FOOD_LICENCE,
    told: [
      ['2025-03-03 09:00', applicant, { kind: 'submit', facts: RESTAURANT, materials: PAPERS, channel: 'online' }],
      [
        '2025-03-03 09:01',
        system,
        { kind: 'answerService', request: 2, outcome: 'done', materials: [{ name: '营业执照' }] },
      ],
      ['2025-03-03 09:02', system, { kind: 'answerService', request: 3, outcome: 'done' }],
      ['2025-03-04 10:00', WINDOW, { kind: 'accept', judgements: { 申请人已取得营业执照等合法主体资格: true } }],
      ['2025-03-07 10:00', REVIEWER, { kind: 'completeStep', step: '材料审查' }],
      ['2025-03-10 10:00', INSPECTOR, { kind: 'completeStep', step: '现场核查' }],
      ['2025-03-11 10:00', DECIDER, { kind: 'completeStep', step: '决定', outcome: '不通过' }],
      ['2025-03-12 10:00', ISSUER, { kind: 'completeStep', step: '不予许可' }],
    ],
  },

  'food-licence-not-accepted': {
    definition: FOOD_LICENCE,
    told: [
      [
        '2025-03-03 09:00',
        applicant,
        {
          kind: 'submit',
          facts: { ...RESTAURANT, ...factsOf(FOOD_LICENCE, { 主体业态: '食品销售经营' }) },
          materials: PAPERS,
        },
      ],
      ['2025-03-05 10:00', WINDOW, { kind: 'refuse', reason: '请办理食品经营许可（食品销售）新办' }],
    ],
  },

  'food-licence-received-in-the-county': {
    definition: FOOD_LICENCE,
    told: [
      [
        '2025-09-24 09:00',
        applicant,
        {
          kind: 'submit',
          facts: { ...RESTAURANT, ...factsOf(FOOD_LICENCE, { 自制高风险食品: true }) },
          materials: PAPERS,
          channel: 'online',
          handling: { receivingOrgan: COUNTY, decidingOrgan: CITY },
        },
      ],
      [
        '2025-09-24 09:01',
        system,
        { kind: 'answerService', request: 2, outcome: 'done', materials: [{ name: '营业执照' }] },
      ],
      ['2025-09-24 09:02', system, { kind: 'answerService', request: 3, outcome: 'done' }],
      ['2025-09-25 10:00', at(WINDOW, COUNTY), { kind: 'accept' }],
      ['2025-09-26 10:00', at(REVIEWER, CITY), { kind: 'completeStep', step: '材料审查' }],
      ['2025-09-26 15:00', at(INSPECTOR, CITY), { kind: 'completeStep', step: '现场核查' }],
      ['2025-09-28 09:00', at(REVIEWER, CITY), { kind: 'startProcedure', procedure: '专家评审' }],
      ['2025-10-16 09:00', at(REVIEWER, CITY), { kind: 'endProcedure', procedure: '专家评审' }],
      ['2025-10-16 10:00', at(DECIDER, CITY), { kind: 'completeStep', step: '决定', outcome: '通过' }],
      ['2025-10-17 09:00', at(ISSUER, COUNTY), { kind: 'requestService', service: 'seal', step: '制证送达' }],
      ['2025-10-17 09:01', system, { kind: 'answerService', request: 24, outcome: 'done', data: { sealed: true } }],
      ['2025-10-17 10:00', at(ISSUER, COUNTY), { kind: 'completeStep', step: '制证送达' }],
      ['2025-10-18 10:00', applicant, { kind: 'rate', score: 5 }],
    ],
  },

  'hygiene-licence-extended-and-terminated': {
    definition: HYGIENE_LICENCE,
    told: [
      ['2026-01-05 09:00', applicant, { kind: 'submit', facts: factsOf(HYGIENE_LICENCE, { 使用集中空调: true }) }],
      ['2026-01-06 09:00', everyRole, { kind: 'requestSupplement', missing: ['卫生许可申请表'] }],
      [
        '2026-01-09 09:00',
        applicant,
        { kind: 'supplement', materials: [{ name: '卫生许可申请表' }, { name: '集中空调检测报告' }] },
      ],
      ['2026-01-12 09:00', everyRole, { kind: 'accept' }],
      ['2026-01-13 09:00', everyRole, { kind: 'startProcedure', procedure: '听证', reason: '邻居有意见' }],
      ['2026-01-30 09:00', everyRole, { kind: 'endProcedure', procedure: '听证' }],
      ['2026-02-10 09:00', everyRole, { kind: 'extend', name: '复杂案件延长', reason: '要复检' }],
      ['2026-02-26 09:00', everyRole, { kind: 'completeStep', step: '现场审查', outcome: '不合格' }],
      ['2026-02-27 09:00', everyRole, { kind: 'terminate', reason: '场所拆除' }],
    ],
  },
}
