import { printChineseNumber } from '../../base/print-chinese-number.ts'
import { compare } from '../../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, printDuration } from '../../calendar/duration.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { ceilingFor, type StatutoryCeiling } from '../../graph/statutory-ceilings.ts'
import { type Check, placeOf } from './check-context.ts'
import { printConverted } from './measures.ts'

/** ZW6015: a 法定时限 above what the general statute allows the type of matter, with no other law named as its source. */
export const checkStatutoryCeiling: Check = (context) => {
  const { matter, measuring } = context
  const ceiling = ceilingFor(matter)
  const allowed = ceiling && convertToWorkdays(ceiling.limit, DEFAULT_CONVERSION)
  if (ceiling === undefined || allowed === undefined) return []
  return measuring.statutory().flatMap(({ rule, workdays }) => {
    if (workdays === undefined || compare(workdays, allowed) <= 0) return []
    if (rule.sources.some(({ title }) => !ceiling.source.title.endsWith(title))) return []
    const params = {
      statutory: printConverted(rule.limit),
      ceiling: printDuration(ceiling.limit),
      source: citationOf(ceiling),
    }
    return diagnose('ZW6015', params, placeOf(rule, context))
  })
}

/** 《中华人民共和国行政许可法》第四十二条第一款 */
function citationOf({ source }: StatutoryCeiling): string {
  const articles = source.articles.map((one) =>
    'article' in one ? numbered(one.article, '条') + numbered(one.paragraph, '款') : '',
  )
  return `《${source.title}》${articles.join('、')}`
}

function numbered(value: number | undefined, word: string): string {
  return value === undefined ? '' : `第${printChineseNumber(value)}${word}`
}
