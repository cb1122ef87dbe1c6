import type { SharedStep } from '../../model/bundle.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { Components } from './bundle-components.ts'
import { pathsOf } from './component-paths.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { durationOf } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { nameOf, textOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

const KINDS: ReadonlyMap<string, SharedStep['kind']> = new Map([
  ['sharedAcceptance', 'acceptance'],
  ['jointInspection', 'inspection'],
  ['sharedDelivery', 'delivery'],
])

/** 统一受理, 联合踏勘 or 统一出件; undefined for any other line. */
export function lowerSharedStep(node: SyntaxNode, components: Components, lowering: Lowering): SharedStep | undefined {
  const kind = KINDS.get(node.construct)
  const name = nameOf(node)?.text
  if (kind === undefined || name === undefined) return undefined
  const step: Draft<SharedStep> = {
    kind,
    name,
    steps: pathsOf(node, 'sharedStep.steps', '环节', components, lowering),
    ...lowerAnnotations(node, lowering),
  }
  setIfGiven(step, 'step', textOf(node, 'sharedStep.name'))
  setIfGiven(step, 'notice', textOf(node, 'sharedStep.notice'))
  setIfGiven(step, 'limit', durationOf(node, 'sharedStep.limit', lowering))
  return step
}
