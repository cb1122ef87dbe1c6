import { diagnose } from '../../diagnostics/diagnose.ts'
import type { StepLimit } from '../../model/flow.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { conditionOf } from './conditions.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { lowerDuration } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { childrenOf, originOf } from './read-node.ts'

/** The 时限 lines of a step or special procedure, in the order written: the first whose 当 holds counts. */
export function lowerStepLimits(node: SyntaxNode, construct: string, lowering: Lowering): readonly StepLimit[] {
  return childrenOf(node, construct).flatMap((child) => lowerStepLimit(child, lowering) ?? [])
}

function lowerStepLimit(node: SyntaxNode, lowering: Lowering): StepLimit | undefined {
  const { value } = node
  if (value.kind === 'reference') {
    const params = { kind: '判定表输出', name: value.name.text }
    lowering.report(diagnose('ZW4001', params, { file: lowering.source.uri, span: value.name.span }))
  }
  if (value.kind !== 'duration') return undefined
  const limit: Draft<StepLimit> = {
    limit: lowerDuration(value.duration, node.valueSpan, lowering),
    origin: originOf(lowering.source, node),
  }
  setIfGiven(limit, 'when', conditionOf(node, 'when', lowering))
  return limit
}
