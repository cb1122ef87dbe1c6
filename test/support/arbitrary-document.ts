import fc from 'fast-check'
import { PROFILES } from '../../src/calendar/profiles.ts'
import type { Fact } from '../../src/model/application.ts'
import type { Bundle, BundleComponent, ComponentPath } from '../../src/model/bundle.ts'
import type { Matter } from '../../src/model/matter.ts'
import * as terms from '../../src/model/terms.ts'
import { MODEL_SCHEMA, type ModelDocument } from '../../src/model/write-model-json.ts'
import { foldKey } from '../../src/syntax/fold.ts'
import { factNamed } from './arbitrary-application.ts'
import { anyCondition, anyDate, anyDuration } from './arbitrary-conditions.ts'
import { anyTimeLimit } from './arbitrary-flow.ts'
import { anyMatter, anyTarget } from './arbitrary-matter.ts'
import { anyName, anyPhrase, anyText, names } from './arbitrary-names.ts'
import { annotations, few, fromSome, someTerms, sometimesWhen, term, whensOver } from './arbitrary-parts.ts'
import { anyScenario, scopeOf } from './arbitrary-scenarios.ts'
import { anySelectionTarget } from './arbitrary-selection.ts'

/** What a bundle says of its components, and conditions of it may name. */
interface Parts {
  readonly facts: readonly Fact[]
  readonly situations: readonly string[]
  readonly components: readonly { readonly name: string; readonly matter: Matter }[]
}

type Target = (matter: Matter) => readonly string[]

const materialsOf: Target = (matter) => {
  const { sets, choices } = scopeOf(matter)
  return [...sets.materials, ...choices]
}
const stepsOf: Target = ({ flow }) => flow.flatMap((item) => (item.kind === 'step' ? item.name : []))
const outputsOf: Target = ({ outputs }) => outputs.map(({ name }) => name)

/** Some paths into the components of a bundle. */
function anyPaths({ components }: Parts, target: Target): fc.Arbitrary<readonly ComponentPath[]> {
  const paths = components.flatMap(({ name: component, matter }) => target(matter).map((name) => ({ component, name })))
  return fc.shuffledSubarray(paths, { maxLength: Math.min(3, paths.length) })
}

function anyComponent({ name, matter }: Parts['components'][number], parts: Parts): fc.Arbitrary<BundleComponent> {
  const others = parts.components.map((other) => other.name).filter((other) => other !== name)
  const component = fc.record({
    name: fc.constant(name),
    matter: fc.constant(matter.name),
    after: fromSome(others, 0),
    ...annotations,
  })
  return sometimesWhen(component, whensOver(anyCondition(parts)))
}

/** A fact of a matter once more, as the one that a bundle asks. */
function sameFact(name: string, owner: Matter, { sources: _, notes: __, origin: ___, ...fact }: Fact): Fact {
  return { ...fact, name, from: { owner: owner.name, fact: fact.name }, sources: [], notes: [] }
}

function anyParts(matters: readonly Matter[]): fc.Arbitrary<Parts> {
  return fc
    .tuple(names(0, 4), fc.uniqueArray(anyName, { minLength: 1, maxLength: 3, selector: (name) => foldKey(name) }))
    .chain(([words, components]) => {
      const facts = words.slice(0, 2).map((name) => {
        const known = matters.flatMap((matter) => matter.facts.map((fact) => sameFact(name, matter, fact)))
        return known.length === 0 ? factNamed(name) : fc.oneof(factNamed(name), fc.constantFrom(...known))
      })
      return fc.record({
        facts: fc.tuple(...facts),
        situations: fc.constant(words.slice(2)),
        components: fc.tuple(
          ...components.map((name) => fc.record({ name: fc.constant(name), matter: fc.constantFrom(...matters) })),
        ),
      })
    })
}

const optional = fc.record(
  {
    code: anyPhrase,
    version: anyPhrase,
    leadDepartment: anyName,
    effectiveFrom: anyDate,
    effectiveTo: anyDate,
    trips: fc.nat({ max: 9 }),
    limitPolicy: term(terms.LIMIT_POLICIES),
    checkedOn: anyDate,
    baseline: fc.record(
      {
        time: anyDuration,
        materials: fc.constantFrom('0', '12', '0.5'),
        steps: fc.constantFrom('0', '7'),
        trips: fc.constantFrom('0', '3'),
        ...annotations,
      },
      { requiredKeys: ['sources', 'notes'] },
    ),
  },
  { requiredKeys: [] },
)

function anyBundleOf(parts: Parts): fc.Arbitrary<Bundle> {
  const { facts, situations, components } = parts
  const whens = whensOver(anyCondition(parts))
  const situation = (name: string, index: number) => {
    const when = anyCondition({ facts, situations: situations.slice(0, index) })
    return when && fc.record({ name: fc.constant(name), when, ...annotations })
  }
  const known = situations.map(situation).filter((one) => one !== undefined)
  const outputs = components.flatMap(({ name: component, matter }) =>
    outputsOf(matter).map((name) => ({ component, name })),
  )
  const scope = {
    facts,
    requirements: [],
    choices: [],
    happenings: [],
    outcomes: [],
    sets: {
      failedRequirements: [],
      neededFacts: facts.map(({ name }) => name),
      materials: [],
      steps: [],
      components: components.map(({ name }) => name),
      outputs: [],
    },
  }
  const given = fc.record({
    kind: fc.constant('bundle'),
    name: anyName,
    coDepartments: few(anyName),
    levels: someTerms(terms.LEVELS),
    audiences: someTerms(terms.AUDIENCES),
    profile: fc.constantFrom(...PROFILES.map(({ name }) => name)),
    facts: fc.constant(facts),
    situations: fc.tuple(...known),
    components: fc.tuple(...components.map((component) => anyComponent(component, parts))),
    sharedMaterials: few(fc.record({ name: anyName, materials: anyPaths(parts, materialsOf), ...annotations })),
    outputReuses:
      outputs.length === 0
        ? fc.constant([])
        : few(
            fc.record({
              output: fc.constantFrom(...outputs),
              materials: anyPaths(parts, materialsOf),
              ...annotations,
            }),
          ),
    forms: few(fc.record({ name: anyName, forms: anyPaths(parts, materialsOf), ...annotations })),
    sharedSteps: few(
      fc.record(
        {
          kind: term(terms.SHARED_STEPS),
          name: anyName,
          step: anyName,
          notice: anyText,
          steps: anyPaths(parts, stepsOf),
          limit: anyDuration,
          ...annotations,
        },
        { requiredKeys: ['kind', 'name', 'steps', 'sources', 'notes'] },
      ),
    ),
    promisedLimits: few(anyTimeLimit(whens)),
    targets: few(anyTarget),
    scenarios: few(anyScenario(scope)),
    ...annotations,
  })
  return fc.tuple(given, optional).map(([all, some]): Bundle => ({ ...all, ...some }))
}

/** Any document of a few matters, a bundle of them, and perhaps what they must reach. Matters of one code would be versions of each other. */
export const anyDocument: fc.Arbitrary<ModelDocument> = fc
  .uniqueArray(anyMatter, { minLength: 1, maxLength: 2, selector: ({ name }) => foldKey(name) })
  .map((matters) => matters.map(({ code: _, ...matter }): Matter => matter))
  .chain((matters) =>
    anyParts(matters)
      .chain(anyBundleOf)
      .chain((bundle) =>
        fc.record(
          {
            schema: fc.constant(MODEL_SCHEMA),
            matters: fc.constant(matters),
            bundles: fc.constant([bundle]),
            selectionTargets: fc.uniqueArray(anySelectionTarget, {
              minLength: 1,
              maxLength: 2,
              selector: ({ name }) => foldKey(name),
            }),
          },
          { requiredKeys: ['schema', 'matters', 'bundles'] },
        ),
      ),
  )
