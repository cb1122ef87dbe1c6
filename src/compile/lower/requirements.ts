import type { Requirement } from '../../model/application.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { conditionOf, lowerCondition } from './conditions.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { childrenOf, nameOf, textOf, valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One 条件 of 受理条件: the official wording, and beside it the rule or the note for a person. */
export function lowerRequirement(node: SyntaxNode, lowering: Lowering): Requirement | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const exceptions = childrenOf(node, 'requirement.except').flatMap((child) => {
    const syntax = valueIn(child, 'condition')?.condition
    return (syntax && lowerCondition(syntax, lowering)) ?? []
  })
  const requirement: Draft<Requirement> = { name, except: exceptions, ...lowerAnnotations(node, lowering) }
  setIfGiven(requirement, 'rule', conditionOf(node, 'requirement.rule', lowering))
  setIfGiven(requirement, 'manualCheck', textOf(node, 'requirement.manualCheck'))
  setIfGiven(requirement, 'when', conditionOf(node, 'when', lowering))
  setIfGiven(requirement, 'hint', textOf(node, 'requirement.hint'))
  return requirement
}
