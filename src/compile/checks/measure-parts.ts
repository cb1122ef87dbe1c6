import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Measure } from '../../model/measure.ts'
import { MEASURE_NEEDS } from '../../model/measure-needs.ts'
import { MEASURE_KINDS } from '../../model/terms.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { deleteLines } from '../text/edits.ts'
import { type Check, type CheckContext, entryOf, placeOf } from './check-context.ts'

/** ZW6101, ZW6102: an 优化措施 that lacks what its 类型 needs, or has what it does not use. */
export const checkMeasureParts: Check = (context) =>
  context.matter.measures.flatMap((measure) => [...missing(measure, context), ...needless(measure, context)])

function missing(measure: Measure, context: CheckContext): readonly Diagnostic[] {
  const { name, kind, steps, materials, limit, deferral, taken } = measure
  if (taken === true) return []
  const needs = MEASURE_NEEDS[kind]
  const report = (keyword: string, need: string) => [
    diagnose('ZW6101', { measure: name, kind: MEASURE_KINDS[kind], keyword, need }, placeOf(measure, context)),
  ]
  if (steps.length < needs.steps) return report('环节', needs.steps === 1 ? '要写哪个“环节：”' : '“环节：”至少要写两个')
  if (needs.materials && materials.length === 0) return report('材料', '要写哪份“材料：”')
  if (needs.limit === 'required' && limit === undefined) return report('时限', '要写采取以后的“时限：”')
  if (limit !== undefined && needs.limit === 'optional' && steps.length === 0)
    return report('环节', '写了“时限：”，要写是哪个“环节：”的')
  if (!needs.deferral || deferral !== undefined) return []
  const known = context.matter.materials.filter((material) => materials.includes(material.name))
  return known.every((material) => material.deferral !== undefined)
    ? []
    : report('容缺期限', '要写多久补齐，即“容缺期限：”')
}

function needless(measure: Measure, context: CheckContext): readonly Diagnostic[] {
  const needs = MEASURE_NEEDS[measure.kind]
  const entry = entryOf(measure, context)
  if (entry === undefined) return []
  const unused = [
    { construct: 'measure.materials', keyword: '材料', used: needs.materials },
    { construct: 'measure.limit', keyword: '时限', used: needs.limit !== 'none' },
    { construct: 'measure.deferral', keyword: '容缺期限', used: needs.deferral },
  ]
  return unused.flatMap(({ construct, keyword, used }) => {
    const line = used ? undefined : childOf(entry, construct)
    if (line === undefined) return []
    const params = { measure: measure.name, kind: MEASURE_KINDS[measure.kind], keyword }
    const fix = {
      title: `删去“${keyword}：”`,
      applicability: 'ask' as const,
      edits: [deleteLines(context.source, line)],
    }
    return diagnose('ZW6102', params, originOf(context.source, line), { fixes: [fix] })
  })
}
