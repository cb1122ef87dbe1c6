import { keysOf } from '../../base/keys-of.ts'
import type { FlowItem } from '../../model/flow.ts'
import { STAGES } from '../../model/terms.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { lowerChoice } from './choices.ts'
import type { Lowering } from './lowering.ts'
import { lowerParallel } from './parallel.ts'
import { childOf } from './read-node.ts'
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
  const [only, ...others] = stepNodes
  const [item] = items
  // A matter that is done in one step is accepted, decided and delivered in it, whatever its name says.
  if (only === undefined || others.length > 0 || item?.kind !== 'step' || childOf(only, 'step.stages')) return items
  return [{ ...item, stages: keysOf(STAGES) }, ...items.slice(1)]
}
