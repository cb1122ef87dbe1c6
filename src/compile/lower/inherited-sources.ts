import type { SourceFile } from '../../base/source-file.ts'
import type { LegalSource } from '../../model/common.ts'
import { scanNumber } from '../../syntax/values/number.ts'
import { headingsAbove } from '../text/headings.ts'
import { type Draft, setIfGiven } from './draft.ts'

/** 第三十五条第一款第（二）项, at the beginning of a heading; what follows is its caption. */
const ARTICLE =
  /^第\s*([^\s第条]+?)\s*条(?:\s*第\s*([^\s第款]+?)\s*款)?(?:\s*第?\s*[（(]?([^\s第项（）()]+?)[）)]?\s*项)?/

/** 第四章, 第二节: parts of a law that are no law themselves. */
const PART = /^第\s*[^\s]+?\s*[编篇章节款项]/

/** Words that end the title of a law or document. */
const LAW = /(?:法|条例|规定|办法|细则|决定|通知|意见|规则|规程|规范|标准|章程|公告|批复|解释|方案)$/

/** 《中华人民共和国食品安全法》（2021年修正）, with or without 《》. */
const TITLE = /^(?:《(.+)》|([^《》（）()]+))(?:[（(](.+)[）)])?$/

/**
 * The legal source of a line in a Markdown file that has none of its own (依据的继承): the nearest article heading, of the
 * law that a heading above it names. Undefined where there is no such heading.
 */
export function inheritedSources(source: SourceFile, offset: number): LegalSource[] | undefined {
  const headings = headingsAbove(source, offset)
  const article = headings.findLast(({ text }) => ARTICLE.test(text))
  const law = headings.findLast(({ text, level }) => article !== undefined && level < article.level && isLaw(text))
  if (article === undefined || law === undefined) return undefined
  const [, quoted, bare, qualifier] = TITLE.exec(law.text) ?? []
  const [, number, paragraph, item] = ARTICLE.exec(article.text) ?? []
  const read = readWhole(number)
  if (read === undefined || read === 0) return undefined
  const cited: Draft<Extract<LegalSource['articles'][number], { readonly article: number }>> = { article: read }
  setIfGiven(cited, 'paragraph', readWhole(paragraph))
  setIfGiven(cited, 'item', readWhole(item))
  const inherited: Draft<LegalSource> = {
    title: quoted ?? bare ?? '',
    articles: [cited],
    origin: { file: source.uri, span: article.span },
  }
  setIfGiven(inherited, 'qualifier', qualifier)
  return [inherited]
}

function isLaw(text: string): boolean {
  const [, quoted, bare] = TITLE.exec(text) ?? []
  return !PART.test(text) && !ARTICLE.test(text) && (quoted !== undefined || (bare !== undefined && LAW.test(bare)))
}

function readWhole(numeral: string | undefined): number | undefined {
  if (numeral === undefined) return undefined
  const number = scanNumber(numeral, 0, numeral.length)
  if (number === undefined || number.end !== numeral.length || !/^\d{1,6}$/.test(number.amount)) return undefined
  return Number(number.amount)
}
