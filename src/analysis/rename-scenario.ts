import type { Assertion, Given, Premise, Scenario, ScenarioEvent } from '../model/scenario.ts'
import type { ScenarioSet } from '../model/terms.ts'
import type { BundledMatter, BundledPart } from './bundle/bundle-parts.ts'
import { renameCondition } from './bundle/rename-condition.ts'

/** What a name that a 用例 uses stands for in the bundle. */
type Rename = (name: string) => string

/** A 用例 of a bundle in the names of the matter that the bundle makes (用例改名): its authors write 子项·名称, or the name alone. */
export function renameScenario(scenario: Scenario, bundled: BundledMatter): Scenario {
  const { matter, fields, materials, steps } = bundled
  const plain = (parts: readonly { readonly name?: string }[]): readonly BundledPart[] =>
    parts.flatMap(({ name }) => (name === undefined ? [] : { name, from: [] }))
  const fact = renamingOf(fields)
  const step = renamingOf(steps)
  const material = renamingOf([...materials, ...plain(matter.materialChoices)])
  const requirement = renamingOf(plain(matter.requirements))
  const output = renamingOf(plain(matter.outputs))
  const sets: { readonly [K in ScenarioSet]: Rename } = {
    failedRequirements: requirement,
    neededFacts: fact,
    materials: material,
    steps: step,
    components: (name) => name,
    outputs: output,
  }
  const happening = {
    supplement: renamingOf(plain(matter.supplements)),
    procedure: renamingOf(plain(matter.specialProcedures)),
    extension: renamingOf(plain(matter.extensions)),
  }

  return {
    ...scenario,
    premises: scenario.premises.map((given) => (isGiven(given) ? rename(given) : aboutCase(given))),
    events: scenario.events.map(event),
    assertions: scenario.assertions.map(assertion),
    examples: scenario.examples.map((row) => ({
      ...row,
      premises: row.premises.map(rename),
      assertions: row.assertions.map(assertion),
    })),
  }

  function rename(given: Given): Given {
    switch (given.kind) {
      case 'value':
        return { ...given, fact: fact(given.fact) }
      case 'range': {
        const condition = renameCondition(given.condition, { fact, situation: (name) => name })
        return { ...given, fact: fact(given.fact), condition }
      }
      case 'judgement':
        return { ...given, requirement: requirement(given.requirement) }
    }
  }

  function aboutCase(given: Exclude<Premise, Given>): Premise {
    return given.kind === 'materials' ? { ...given, materials: given.materials.map(material) } : given
  }

  function event(one: ScenarioEvent): ScenarioEvent {
    if (one.kind === 'took') return { ...one, step: step(one.step) }
    if (one.kind === 'outcome') return { ...one, step: step(one.step), fact: fact(one.fact) }
    return one.kind === 'happens' ? { ...one, name: happening[one.what](one.name) } : one
  }

  function assertion(one: Assertion): Assertion {
    if (one.kind === 'set') return { ...one, names: one.names.map(sets[one.subject]) }
    return one.kind === 'together' ? { ...one, steps: one.steps.map(step) } : one
  }
}

function isGiven(premise: Premise): premise is Given {
  return premise.kind === 'value' || premise.kind === 'range' || premise.kind === 'judgement'
}

/** By what the bundle calls it, by 子项·名称, and by the name alone where only one part has it; else as it is. */
function renamingOf(parts: readonly BundledPart[]): Rename {
  const own = new Set(parts.map(({ name }) => name))
  const known = new Map<string, string | null>()
  const put = (key: string, name: string) => {
    const before = known.get(key)
    known.set(key, before === undefined || before === name ? name : null)
  }
  for (const { name, from } of parts) {
    for (const path of from) {
      put(`${path.component}·${path.name}`, name)
      put(path.name, name)
    }
    // What is only put together has its component before its name already, where that is needed to tell it.
    const dot = name.indexOf('·')
    if (from.length === 0 && dot >= 0) put(name.slice(dot + 1), name)
  }
  return (name) => {
    if (own.has(name)) return name
    const plain = name.slice(name.indexOf('·') + 1)
    return known.get(name) ?? (own.has(plain) ? plain : name)
  }
}
