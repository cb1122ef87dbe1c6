import type { FlowItem } from '../../model/flow.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { lowerChoice } from './choices.ts'
import type { Lowering } from './lowering.ts'
import { lowerParallel } from './parallel.ts'
import { childOf } from './read-node.ts'
import { ALL_STAGES, isDoneInOneStep } from './stages.ts'
import { lowerStep } from './steps.ts'

type LowerItem = (node: SyntaxNode, lowering: Lowering) => FlowItem | undefined

const LOWER_ITEM: ReadonlyMap<string, LowerItem> = new Map<string, LowerItem>([
  ['step', lowerStep],
  ['parallel', lowerParallel],
  ['choice', lowerChoice],
])

/** What stands under 办理环节, in the order written. */
export function lowerFlow(entries: readonly SyntaxNode[], lowering: Lowering): readonly FlowItem[] {
  const items: FlowItem[] = []
  const stepNodes: SyntaxNode[] = []
  for (const entry of entries) {
    const item = LOWER_ITEM.get(entry.construct)?.(entry, lowering)
    if (item === undefined) continue
    items.push(item)
    if (item.kind === 'step') stepNodes.push(entry)
  }
  const [only] = stepNodes
  const [item] = items
  if (only === undefined || item?.kind !== 'step' || !isDoneInOneStep(items) || childOf(only, 'step.stages'))
    return items
  return [{ ...item, stages: ALL_STAGES }, ...items.slice(1)]
}
