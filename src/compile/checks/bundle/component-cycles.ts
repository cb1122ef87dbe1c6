import { diagnose } from '../../../diagnostics/diagnose.ts'
import { orderByNeed } from '../../corpus/compile-order.ts'
import { originOf } from '../../lower/read-node.ts'
import type { BundleCheck } from './bundle-context.ts'
import { feedingNeeds, orderedNeeds } from './component-order.ts'

/** ZW4004: components that wait for each other in a circle, by 前序 or by the results that they use. */
export const checkComponentCycles: BundleCheck = ({ bundle, components, source, block }) => {
  const needs = [...orderedNeeds(bundle), ...feedingNeeds(bundle, components)]
  const names = bundle.components.map(({ name }) => name)
  const { loops } = orderByNeed(names, (name) => [
    ...new Set(needs.filter(({ component }) => component === name).map((need) => need.needs)),
  ])
  return loops.map((loop) => {
    const [first = ''] = loop
    const places = loop.flatMap((component, index) => {
      const next = loop[index + 1] ?? first
      return needs.find((need) => need.component === component && need.needs === next) ?? []
    })
    const [start, ...others] = places.map(({ component, needs: before, output, origin }) => ({
      origin: origin ?? originOf(source, block),
      text: output === undefined ? `“${component}”排在“${before}”之后` : `“${component}”要用“${before}”的“${output}”`,
    }))
    const label = start === undefined ? {} : { label: start.text }
    return diagnose('ZW4004', { chain: [...loop, first] }, start?.origin ?? originOf(source, block), {
      ...label,
      related: others,
    })
  })
}
