import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Measure } from '../../model/measure.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { type Check, type CheckContext, entryOf, placeOf } from './check-context.ts'

/** ZW6104: measures that require each other in a circle, or require what they exclude. */
export const checkMeasureRelations: Check = (context) => {
  const { measures } = context.matter
  const byName = new Map(measures.map((measure) => [measure.name, measure]))
  const inLoops = new Set<string>()
  return measures.flatMap((measure) => {
    const loop = inLoops.has(measure.name) ? undefined : loopFrom(measure, byName)
    if (loop !== undefined) {
      for (const name of loop) inLoops.add(name)
      return report(measure, [...loop, measure.name], 'loop', context)
    }
    const excluded = measure.requires.find(
      (name) => measure.excludes.includes(name) || byName.get(name)?.excludes.includes(measure.name),
    )
    return excluded === undefined ? [] : report(measure, [measure.name, excluded], 'excluded', context)
  })
}

/** The shortest way from a measure by 前提措施 back to itself. */
function loopFrom(measure: Measure, byName: ReadonlyMap<string, Measure>): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[measure.name, [measure.name]]])
  for (const [name, way] of ways) {
    for (const next of byName.get(name)?.requires ?? []) {
      if (next === measure.name) return way
      if (!ways.has(next)) ways.set(next, [...way, next])
    }
  }
  return undefined
}

function report(
  measure: Measure,
  measures: readonly string[],
  because: 'loop' | 'excluded',
  context: CheckContext,
): readonly Diagnostic[] {
  const entry = entryOf(measure, context)
  const line = entry && childOf(entry, 'measure.requires')
  const place = line === undefined ? placeOf(measure, context) : originOf(context.source, line)
  return [diagnose('ZW6104', { measures, because }, place)]
}
