import type { Matter } from '../../model/matter.ts'
import { type Component, pathName } from './component.ts'
import { allOf } from './formula.ts'
import { excessOf } from './limit-arithmetic.ts'
import type { MergedFlow } from './merge-flow.ts'
import { longestStatutory } from './statutory-sum.ts'

type Procedures = Pick<Matter, 'supplements' | 'specialProcedures' | 'extensions'>

/** 补正, 特别程序 and 延长 of the components, each at the step that stands for its own in the bundle. */
export function mergeProcedures(components: readonly Component[], flow: MergedFlow): Procedures {
  return {
    supplements: components.flatMap(({ name, matter }) =>
      matter.supplements.map((supplement) => ({
        ...supplement,
        name: pathName(name, supplement.name),
        ...(supplement.step !== undefined && { step: flow.nameOf(name, supplement.step) }),
      })),
    ),
    specialProcedures: components.flatMap(({ name, matter, whenSelected, inBundle }) =>
      matter.specialProcedures.map(({ when, placement, limits, ...procedure }) => {
        const reached = placement === undefined ? true : flow.runs(name, placement.step)
        const holds = allOf([whenSelected(when), reached])
        return {
          ...procedure,
          name: pathName(name, procedure.name),
          limits: limits.map(({ when: own, ...limit }) => {
            const applies = inBundle(own)
            return typeof applies === 'boolean' ? limit : { ...limit, when: applies }
          }),
          ...(placement !== undefined && { placement: { ...placement, step: flow.nameOf(name, placement.step) } }),
          ...(typeof holds !== 'boolean' && { when: holds }),
        }
      }),
    ),
    extensions: components.flatMap(({ name, matter, whenSelected }) =>
      matter.extensions.map(({ when, extendTo, ...extension }) => {
        const holds = whenSelected(when)
        // What a component may take in all is not what the bundle may: it lengthens the sum by as much as the component.
        const longer = extendTo && excessOf(extendTo, longestStatutory(matter, undefined) ?? { unit: 'unlimited' })
        return {
          ...extension,
          name: pathName(name, extension.name),
          ...(longer !== undefined && { extendBy: longer }),
          ...(typeof holds !== 'boolean' && { when: holds }),
        }
      }),
    ),
  }
}
