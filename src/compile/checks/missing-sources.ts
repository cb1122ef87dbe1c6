import type { Origin } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { insertBelow, insertUnder } from '../text/edits.ts'
import { type Check, type CheckContext, placeOf } from './check-context.ts'

/**
 * ZW7002: what the law wants a source for, without one.
 *
 * A power over citizens needs its law, and so does every fee (Legal source: 行政许可法第十一条至第十七条、第五十八条).
 * The source of the 事项 covers its materials and limits; only where the 事项 has none, each material that the
 * applicant must hand in has to name its own. A service (公共服务) needs none.
 */
export const checkMissingSources: Check = (context) => {
  const { matter } = context
  const fees = matter.fees.flatMap((fee) =>
    fee.charged && fee.sources.length === 0 ? report('收费', fee.text, placeOf(fee, context), context) : [],
  )
  if (matter.type === undefined || matter.type === 'publicService' || matter.sources.length > 0) return fees
  const materials = matter.materials.filter(
    ({ necessity, source }) => necessity !== 'waived' && source !== 'dataSharing',
  )
  const sourced = materials.filter(({ sources }) => sources.length > 0)
  if (sourced.length === 0) return [reportMatter(context), ...fees]
  const bare = materials.filter(({ sources }) => sources.length === 0)
  return [...bare.map((material) => report('材料', material.name, placeOf(material, context), context)), ...fees]
}

function report(kind: string, name: string, origin: Origin, { source }: CheckContext): Diagnostic {
  return diagnose('ZW7002', { kind, name }, origin, {
    fixes: [
      {
        title: '补上“依据：”',
        applicability: 'placeholder',
        edits: [insertUnder(source, origin, '依据：《（请填写）》')],
      },
    ],
  })
}

function reportMatter(context: CheckContext): Diagnostic {
  const origin = placeOf({}, context)
  return diagnose('ZW7002', { kind: '事项', name: context.matter.name }, origin, {
    fixes: [
      {
        title: '补上“依据：”',
        applicability: 'placeholder',
        edits: [insertBelow(context.source, origin, '依据：《（请填写）》')],
      },
    ],
  })
}
