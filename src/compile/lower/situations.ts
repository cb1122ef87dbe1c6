import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Situation } from '../../model/application.ts'
import type { Declaration } from '../names/name-space.ts'
import { orderSituations } from '../names/situation-order.ts'
import { conditionOf } from './conditions.ts'
import type { Lowering } from './lowering.ts'
import { childOf, originOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** The situations of a matter (情形) in the order written; puts those that can be used into scope. */
export function lowerSituations(lowering: Lowering): readonly Situation[] {
  const byKey = new Map<string, Situation>()
  for (const declaration of orderSituations(lowering)) {
    const situation = lowerSituation(declaration, lowering)
    if (situation === undefined) continue
    byKey.set(declaration.name.key, situation)
    lowering.situations.add(declaration.name.key)
  }
  return [...lowering.names.situations.byKey.keys()].flatMap((key) => byKey.get(key) ?? [])
}

function lowerSituation({ name, node }: Declaration, lowering: Lowering): Situation | undefined {
  if (childOf(node, 'when') === undefined) {
    const params = { entry: `情形“${name.text}”`, keyword: '当', purpose: '请写明什么情况下算这种情形' }
    lowering.report(diagnose('ZW2007', params, originOf(lowering.source, node)))
  }
  const when = conditionOf(node, 'when', lowering)
  return when && { name: name.text, when, ...lowerAnnotations(node, lowering) }
}
