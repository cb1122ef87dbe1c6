import type { Origin } from '../../../base/source-file.ts'
import type { Bundle } from '../../../model/bundle.ts'
import type { Components } from '../../lower/bundle-components.ts'
import { findSameDocuments } from './same-documents.ts'

/** One component that another must wait for, and the line that says so (先后). */
export interface ComponentNeed {
  readonly component: string
  /** Comes before it. */
  readonly needs: string
  /** The result that it waits for; absent where 前序 says so. */
  readonly output?: string
  readonly origin: Origin | undefined
}

/** What 前序 says: who waits for whom. */
export function orderedNeeds({ components }: Bundle): readonly ComponentNeed[] {
  return components.flatMap(({ name, after, origin }) => after.map((needs) => ({ component: name, needs, origin })))
}

/**
 * What 结果复用 says: who waits for the result of whom; who asks for the same document in another place waits for it too, but not
 * who issues it.
 */
export function feedingNeeds(bundle: Bundle, components: Components): readonly ComponentNeed[] {
  const sameAs = findSameDocuments(bundle, components)
  return bundle.outputReuses.flatMap(({ output, materials }) => {
    const named = new Set(materials.map(({ component }) => component))
    return materials.flatMap((path) => [
      needOf(path.component, path.origin),
      ...sameAs(path).flatMap(({ component }) =>
        component === output.component || named.has(component) ? [] : needOf(component, path.origin),
      ),
    ])

    function needOf(component: string, origin: Origin | undefined): ComponentNeed {
      return { component, needs: output.component, output: output.name, origin }
    }
  })
}

/** All components that come before each one, also at several removes. */
export function closeNeeds(needs: readonly ComponentNeed[]): (component: string) => ReadonlySet<string> {
  const direct = new Map<string, string[]>()
  for (const { component, needs: before } of needs) {
    const list = direct.get(component)
    if (list === undefined) direct.set(component, [before])
    else list.push(before)
  }
  return (component) => {
    const reached = new Set<string>(direct.get(component))
    for (const before of reached) for (const further of direct.get(before) ?? []) reached.add(further)
    return reached
  }
}
