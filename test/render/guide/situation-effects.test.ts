import { expect, test } from 'vitest'
import type { Condition } from '../../../src/model/condition.ts'
import { situationEffects } from '../../../src/render/guide/sections/situation-effects.ts'
import { choice, isTrue, matter, procedure, step, workdays } from '../../graph/matters.ts'

const large: Condition = { kind: 'situation', situation: '大型' }
const plain = { sources: [], notes: [] }

test('a situation is told with everything that depends on it', () => {
  const one = matter({
    situations: [
      { name: '大型', when: isTrue('占地大'), ...plain },
      { name: '贵重', when: { kind: 'all', of: [large, isTrue('名贵')] }, ...plain },
    ],
    requirements: [
      { name: '有资质', rule: isTrue('有资质'), when: large, except: [], ...plain },
      { name: '面积够', rule: isTrue('面积够'), except: [large], ...plain },
    ],
    materials: [
      { name: '安全报告', forms: [], when: large, ...plain },
      { name: '户口簿', forms: [], ...plain },
    ],
    materialChoices: [
      { name: '居住证明', materials: ['户口簿'], atLeast: 1, when: { kind: 'not', of: large }, ...plain },
    ],
    flow: [
      step('核查', undefined, { limits: [{ limit: workdays(3), when: large }, { limit: workdays(1) }] }),
      choice('怎么走', [[large, '核查']]),
    ],
    specialProcedures: [procedure('专家评审', 20, undefined, { when: large })],
    promisedLimits: [{ limit: workdays(8), when: large, ...plain }],
  })
  expect(situationEffects('大型', one).map(({ label, text }) => `${label}：${text}`)).toEqual([
    '会影响条件：有资质；面积够',
    '会影响材料：安全报告、居住证明',
    '会影响环节：怎么走、专家评审',
    '会影响时限：承诺时限8个工作日、核查3个工作日',
    '会影响情形：贵重',
  ])
  expect(situationEffects('贵重', one)).toEqual([])
})
