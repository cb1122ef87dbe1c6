import type { Feed } from './bundle-parts.ts'
import type { DrawnComponent } from './drawn-component.ts'
import { allOf, anyOf, type Formula, not } from './formula.ts'

/** In which situations a step of a component is done in the bundle (子项的环节办不办). */
export type Doing = (drawn: DrawnComponent, step: string) => Formula

/**
 * A step is done where the component alone would do it and the results that the component uses are issued, by components
 * that take part: what waits for a result that never comes is not done either, and nobody waits for what it would issue.
 */
export function awaitSupplies(components: readonly DrawnComponent[], feeds: readonly Feed[]): Doing {
  const byName = new Map(components.map((each) => [each.component.name, each]))
  const known = new Map<string, Formula>()
  const does: Doing = (drawn, step) => allOf([drawn.runs(step), suppliesOf(drawn.component.name)])
  return does

  function suppliesOf(name: string): Formula {
    const before = known.get(name)
    if (before !== undefined) return before
    // In a loop, which is reported, nobody waits.
    known.set(name, true)
    const supplies = allOf(feeds.filter(({ to }) => to === name).map(isSupplied))
    known.set(name, supplies)
    return supplies
  }

  function isSupplied({ from, output }: Feed): Formula {
    const issuer = byName.get(from)
    const steps = issuer?.steps.filter(({ outputs }) => outputs.includes(output)) ?? []
    if (issuer === undefined || steps.length === 0) return true
    const { selected } = issuer.component
    const issued = anyOf(steps.map(({ name }) => does(issuer, name)))
    return JSON.stringify(issued) === JSON.stringify(selected) ? true : anyOf([not(selected), issued])
  }
}
