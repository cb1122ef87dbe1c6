import type { CellText } from '../compose/cell-text.ts'
import { type Converted, freeName, type ListRow, type MatterBuilder } from './list-row.ts'
import { readLimit } from './parse-limit-text.ts'
import { refersElsewhere, saysNothing, splitItems, splitOutside } from './split-text.ts'

/** Longest wording that makes the name of a 条件 by itself. Unit: characters. */
const LONGEST_NAME = 60

/** 受理条件: each item is a condition that a person judges, for it is prose. */
export function convertConditions(cell: CellText, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  if (refersElsewhere(cell.text)) return noteElsewhere('受理条件', cell, build)
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

/** A cell that says where to look is no part of the matter, and no more than a 说明. */
function noteElsewhere(head: string, cell: CellText, build: MatterBuilder): Converted {
  build.note(`${head}：${cell.text}`, cell)
  return { outcome: 'note', doubt: `只写了“${cell.text}”，请照那里写的补上` }
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
  if (refersElsewhere(text)) return noteElsewhere('设定依据', cell, build)
  const rest = citations
    .reduce((left, citation) => left.replaceAll(citation, ''), text)
    .replace(/[\s、，,；;。\d.]/g, '')
  if (rest !== '') build.note(`依据原文：${cell.text}`, cell)
  return { outcome: citations.length > 0 ? 'structured' : 'note' }
}

/** 结果名称, with 结果类型. */
export function convertResults(cell: CellText, type: string | undefined, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  if (refersElsewhere(cell.text)) return noteElsewhere('结果名称', cell, build)
  const taken = new Set<string>()
  for (const name of splitItems(cell.text, /[；;、，,]/)) {
    build.add('output', freeName(name, taken), cell, type === undefined ? {} : { 'output.type': type })
  }
  return { outcome: 'structured' }
}
