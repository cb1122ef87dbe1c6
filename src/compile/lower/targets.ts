import { isKeyOf } from '../../base/keys-of.ts'
import type { Target } from '../../model/matter.ts'
import { QUANTITIES, TARGET_SUBJECTS } from '../../model/terms.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { childOf, originOf, valueIn } from './read-node.ts'

/** One line of 目标: `target.time` is 压减时限, and so on. */
export function lowerTarget(node: SyntaxNode, lowering: Lowering): Target | undefined {
  const goal = valueIn(node, 'goal')
  const subject = node.construct.slice('target.'.length)
  if (goal === undefined || !isKeyOf(TARGET_SUBJECTS, subject)) return undefined
  const target: Draft<Target> = {
    subject,
    sense: goal.sense,
    operator: goal.operator,
    percent: goal.percent,
    origin: originOf(lowering.source, node),
  }
  setIfGiven(target, 'basis', lowerBasis(node))
  return target
}

function lowerBasis(node: SyntaxNode): Target['basis'] {
  const basis = valueIn(childOf(node, 'target.basis'), 'basis')
  if (basis === undefined || !isKeyOf(QUANTITIES, basis.before) || !isKeyOf(QUANTITIES, basis.after)) return undefined
  return { before: basis.before, after: basis.after }
}
