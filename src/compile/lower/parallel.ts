import type { Parallel } from '../../model/flow.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { resolveNames } from '../names/resolve-name.ts'
import type { Lowering } from './lowering.ts'
import { valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One 并联 of 办理环节; none where nothing is known of any of its names. */
export function lowerParallel(node: SyntaxNode, lowering: Lowering): Parallel | undefined {
  const names = valueIn(node, 'names')?.names
  if (names === undefined) return undefined
  const steps = resolveNames(names, 'steps', lowering)
  if (steps.length === 0) return undefined
  return { kind: 'parallel', steps, ...lowerAnnotations(node, lowering) }
}
