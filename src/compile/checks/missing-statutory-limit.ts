import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf } from '../lower/read-node.ts'
import { insertAbove } from '../text/edits.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW2004: a matter without 法定时限, which cannot take part in the compression figures. */
export const checkMissingStatutoryLimit: Check = (context) => {
  const { matter, source, block } = context
  // A line whose value could not be read is there all the same, and was reported.
  if (childOf(block, 'statutoryLimit') !== undefined || matter.statutoryLimits.length > 0) return []
  const params = {
    entry: `事项“${matter.name}”`,
    keyword: '法定时限',
    consequence: '没有法定时限的事项不计入压减比例的合计，只在报告里单独列出；法律没有规定的，写“法定时限：无法定时限”',
  }
  const promised = childOf(block, 'promisedLimit')
  const [promise] = matter.promisedLimits
  const fixes =
    promised === undefined || promise?.origin === undefined
      ? []
      : [
          {
            title: '在“承诺时限”前面补上“法定时限：”',
            applicability: 'placeholder' as const,
            edits: [insertAbove(source, promise.origin, `法定时限：${TO_FILL_IN}个工作日`)],
          },
        ]
  return [diagnose('ZW2004', params, placeOf({}, context), { fixes })]
}
