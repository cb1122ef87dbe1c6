import fc from 'fast-check'
import type { Condition } from '../../src/model/condition.ts'
import type { FlowItem } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import { arbitraryMatter } from '../../src/testing/arbitraries/arbitrary-matter.ts'
import { anyMatter as anyFlow } from '../graph/arbitraries.ts'
import { anyMatter as anyModel } from './arbitrary-matter.ts'

/** Matters of every kind that BPMN must hold: odd flows, odd texts and names, and such as offices write. */
export const anyBpmnMatter: fc.Arbitrary<Matter> = fc.oneof(
  anyFlow.map(fitModel),
  anyModel,
  arbitraryMatter.map(({ matter }) => matter),
)

/** Conditions of nothing or of one part, which the tests of graphs have and no text can say, said as the model does. */
export function fitModel(matter: Matter): Matter {
  return {
    ...matter,
    flow: matter.flow.map(fitItem),
    specialProcedures: matter.specialProcedures.map((each) => ({
      ...each,
      ...(each.when !== undefined && { when: said(each.when) }),
    })),
  }
}

function fitItem(item: FlowItem): FlowItem {
  if (item.kind === 'parallel') return item
  if (item.kind === 'choice')
    return { ...item, branches: item.branches.map((branch) => ({ ...branch, when: said(branch.when) })) }
  return {
    ...item,
    stages: ['review'],
    limits: item.limits.map((limit) => ({ ...limit, ...(limit.when !== undefined && { when: said(limit.when) }) })),
    ...(item.when !== undefined && { when: said(item.when) }),
  }
}

const YES: Condition = { kind: 'fact', fact: '甲' }
const NO: Condition = { kind: 'not', of: YES }

function said(condition: Condition): Condition {
  if (condition.kind === 'not') return { kind: 'not', of: said(condition.of) }
  if (condition.kind === 'oneOf' && condition.operands.length === 0) return { kind: 'all', of: [YES, NO] }
  if (condition.kind !== 'all' && condition.kind !== 'any') return condition
  const [first, ...others] = condition.of.map(said)
  if (first === undefined) return { kind: condition.kind === 'all' ? 'any' : 'all', of: [YES, NO] }
  return others.length === 0 ? first : { kind: condition.kind, of: [first, ...others] }
}
