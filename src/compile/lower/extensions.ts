import type { Extension } from '../../model/flow.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { conditionOf } from './conditions.ts'
import { wholeCountOf } from './counts.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { durationOf } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { nameOf, textOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One 延长. */
export function lowerExtension(node: SyntaxNode, lowering: Lowering): Extension | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const extension: Draft<Extension> = { name, ...lowerAnnotations(node, lowering) }
  setIfGiven(extension, 'extendBy', durationOf(node, 'extension.extendBy', lowering))
  setIfGiven(extension, 'extendTo', durationOf(node, 'extension.extendTo', lowering))
  setIfGiven(extension, 'times', wholeCountOf(node, 'extension.times', lowering))
  setIfGiven(extension, 'approver', textOf(node, 'extension.approver'))
  setIfGiven(extension, 'when', conditionOf(node, 'when', lowering))
  setIfGiven(extension, 'notice', textOf(node, 'extension.notice'))
  return extension
}
