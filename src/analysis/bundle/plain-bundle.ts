import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'

/** A 一件事 of matters of which nothing is known but that all of them are done (只有子项的一件事). */
export function plainBundle(name: string, matters: ReadonlyMap<string, Matter>): Bundle {
  const nothing = { sources: [], notes: [] }
  const all = [...matters.values()]
  const profiles = new Set(all.map(({ profile }) => profile))
  const [profile = '民法典'] = profiles
  return {
    kind: 'bundle',
    name,
    coDepartments: [...new Set(all.flatMap(({ authority }) => authority ?? []))],
    levels: [],
    audiences: [],
    profile: profiles.size === 1 ? profile : '民法典',
    facts: [],
    situations: [],
    components: [...matters].map(([component, { name: matter }]) => ({
      name: component,
      matter,
      after: [],
      ...nothing,
    })),
    sharedMaterials: [],
    outputReuses: [],
    forms: [],
    sharedSteps: [],
    promisedLimits: [],
    targets: [],
    scenarios: [],
    ...nothing,
  }
}
