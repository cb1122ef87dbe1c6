import { type CaseWork, emit, SYSTEM } from './case-work.ts'
import type { FactRecord } from './parts.ts'

/**
 * Asks for the documents that other offices have (数据共享取件) and that the case is found to need: those that it did not
 * need by what was known `before`. They hold the step that accepts until they are there, or cannot be had.
 */
export function requestSharedMaterials(work: CaseWork, before: FactRecord | undefined): void {
  const { definition, state } = work
  const [acceptance] = definition.byStage.acceptance
  const step = acceptance === undefined ? undefined : definition.nodes[acceptance]?.name
  for (const { name, source, necessity, when } of definition.matter.materials) {
    if (source !== 'dataSharing' || necessity === 'optional' || Object.hasOwn(state.materials, name)) continue
    const isNeeded = (facts: FactRecord) => when === undefined || definition.truthOf(when, facts) === 'yes'
    if (!isNeeded(state.facts) || (before !== undefined && isNeeded(before))) continue
    emit(
      work,
      {
        kind: 'serviceRequested',
        service: 'dataSharing',
        ...(step !== undefined && state.ledger.acceptedAt === undefined && { step }),
        data: { material: name },
      },
      { at: state.lastAt, by: SYSTEM },
    )
  }
}
