import type { Fact } from '../../model/application.ts'
import { asksTheSame } from '../../model/asks-the-same.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { Bundle, BundleComponent, ComponentPath } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import type { BundledPart, BundleProblem } from './bundle-parts.ts'
import { pathName } from './component.ts'
import type { Renaming } from './rename-condition.ts'

/** The one form of a bundle (合并的申报信息): what is asked once, and how each component's facts are called there. */
export interface MergedFacts {
  readonly facts: readonly Fact[]
  readonly fields: readonly BundledPart[]
  readonly renamings: ReadonlyMap<string, Renaming>
  readonly problems: readonly BundleProblem[]
}

/**
 * Asks every question once: facts that 来自 says are the same, and facts of one name that ask for the same thing (type, unit
 * and values). Facts of one name that ask for different things are asked apart, each under the name of its component.
 */
export function mergeFacts(
  bundle: Bundle,
  components: readonly { readonly declared: BundleComponent; readonly matter: Matter }[],
): MergedFacts {
  const facts = new Map<string, Fact>(bundle.facts.map((fact) => [fact.name, fact]))
  const sources = new Map<string, ComponentPath[]>(bundle.facts.map(({ name }) => [name, []]))
  const differing = new Map<string, string[]>()
  const names = new Map<string, Map<string, string>>()
  const builtIn = new Set(BUILT_IN_FACTS.map(({ name }) => name))

  for (const { declared, matter } of components) {
    const own = new Map<string, string>()
    names.set(declared.name, own)
    for (const fact of matter.facts) {
      const known = nameOfSame(fact)
      const before = facts.get(known)
      const name = before === undefined || asksTheSame(before, fact) ? known : pathName(declared.name, fact.name)
      if (before !== undefined && name !== known) {
        differing.set(known, [...(differing.get(known) ?? firstAsking(known)), declared.name])
      }
      if (!facts.has(name)) facts.set(name, { ...fact, name })
      own.set(fact.name, name)
      sources.set(name, [...(sources.get(name) ?? []), { component: declared.name, name: fact.name }])
    }
  }
  return {
    facts: [...facts.values()],
    fields: [...facts.keys()].map((name) => ({ name, from: sources.get(name) ?? [] })),
    renamings: new Map(
      components.map(({ declared }) => [declared.name, renamingOf(declared.name, names.get(declared.name), builtIn)]),
    ),
    problems: [...differing].map(([name, askedBy]) => ({ kind: 'differingFact', name, components: askedBy })),
  }

  /** The name under which the bundle already asks for it; its own when it does not yet. */
  function nameOfSame({ name, from }: Fact): string {
    if (from === undefined) return name
    const owner = components.find(({ declared, matter }) => declared.name === from.owner || matter.name === from.owner)
    const merged = owner && names.get(owner.declared.name)?.get(from.fact)
    return merged ?? (bundle.name === from.owner && facts.has(from.fact) ? from.fact : name)
  }

  function firstAsking(name: string): string[] {
    return (sources.get(name) ?? []).slice(0, 1).map(({ component }) => component)
  }
}

function renamingOf(
  component: string,
  names: ReadonlyMap<string, string> | undefined,
  builtIn: ReadonlySet<string>,
): Renaming {
  return {
    fact: (name) => names?.get(name) ?? (builtIn.has(name) ? name : pathName(component, name)),
    situation: (name) => pathName(component, name),
  }
}
