import { printChineseNumber } from '../base/print-chinese-number.ts'
import type { LegalSource } from './common.ts'

/** Writes a legal source as documents cite it (依据): 《行政许可法》（2019年修正）第三十二条第一款第（二）项、附件3. */
export function printLegalSource({ title, qualifier, articles }: LegalSource): string {
  const remark = qualifier === undefined ? '' : `（${qualifier}）`
  return `《${title}》${remark}${articles.map(printArticle).join('、')}`
}

/** Chinese numerals go up to four places. */
function printOrdinal(number: number): string {
  return number < 10_000 ? printChineseNumber(number) : String(number)
}

function printArticle(part: LegalSource['articles'][number]): string {
  if ('appendix' in part) return `附件${part.appendix}`
  const { article, paragraph, item } = part
  return [
    `第${printOrdinal(article)}条`,
    paragraph === undefined ? '' : `第${printOrdinal(paragraph)}款`,
    item === undefined ? '' : `第（${printOrdinal(item)}）项`,
  ].join('')
}
