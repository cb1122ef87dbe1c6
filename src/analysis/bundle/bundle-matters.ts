import type { Situation } from '../../model/application.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import type { BundledMatter, BundleProblem } from './bundle-parts.ts'
import type { Capacity } from './capacity/limit-capacity.ts'
import { queueSteps } from './capacity/queue-steps.ts'
import { type Component, pathName, prepareComponent, selectionName } from './component.ts'
import { findLoop, inOrder } from './component-order.ts'
import { mergeFacts } from './merge-facts.ts'
import { mergeFlow } from './merge-flow.ts'
import { mergeMaterials } from './merge-materials.ts'
import { mergeOthers } from './merge-others.ts'
import { mergeProcedures } from './merge-procedures.ts'

/** How matters are put together (合成的要求). */
export interface BundlingOptions {
  /**
   * How many of its steps an office can do at a time, by the name of the 部门; what the bundle says (承办能力) where it is left
   * out here, and any number where nothing is said.
   */
  readonly capacity?: Capacity | undefined
}

/**
 * Makes one matter of many (一件事合成): one form, one set of materials, one flow, one date. The result is a matter like any
 * other: it can be checked, measured, planned, run and drawn; each of its parts says where it comes from.
 *
 * `matters` are those of the components, by the names that the bundle gives them. What is wrong is reported in `problems` and
 * left out; nothing is guessed, guesses stand in `proposals`.
 */
export function bundleMatters(
  bundle: Bundle,
  matters: ReadonlyMap<string, Matter>,
  options: BundlingOptions = {},
): BundledMatter {
  const capacity: Capacity = new Map([
    ...(bundle.capacities ?? []).map(({ office, atOnce }) => [office, atOnce] as const),
    ...(options.capacity ?? []),
  ])
  const problems: BundleProblem[] = bundle.components
    .filter(({ name }) => !matters.has(name))
    .map(({ name, matter, origin }) => ({ kind: 'missingComponent', component: name, matter, origin }))
  const present = bundle.components.flatMap((declared) => {
    const matter = matters.get(declared.name)
    return matter === undefined ? [] : { declared, matter }
  })
  for (const { declared, matter } of present) {
    const limits = [...matter.statutoryLimits, ...matter.promisedLimits]
    const hasLimit = limits.some(({ limit }) => limit.unit !== 'unlimited')
    if (!hasLimit) problems.push({ kind: 'noLimit', component: declared.name, origin: matter.origin })
  }
  const form = mergeFacts(bundle, present)
  const repeated = repeatedOutputs(present.map(({ matter }) => matter))
  const components = present.map(({ declared, matter }): Component => {
    const renaming = form.renamings.get(declared.name) ?? { fact: (name) => name, situation: (name) => name }
    return prepareComponent(declared, matter, renaming, (output) =>
      repeated.has(output) ? pathName(declared.name, output) : output,
    )
  })
  const documents = mergeMaterials(bundle, components)
  const { feeds } = documents
  const waitsFor = (name: string) => [
    ...(bundle.components.find((each) => each.name === name)?.after ?? []),
    ...feeds.filter(({ to }) => to === name).map(({ from }) => from),
  ]
  const names = components.map(({ name }) => name)
  const loop = findLoop(names, waitsFor)
  if (loop !== undefined) {
    problems.push({ kind: 'cycle', components: loop, origin: feeds.find(({ to }) => loop.includes(to))?.origin })
  }
  const order = inOrder(names, waitsFor)
  const ordered = order.flatMap((name) => components.find((each) => each.name === name) ?? [])
  const course = mergeFlow(bundle, ordered, feeds)
  const merged: Matter = {
    ...mergeOthers(bundle, components, course, documents),
    facts: form.facts,
    situations: [...bundle.situations, ...components.flatMap(situationsOf)],
    materials: documents.materials,
    materialChoices: documents.choices,
    flow: course.flow,
    ...mergeProcedures(components, course),
  }
  const queued = capacity.size === 0 ? undefined : queueSteps(merged, capacity, course, components)
  return {
    matter: queued === undefined ? merged : { ...merged, flow: queued.flow },
    order,
    fields: form.fields,
    materials: documents.listed,
    steps: course.steps,
    feeds,
    ...(queued !== undefined && { queueing: queued.queueing }),
    proposals: documents.proposals,
    problems: [
      ...problems,
      ...form.problems,
      ...documents.problems,
      ...course.problems,
      ...(queued?.unknown.map((office) => ({ kind: 'unknownOffice' as const, office, offices: queued.offices })) ?? []),
    ],
  }
}

/** The situations of a component, and first whether it takes part. */
function situationsOf({ name, declared, matter, inBundle }: Component): readonly Situation[] {
  const selection: readonly Situation[] =
    declared.when === undefined ? [] : [{ name: selectionName(name), when: declared.when, sources: [], notes: [] }]
  return [
    ...selection,
    ...matter.situations.flatMap((situation) => {
      const when = inBundle(situation.when)
      return typeof when === 'boolean' ? [] : { ...situation, name: pathName(name, situation.name), when }
    }),
  ]
}

/** The names of results that more than one component issues. */
function repeatedOutputs(matters: readonly Matter[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { outputs } of matters) {
    for (const name of new Set(outputs.map((output) => output.name))) (seen.has(name) ? repeated : seen).add(name)
  }
  return repeated
}
