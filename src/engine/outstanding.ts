import type { CaseState } from './case-state.ts'
import { findMissing } from './check-materials.ts'
import type { CaseDefinition } from './flow/definition.ts'
import { SERVICES } from './parts.ts'

/**
 * What a case still waits for beside its steps (未了事项): special procedures that go on, services that have not answered,
 * 容缺 documents that have not come.
 */
export function findOutstanding(definition: CaseDefinition, state: CaseState): readonly string[] {
  return [
    ...openProcedures(definition, state),
    ...state.services.map(({ service }) => SERVICES[service]),
    ...findMissing(definition, state.facts, state.materials).later,
  ]
}

/** The special procedures without 位置 that go on (未结束的特别程序). */
export function openProcedures(
  { floating }: CaseDefinition,
  { floatingFrom, floatingTo }: CaseState,
): readonly string[] {
  return floating.flatMap(({ name }, place) =>
    (floatingFrom[place] ?? 0) > 0 && (floatingTo[place] ?? 0) === 0 ? [name] : [],
  )
}
