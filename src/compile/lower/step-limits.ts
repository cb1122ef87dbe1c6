import { diagnose } from '../../diagnostics/diagnose.ts'
import { ruleCondition } from '../../graph/decision-table.ts'
import type { StepLimit } from '../../model/flow.ts'
import { FACT_TYPES, HIT_POLICIES } from '../../model/terms.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import { conditionOf } from './conditions.ts'
import { outputNamed } from './decision-outputs.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { lowerDuration } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { childOf, childrenOf, originOf } from './read-node.ts'

/** The 时限 lines of a step or special procedure, in the order written: the first whose 当 holds counts. */
export function lowerStepLimits(node: SyntaxNode, construct: string, lowering: Lowering): readonly StepLimit[] {
  return childrenOf(node, construct).flatMap((child) =>
    child.value.kind === 'reference'
      ? lowerReference(child, child.value.name, lowering)
      : (lowerStepLimit(child, lowering) ?? []),
  )
}

/** 时限：【核查方式·核查时限】: one limit for each row of the table, where the row applies. */
function lowerReference(node: SyntaxNode, name: Name, lowering: Lowering): readonly StepLimit[] {
  const named = outputNamed(name, lowering)
  const when = conditionOf(node, 'when', lowering)
  const isUnusable = childOf(node, 'when') !== undefined && when === undefined
  if (named === undefined || isUnusable) return []
  const { table, index, output } = named
  if (output.type !== 'duration' || table.hits === 'all') {
    const params = { output: name.text, type: FACT_TYPES[output.type], hits: HIT_POLICIES[table.hits] }
    lowering.report(diagnose('ZW7008', params, { file: lowering.source.uri, span: name.span }))
    return []
  }
  return table.rules.flatMap((rule): readonly StepLimit[] => {
    const value = rule.outputs[index] ?? null
    if (value?.kind !== 'duration') return []
    const of = [when, ruleCondition(rule)].filter((condition) => condition !== undefined)
    const [only] = of
    const limit: Draft<StepLimit> = { limit: value.duration, origin: originOf(lowering.source, node) }
    setIfGiven(limit, 'when', of.length > 1 ? { kind: 'all', of } : only)
    return [limit]
  })
}

function lowerStepLimit(node: SyntaxNode, lowering: Lowering): StepLimit | undefined {
  const { value } = node
  if (value.kind !== 'duration') return undefined
  const limit: Draft<StepLimit> = {
    limit: lowerDuration(value.duration, node.valueSpan, lowering),
    origin: originOf(lowering.source, node),
  }
  setIfGiven(limit, 'when', conditionOf(node, 'when', lowering))
  return limit
}
