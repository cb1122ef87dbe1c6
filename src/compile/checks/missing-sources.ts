import type { Origin } from '../../base/source-file.ts'
import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { insertBelow, insertUnder } from '../text/edits.ts'
import { type Check, type CheckContext, placeOf } from './check-context.ts'

/**
 * ZW7002: what the law wants a source for, without one.
 *
 * Every fee needs one, and so does every power over citizens with the materials it asks for (Legal source:
 * 行政许可法第十四条至第十六条、第五十八条); a service (公共服务) does not. The source of the 事项 covers its
 * materials, unless at least half of them name their own: the others then look forgotten.
 */
export const checkMissingSources: Check = (context) => {
  const { matter } = context
  const fees = matter.fees.filter(({ charged, sources }) => charged && sources.length === 0)
  const found = fees.map((fee) => report('收费', fee.text, placeOf(fee, context), context))
  if (matter.type === undefined || matter.type === 'publicService') return found
  const handedIn = matter.materials.filter(
    ({ necessity, source }) => necessity !== 'waived' && source !== 'dataSharing',
  )
  const bare = handedIn.filter(({ sources }) => sources.length === 0)
  const named = handedIn.length - bare.length
  if (matter.sources.length === 0 && named === 0) found.push(reportMatter(context))
  else if (matter.sources.length === 0 || named >= bare.length) {
    found.push(...bare.map((material) => report('材料', material.name, placeOf(material, context), context)))
  }
  return found
}

function report(kind: string, name: string, origin: Origin, { source }: CheckContext): Diagnostic {
  return diagnose('ZW7002', { kind, name }, origin, {
    fixes: [
      {
        title: '补上“依据：”',
        applicability: 'placeholder',
        edits: [insertUnder(source, origin, `依据：《${TO_FILL_IN}》`)],
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
        edits: [insertBelow(context.source, origin, `依据：《${TO_FILL_IN}》`)],
      },
    ],
  })
}
