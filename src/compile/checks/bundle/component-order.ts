import type { Origin } from '../../../base/source-file.ts'
import type { Bundle } from '../../../model/bundle.ts'

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

/** What 结果复用 says: who waits for the result of whom. */
export function feedingNeeds({ outputReuses }: Bundle): readonly ComponentNeed[] {
  return outputReuses.flatMap(({ output, materials }) =>
    materials.map(({ component, origin }) => ({
      component,
      needs: output.component,
      output: output.name,
      origin,
    })),
  )
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
