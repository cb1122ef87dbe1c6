import { ALWAYS, type Diagram, NEVER } from '../../graph/decision-diagram.ts'
import type { SituationSpace } from '../../graph/situation-space.ts'
import type { Bundle } from '../../model/bundle.ts'
import { selectionName } from './component.ts'

/** Which components take part together, and in which situations (包含事项的一种组合). */
export interface Selection {
  readonly components: readonly string[]
  readonly situations: Diagram
}

/** More combinations than this are not told apart: the last ones stand for all that begin like them. */
const MOST = 4096

/**
 * Every combination of components that some applicant needs, in the order of the components (the whole set first). Components
 * without 当 are in all of them; combinations that no facts allow are left out.
 */
export function listSelections(
  bundle: Bundle,
  space: () => SituationSpace,
  within: Diagram = ALWAYS,
): readonly Selection[] {
  let selections: readonly Selection[] = [{ components: [], situations: within }]
  for (const { name, when } of bundle.components) {
    if (when === undefined) {
      selections = selections.map((each) => ({ ...each, components: [...each.components, name] }))
      continue
    }
    const { store, diagramOf } = space()
    const selected = diagramOf({ kind: 'situation', situation: selectionName(name) })
    selections = selections
      .flatMap(({ components, situations }): readonly Selection[] => [
        { components: [...components, name], situations: store.and(situations, selected) },
        { components, situations: store.and(situations, store.not(selected)) },
      ])
      .filter(({ situations }) => situations !== NEVER)
      .slice(0, MOST)
  }
  return selections.filter(({ components }) => components.length > 0)
}
