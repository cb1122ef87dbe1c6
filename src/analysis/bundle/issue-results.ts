import type { Step } from '../../model/flow.ts'
import { pathName } from './component.ts'
import type { DrawnComponent } from './drawn-component.ts'
import type { Formula } from './formula.ts'
import type { JoinedStep } from './shared-steps.ts'
import type { Doing } from './supplies.ts'

/** A result that a step of a component issues, and where that is in the bundle (结果在哪里产出). */
interface IssuedResult {
  readonly drawn: DrawnComponent
  /** The step of the component. */
  readonly step: Step
  /** The steps of the bundle of which one issues it, whichever is done. */
  readonly at: readonly string[]
}

/** A step of the bundle that only issues what a shared step cannot, since that is done for others too (出具结果). */
export interface IssuingStep {
  readonly name: string
  readonly drawn: DrawnComponent
  readonly step: Step
  readonly after: readonly string[]
  readonly when: Formula
}

/** Where the results of all components are issued. */
export interface IssuedResults {
  readonly added: readonly IssuingStep[]
  /** What a step of the bundle issues, as the bundle calls it. */
  readonly outputsAt: (step: string) => readonly string[]
  /** The steps of the bundle that issue a result of a component; one of them is done wherever it is issued. */
  readonly issuersOf: (drawn: DrawnComponent, output: string) => readonly string[]
}

/**
 * Places the results of the components, each issued for just those applicants who would get it from the component alone. A
 * step that stays issues what it did. What a delivery hands over that is done as one is issued by the step before it, so
 * that others can use it at once; where no step before says which result it is, as behind a 分流, a step of its own issues it.
 */
export function issueResults(
  components: readonly DrawnComponent[],
  joined: readonly JoinedStep[],
  does: Doing,
): IssuedResults {
  const joinedAt = new Map(
    joined.flatMap((each) =>
      each.replaced.map(({ drawn, step }) => [pathName(drawn.component.name, step.name), each] as const),
    ),
  )
  const at = (drawn: DrawnComponent, step: string) => joinedAt.get(pathName(drawn.component.name, step))
  const added: IssuingStep[] = []
  const results = components.flatMap((drawn) =>
    drawn.steps.filter(({ outputs }) => outputs.length > 0).map((step) => placeResult(drawn, step)),
  )
  const outputsAt = new Map<string, Set<string>>()
  for (const { drawn, step, at: places } of results) {
    for (const place of places) {
      const known = outputsAt.get(place) ?? new Set<string>()
      outputsAt.set(place, known)
      for (const output of step.outputs) known.add(drawn.component.outputName(output))
    }
  }
  // 统一出件 hands them all over; what is issued in any case it may name too.
  const delivery = joined.find(({ declared }) => declared.kind === 'delivery')
  const always = results.filter(({ drawn, step }) => does(drawn, step.name) === true)
  if (delivery !== undefined) {
    const issued = always.flatMap(({ drawn, step }) => step.outputs.map((output) => drawn.component.outputName(output)))
    outputsAt.set(delivery.name, new Set(issued))
  }
  return {
    added,
    outputsAt: (step) => [...(outputsAt.get(step) ?? [])],
    issuersOf: (drawn, output) => [
      ...new Set(
        results.filter((each) => each.drawn === drawn && each.step.outputs.includes(output)).flatMap((each) => each.at),
      ),
    ],
  }

  function placeResult(drawn: DrawnComponent, step: Step): IssuedResult {
    const { name } = drawn.component
    const shared = at(drawn, step.name)
    if (shared === undefined) return { drawn, step, at: [pathName(name, step.name)] }
    const isDelivery = shared.declared.kind === 'delivery'
    const before = isDelivery ? drawn.before(step.name) : []
    if (isDelivery && before.every((each) => at(drawn, each) === undefined) && drawn.standFor(before, step.name)) {
      return { drawn, step, at: before.map((each) => pathName(name, each)) }
    }
    // What is accepted at the window does not wait for the results of others.
    const when = shared.declared.kind === 'acceptance' ? drawn.runs(step.name) : does(drawn, step.name)
    if (!isDelivery && when === true) return { drawn, step, at: [shared.name] }
    const after = isDelivery ? before.map((each) => at(drawn, each)?.name ?? pathName(name, each)) : [shared.name]
    const issuing = { name: uniqueName(drawn, step), drawn, step, after: [...new Set(after)], when }
    added.push(issuing)
    return { drawn, step, at: [issuing.name] }
  }

  function uniqueName({ component, steps }: DrawnComponent, { outputs }: Step): string {
    const plain = `出具${outputs.join('、')}`
    const isTaken = (name: string) =>
      steps.some((each) => each.name === name) || added.some((each) => each.name === pathName(component.name, name))
    let unique = plain
    for (let number = 2; isTaken(unique); number++) unique = `${plain}${number}`
    return pathName(component.name, unique)
  }
}

/** The step itself: it takes no time, since the shared step does. */
export function asIssuingStep({ name, drawn, step, when }: IssuingStep, outputs: readonly string[]): Step {
  const department = step.department ?? drawn.component.matter.authority
  return {
    kind: 'step',
    name,
    stages: ['certificate'],
    limits: [{ limit: { unit: 'instant' } }],
    modes: [],
    outputs,
    collects: [],
    terminates: false,
    sources: step.sources,
    notes: [],
    ...(department !== undefined && { department }),
    ...(typeof when !== 'boolean' && { when }),
    ...(step.origin !== undefined && { origin: step.origin }),
  }
}
