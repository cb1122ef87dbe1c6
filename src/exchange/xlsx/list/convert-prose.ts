import type { CellText } from '../compose/cell-text.ts'
import { type Converted, freeName, type ListRow, type MatterBuilder } from './list-row.ts'
import { readLimit } from './parse-limit-text.ts'
import { saysNothing, splitItems, splitOutside } from './split-text.ts'

/** Longest wording that makes the name of a 条件 by itself. Unit: characters. */
const LONGEST_NAME = 60

/** 受理条件: each item is a condition that a person judges, for it is prose. */
export function convertConditions(cell: CellText, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  const taken = new Set<string>()
  for (const item of splitItems(cell.text, /[；;]/)) {
    const [sentence = item] = splitOutside(item, /[。；;]/)
    const name = (sentence.length <= LONGEST_NAME ? sentence : `${sentence.slice(0, LONGEST_NAME - 1)}…`).replace(
      /[：:，,、]+$/,
      '',
    )
    build.add('requirement', freeName(name, taken), cell, { 'requirement.manualCheck': item })
  }
  return { outcome: taken.size === 0 ? 'omitted' : 'manual' }
}

/** The procedures that laws name, and those of practice. */
const PROCEDURES =
  /(?:听证|招标|拍卖|检验|检测|检疫|鉴定|评审|勘验|踏勘|勘查|核查|技术审查|评估|公示|公告|论证|整改|集体讨论|考试|考核)(?:程序)?$/

/** 特别程序: what stands outside of the limit, where it is named in a word or two. */
export function convertSpecial(cell: CellText, row: ListRow, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  const items = splitItems(cell.text, /[；;、，,]/)
  const readings = items.map((item) => /^([^：:（(]{2,16})\s*(?:[：:（(]\s*(.*?)[）)]?)?$/.exec(item))
  const isListed = readings.every((reading) => reading !== null && PROCEDURES.test(reading[1]?.trim() ?? ''))
  if (!isListed) {
    build.note(`特别程序：${cell.text}`, cell)
    return { outcome: 'note', doubt: '特别程序是一段文字，请看要不要写成“特别程序”' }
  }
  const shared = items.length === 1 ? row.cells.get('specialLimit')?.text : undefined
  const taken = new Set<string>()
  for (const reading of readings) {
    const [, name = '', written = shared] = reading ?? []
    const { text, rest } = written === undefined || written === '' ? {} : readLimit(written, undefined)
    build.add('specialProcedure', freeName(name.trim(), taken), cell, {
      ...(text !== undefined && { 'specialProcedure.limit': text }),
      ...(rest !== undefined && { note: rest }),
    })
  }
  return { outcome: 'structured' }
}

/** 《…》（…）第…条第…款第…项、第…条 */
const CITATION =
  /《[^《》]+》(?:[（(][^（()）]{1,40}[）)])?(?:第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三])?(?:第[（(]?[一二三四五六七八九十\d]+[)）]?[款项])*、?)*/g

/** 设定依据: the laws that it names, and its text where it is more than that. */
export function convertBasis(cell: CellText, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  const text = cell.text.replace(/\s+/g, ' ')
  const citations = [...new Set([...text.matchAll(CITATION)].map(([citation]) => citation.replace(/、$/, '')))]
  if (citations.length > 0) build.set('source', citations.join('\n'), cell)
  const rest = citations
    .reduce((left, citation) => left.replaceAll(citation, ''), text)
    .replace(/[\s、，,；;。\d.]/g, '')
  if (rest !== '') build.note(`依据原文：${cell.text}`, cell)
  return { outcome: citations.length > 0 ? 'structured' : 'note' }
}

/** 是否收费, with 收费标准 and 收费依据 where they have columns. */
export function convertFee(cell: CellText, { cells }: ListRow, build: MatterBuilder): Converted {
  const isFree = /^(?:0|否|不收费|无|免费|不收)$/.test(cell.text)
  if (!isFree && !/^(?:1|是|收费|收)$/.test(cell.text)) {
    build.add('fee', cell.text, cell)
    return { outcome: 'structured' }
  }
  const [standard, basis] = [cells.get('feeStandard')?.text, cells.get('feeBasis')?.text]
  const has = (text: string | undefined): text is string => !isFree && text !== undefined && !saysNothing(text)
  build.add('fee', isFree ? '不收费' : '收费（原表没有写收费项目）', cell, {
    ...(has(standard) && { 'fee.standard': standard }),
    ...(has(basis) && { source: basis }),
  })
  return { outcome: 'structured' }
}

/** 收费标准, 收费依据: they go with 是否收费, or are kept where that says nothing of them. */
export function convertFeePart(word: string, cell: CellText, { cells }: ListRow, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  const charged = cells.get('charged')?.text
  if (charged !== undefined && /^(?:1|是|收费|收)$/.test(charged)) return { outcome: 'structured' }
  build.note(`${word}：${cell.text}`, cell)
  return { outcome: 'note', ...(charged !== undefined && { doubt: `是否收费写的是“${charged}”，却写了${word}` }) }
}

/** 结果名称, with 结果类型. */
export function convertResults(cell: CellText, type: string | undefined, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  const taken = new Set<string>()
  for (const name of splitItems(cell.text, /[；;、，,]/)) {
    build.add('output', freeName(name, taken), cell, type === undefined ? {} : { 'output.type': type })
  }
  return { outcome: 'structured' }
}
