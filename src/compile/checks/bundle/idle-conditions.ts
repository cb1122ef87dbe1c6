import { diagnose } from '../../../diagnostics/diagnose.ts'
import { createSituationSpace, verdictOf } from '../../../graph/situation-space.ts'
import type { Condition } from '../../../model/condition.ts'
import type { SyntaxNode } from '../../../syntax/tree.ts'
import { childOf, valueOriginOf } from '../../lower/read-node.ts'
import { entriesOf } from '../../names/index-names.ts'
import type { BundleCheck } from './bundle-context.ts'

/** ZW3009: the 当 of a component, or of a 情形 of the bundle, that holds always or never. */
export const checkIdleConditions: BundleCheck = ({ bundle, names, block, source }) => {
  const situationNodes = entriesOf(block).filter(({ construct }) => construct === 'situation')
  const stated: readonly { readonly when: Condition | undefined; readonly node: SyntaxNode | undefined }[] = [
    ...bundle.situations.map(({ when }, index) => ({ when, node: situationNodes[index] })),
    ...bundle.components.map(({ name, when }) => ({
      when,
      node: [...names.components.byKey.values()].find((each) => each.name.text === name)?.node,
    })),
  ]
  const conditions = stated.flatMap(({ when }) => when ?? [])
  const space = createSituationSpace(bundle.facts, bundle.situations, conditions)
  return stated.flatMap(({ when, node }) => {
    const line = node && (childOf(node, 'when') ?? childOf(node, 'situation.when'))
    if (when === undefined || line === undefined) return []
    const verdict = verdictOf(space, when)
    if (verdict === 'depends') return []
    const origin = valueOriginOf(source, line)
    const condition = source.text.slice(origin.span.start, origin.span.end)
    return diagnose('ZW3009', { verdict, condition }, origin)
  })
}
