import { produce } from 'immer'
import type { Conversion } from '../../calendar/duration.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import { MEASURE_EFFECTS } from './measure-effects.ts'

/** The matter after one measure; undefined where the flow cannot be written so. */
export function takeMeasure(matter: Matter, one: Measure, conversion: Conversion): Matter | undefined {
  let done = true
  const after = produce(matter, (draft) => {
    done = MEASURE_EFFECTS[one.kind].apply(draft, one, conversion)
  })
  return done ? after : undefined
}

/** The matter after some measures, each applied in the order of the list; one that finds nothing left to do changes nothing. */
export function takeMeasures(matter: Matter, measures: readonly Measure[], conversion: Conversion): Matter {
  return measures.reduce((before, one) => takeMeasure(before, one, conversion) ?? before, matter)
}

/** The matter after some measures; undefined where the flow cannot be written with all of them. */
export function takeEach(matter: Matter, measures: readonly Measure[], conversion: Conversion): Matter | undefined {
  return measures.reduce<Matter | undefined>((before, one) => before && takeMeasure(before, one, conversion), matter)
}

/** Looks for two measures of a list with which no flow can be written; remembers each pair that it tried. */
export function createClashFinder(matter: Matter, conversion: Conversion) {
  const clashing = new Map<string, boolean>()
  const clash = (one: Measure, other: Measure) => {
    const key = JSON.stringify([one.name, other.name])
    const found = clashing.get(key) ?? takeEach(matter, [one, other], conversion) === undefined
    clashing.set(key, found)
    return found
  }
  return (measures: readonly Measure[]): readonly [Measure, Measure] | undefined => {
    // Measures that keep the order of the flow can always be written.
    const ordering = measures.filter(({ kind }) => MEASURE_EFFECTS[kind].order !== 'kept')
    for (const [at, other] of ordering.entries()) {
      const one = ordering.slice(0, at).find((before) => clash(before, other))
      if (one !== undefined) return [one, other]
    }
    return undefined
  }
}
