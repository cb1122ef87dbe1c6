import type { Matter } from '../../model/matter.ts'

/**
 * The matter without the measures that have nothing left to change (过时的措施): a step or material that they name is
 * gone, or a measure that they require. Those that were taken stay, for the record.
 */
export function withoutObsoleteMeasures(matter: Matter): Matter {
  const steps = new Set(matter.flow.flatMap((item) => (item.kind === 'step' ? [item.name] : [])))
  const materials = new Set(matter.materials.map(({ name }) => name))
  let measures = matter.measures.filter(
    (one) =>
      one.taken === true ||
      (one.steps.every((name) => steps.has(name)) && one.materials.every((name) => materials.has(name))),
  )
  for (;;) {
    const names = new Set(measures.map(({ name }) => name))
    const left = measures.filter(({ taken, requires }) => taken === true || requires.every((name) => names.has(name)))
    if (left.length === measures.length) {
      return {
        ...matter,
        measures: measures.map((one) => ({ ...one, excludes: one.excludes.filter((name) => names.has(name)) })),
      }
    }
    measures = left
  }
}
