import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { Material } from '../../model/application.ts'
import { foldKey } from '../../syntax/fold.ts'
import { childOf, valueOriginOf } from '../lower/read-node.ts'
import { insertUnder, replaceAt } from '../text/edits.ts'
import { type Check, type CheckContext, entryOf, placeOf } from './check-context.ts'

/** How guides print a material in one breath: 身份证复印件1份, 合同（原件一式两份）, 照片2张. */
const COUNTED =
  /^(.+?)\s*[（(]?\s*(原件|复印件|电子件)?(?:各|一式)?([0-9０-９]+|[一二两三四五六七八九十]+)(份|张|本|套)[）)]?$/

/** ZW7009: a 材料 whose name goes on with its form and number, so that neither can be told from it. */
export const checkCountedNames: Check = (context) =>
  context.matter.materials.flatMap((material) => {
    const [whole, name = '', form, number = '', unit = ''] = COUNTED.exec(material.name) ?? []
    if (whole === undefined || name === '') return []
    const lines = [...(form === undefined ? [] : [`形式：${form}`]), `份数：${number}${unit}`]
    const params = { name: material.name, lines }
    return diagnose('ZW7009', params, placeOf(material, context), { fixes: takeApart(material, name, lines, context) })
  })

/** Writes the name without the rest, which goes below it; not where another line mentions the name, or has it. */
function takeApart(material: Material, name: string, lines: readonly string[], context: CheckContext): readonly Fix[] {
  const { source, names, used } = context
  const entry = entryOf(material, context)
  const declared = names.materials.byKey.get(foldKey(material.name))
  const isFixed = declared !== undefined && used.has(declared)
  if (entry === undefined || isFixed || names.materials.byKey.has(foldKey(name))) return []
  // A row of a table has cells for them.
  if (entry.keyword.end === entry.keyword.start) return []
  const stated = new Set([
    ...(childOf(entry, 'material.forms') === undefined ? [] : ['形式']),
    ...(childOf(entry, 'material.copies') === undefined ? [] : ['份数']),
  ])
  const missing = lines.filter((line) => !stated.has(line.slice(0, 2)))
  const below = missing.length === 0 ? [] : [insertUnder(source, placeOf(material, context), ...missing)]
  const title = `名称改为“${name}”，另写${lines.map((line) => `“${line}”`).join('、')}`
  return [{ title, applicability: 'ask', edits: [replaceAt(valueOriginOf(source, entry), name), ...below] }]
}
