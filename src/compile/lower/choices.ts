import type { Choice } from '../../model/flow.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { resolveName } from '../names/resolve-name.ts'
import { lowerCondition } from './conditions.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { childOf, childrenOf, nameOf, originOf, valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One 分流 of 办理环节. */
export function lowerChoice(node: SyntaxNode, lowering: Lowering): Choice | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const choice: Draft<Choice> = {
    kind: 'choice',
    name,
    branches: childrenOf(node, 'choice.branch').flatMap((child) => lowerBranch(child, lowering) ?? []),
    ...lowerAnnotations(node, lowering),
  }
  const otherwise = nameOf(childOf(node, 'choice.otherwise'))
  setIfGiven(choice, 'otherwise', otherwise && resolveName(otherwise, 'steps', lowering))
  return choice
}

function lowerBranch(node: SyntaxNode, lowering: Lowering): Choice['branches'][number] | undefined {
  const value = valueIn(node, 'branch')
  if (value === undefined) return undefined
  const when = lowerCondition(value.condition, lowering)
  const target = resolveName(value.target, 'steps', lowering)
  if (when === undefined || target === undefined) return undefined
  return { when, target, origin: originOf(lowering.source, node) }
}
