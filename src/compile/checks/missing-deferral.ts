import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf } from '../lower/read-node.ts'
import { insertUnder } from '../text/edits.ts'
import { type Check, entryOf, placeOf } from './check-context.ts'

/** ZW2004: a material that may come later (容缺后补), with nothing said about how much later. */
export const checkMissingDeferral: Check = (context) =>
  context.matter.materials.flatMap((material) => {
    const entry = entryOf(material, context)
    if (material.necessity !== 'deferrable' || entry === undefined) return []
    if (childOf(entry, 'material.deferral') !== undefined) return []
    const origin = placeOf(material, context)
    const params = {
      entry: `容缺后补的材料“${material.name}”`,
      keyword: '容缺期限',
      consequence: '没有容缺期限，就无法提醒申请人什么时候补齐',
    }
    const fix = {
      title: '补上“容缺期限：”',
      applicability: 'placeholder' as const,
      edits: [insertUnder(context.source, origin, `容缺期限：${TO_FILL_IN}个工作日`)],
    }
    return diagnose('ZW2004', params, origin, { fixes: [fix] })
  })
