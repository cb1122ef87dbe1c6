import type { Name } from '../../syntax/tree.ts'
import type { FactInScope, Lowering } from '../lower/lowering.ts'
import type { NameKind } from './name-space.ts'
import { findDeclaration, reportUnknownName } from './resolve-name.ts'

/**
 * The fact that a condition means (信息), declared or built in. `kinds` is what may stand in this place besides facts.
 * Undefined where there is none, which is reported, and where its declaration could not be used, which was.
 */
export function factNamed(
  name: Name,
  lowering: Lowering,
  kinds: readonly NameKind[] = ['facts'],
): FactInScope | undefined {
  const declared = findDeclaration(name, 'facts', lowering)
  const fact = lowering.facts.get(name.key)
  if (declared === undefined && fact === undefined) reportUnknownName(name, kinds, lowering)
  return fact
}
