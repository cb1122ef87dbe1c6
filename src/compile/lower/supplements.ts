import type { Supplement } from '../../model/flow.ts'
import { CLOCK_EFFECTS, OVERDUE_EFFECTS } from '../../model/terms.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { resolveName } from '../names/resolve-name.ts'
import { wholeCountOf } from './counts.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { durationOf } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { childOf, nameOf, termOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One 补正. */
export function lowerSupplement(node: SyntaxNode, lowering: Lowering): Supplement | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const supplement: Draft<Supplement> = { name, ...lowerAnnotations(node, lowering) }
  const step = nameOf(childOf(node, 'supplement.step'))
  setIfGiven(supplement, 'step', step && resolveName(step, 'steps', lowering))
  setIfGiven(supplement, 'noticeLimit', durationOf(node, 'supplement.noticeLimit', lowering))
  setIfGiven(supplement, 'supplementLimit', durationOf(node, 'supplement.supplementLimit', lowering))
  setIfGiven(supplement, 'times', wholeCountOf(node, 'supplement.times', lowering))
  setIfGiven(supplement, 'clock', termOf(node, 'supplement.clock', CLOCK_EFFECTS))
  setIfGiven(supplement, 'overdue', termOf(node, 'supplement.overdue', OVERDUE_EFFECTS))
  return supplement
}
