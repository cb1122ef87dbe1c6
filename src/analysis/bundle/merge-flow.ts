import type { Bundle } from '../../model/bundle.ts'
import type { FlowItem, Step } from '../../model/flow.ts'
import type { BundledPart, BundleProblem, Feed } from './bundle-parts.ts'
import { type Component, pathName } from './component.ts'
import { findLoop, inOrder } from './component-order.ts'
import { type DrawnComponent, drawComponent } from './drawn-component.ts'
import type { Formula } from './formula.ts'
import { asIssuingStep, issueResults } from './issue-results.ts'
import { asStep, type JoinedStep, joinSteps, stagesLeft } from './shared-steps.ts'
import { startSideBySide } from './side-by-side.ts'
import { awaitSupplies } from './supplies.ts'

/** The one flow of a bundle (合成的办理环节). */
export interface MergedFlow {
  readonly flow: readonly FlowItem[]
  readonly steps: readonly BundledPart[]
  /** What a step of a component is called in the bundle. */
  readonly nameOf: (component: string, step: string) => string
  /** Where a step of a component is done. */
  readonly runs: (component: string, step: string) => Formula
  readonly problems: readonly BundleProblem[]
}

/**
 * Draws the components as one flow: shared steps in place of theirs, everything else side by side unless a feed or 前序 puts
 * it in order. What choices of a component decide becomes the 当 of its steps. A 终止 of one component ends that component
 * only, and what waits for a result that it then does not issue is not done either.
 */
export function mergeFlow(bundle: Bundle, components: readonly Component[], feeds: readonly Feed[]): MergedFlow {
  const drawn = components.map(drawComponent)
  const byName = new Map(drawn.map((each) => [each.component.name, each]))
  const { joined, problems } = joinSteps(bundle, drawn)
  const joinedAt = new Map(
    joined.flatMap((each) =>
      each.replaced.map(({ drawn: { component }, step }) => [pathName(component.name, step.name), each] as const),
    ),
  )
  const nameOf = (component: string, step: string) =>
    joinedAt.get(pathName(component, step))?.name ?? pathName(component, step)
  const isDelivery = ({ component }: DrawnComponent, step: string) =>
    joinedAt.get(pathName(component.name, step))?.declared.kind === 'delivery'
  const does = awaitSupplies(drawn, feeds)
  const results = issueResults(drawn, joined, does)

  /** A shared step of components of which one has to wait for the other. */
  let awaitingItself: string | undefined
  const before = orderSteps()
  const list = inOrder([...before.keys()], (name) => [...(before.get(name) ?? [])])
  const loop =
    findLoop(list, (name) => [...(before.get(name) ?? [])]) ??
    (awaitingItself === undefined ? undefined : [awaitingItself, awaitingItself])
  const own = new Map(
    [
      ...drawn.flatMap(ownSteps),
      ...results.added.map((each) => asIssuingStep(each, results.outputsAt(each.name))),
      ...joined.map((each) => asStep(each, results.outputsAt(each.name), does)),
    ].map((step) => [step.name, step]),
  )
  const steps = list.flatMap((name) => {
    const step = own.get(name)
    // A step never waits for one that is listed later: in a loop that order falls away, and the loop is reported.
    const place = list.indexOf(name)
    const after = [...(before.get(name) ?? [])].filter((each) => list.indexOf(each) < place)
    return step === undefined ? [] : after.length > 0 ? { ...step, after } : step
  })
  return {
    flow: startSideBySide(steps),
    steps: steps.map(({ name }) => ({ name, from: sourcesOf(name) })),
    nameOf,
    runs: (component, step) => {
      const each = byName.get(component)
      return each !== undefined && does(each, step)
    },
    problems: loop === undefined ? problems : [...problems, { kind: 'stepCycle', steps: loop }],
  }

  /** The steps that each step of the bundle waits for. */
  function orderSteps(): ReadonlyMap<string, Set<string>> {
    const order = new Map<string, Set<string>>()
    const waitsFor = (name: string) => {
      const known = order.get(name) ?? new Set<string>()
      order.set(name, known)
      return known
    }
    const shared = (kind: JoinedStep['declared']['kind']) => joined.find(({ declared }) => declared.kind === kind)?.name
    const [acceptance, delivery] = [shared('acceptance'), shared('delivery')]
    if (acceptance !== undefined) waitsFor(acceptance)
    for (const each of drawn) {
      const { component, steps } = each
      for (const { name } of steps) {
        const inner = each.before(name).map((step) => nameOf(component.name, step))
        const orders = inner.every((step) => step === acceptance) ? ordersOf(component) : []
        const own = nameOf(component.name, name)
        if (own !== acceptance && orders.includes(own)) awaitingItself ??= own
        const known = waitsFor(own)
        for (const step of [...inner, ...orders]) known.add(step)
      }
      if (delivery !== undefined) for (const step of exitsOf(each)) waitsFor(delivery).add(step)
    }
    for (const { name, after } of results.added) {
      for (const step of after) waitsFor(name).add(step)
      waitsFor(name)
    }
    for (const { name } of joined) waitsFor(name)
    for (const [name, steps] of order) {
      steps.delete(name)
      if (name === acceptance) steps.clear()
      else if (acceptance !== undefined && steps.size === 0) steps.add(acceptance)
    }
    return order
  }

  /** What the beginning of a component waits for: the end of those that 前序 names, and the issue of results that it uses. */
  function ordersOf({ name, declared }: Component): readonly string[] {
    const whole = declared.after.flatMap((other) => {
      const each = byName.get(other)
      return each === undefined ? [] : exitsOf(each)
    })
    const issued = feeds
      .filter(({ to }) => to === name)
      .flatMap(({ from, output }) => {
        const each = byName.get(from)
        if (each === undefined) return []
        const steps = results.issuersOf(each, output)
        return steps.length > 0 ? steps : exitsOf(each)
      })
    return [...new Set([...whole, ...issued])]
  }

  /** The last steps of a component before 统一出件, as the bundle calls them. */
  function exitsOf(each: DrawnComponent): readonly string[] {
    const delivered = new Set(each.steps.filter(({ name }) => isDelivery(each, name)).map(({ name }) => name))
    for (const name of delivered) for (const later of each.behind(name)) delivered.add(later)
    const last = each.steps
      .filter(({ name }) => !delivered.has(name) && each.behind(name).every((later) => delivered.has(later)))
      .map(({ name }) => nameOf(each.component.name, name))
    const issuing = results.added.filter(({ drawn }) => drawn === each).map(({ name }) => name)
    return [...last, ...issuing]
  }

  function ownSteps(each: DrawnComponent): readonly Step[] {
    const { component } = each
    return each.steps
      .filter(({ name }) => !joinedAt.has(pathName(component.name, name)))
      .map((step) => {
        const { after: _after, when: _when, mandatoryAfter, department, ...rest } = step
        const when = does(each, step.name)
        const owner = department ?? component.matter.authority
        return {
          ...rest,
          name: pathName(component.name, step.name),
          stages: stagesLeft(step, joined),
          limits: step.limits.map(({ when: own, ...limit }) => {
            const holds = component.inBundle(own)
            return typeof holds === 'boolean' ? limit : { ...limit, when: holds }
          }),
          outputs: results.outputsAt(pathName(component.name, step.name)),
          collects: step.collects.map((fact) => component.renaming.fact(fact)),
          terminates: false,
          ...(owner !== undefined && { department: owner }),
          ...(typeof when !== 'boolean' && { when }),
          ...(mandatoryAfter !== undefined && {
            mandatoryAfter: mandatoryAfter.map((name) => nameOf(component.name, name)),
          }),
        }
      })
  }

  function sourcesOf(name: string): BundledPart['from'] {
    const shared = joined.find((each) => each.name === name)
    if (shared !== undefined) {
      return shared.replaced.map(({ drawn: { component }, step }) => ({ component: component.name, name: step.name }))
    }
    const issuing = results.added.find((each) => each.name === name)
    if (issuing !== undefined) return [{ component: issuing.drawn.component.name, name: issuing.step.name }]
    return drawn.flatMap(({ component, steps }) =>
      steps
        .filter((step) => pathName(component.name, step.name) === name)
        .map((step) => ({ component: component.name, name: step.name })),
    )
  }
}
