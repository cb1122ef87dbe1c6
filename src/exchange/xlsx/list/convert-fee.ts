import type { CellText } from '../compose/cell-text.ts'
import { FREE_OF_CHARGE } from '../compose/free-of-charge.ts'
import type { Converted, ListRow, MatterBuilder } from './list-row.ts'
import { halfWidth, saysNothing } from './split-text.ts'

const CHARGED = /^(?:1|是|收费|收|收取|按标准收取|按规定收取|需缴费)$/

/** 是，50元／本: that there is a charge, with the charge itself. */
const AMOUNT = /^(?:(?:是|收费|收取?|收费标准)\s*[，,：:；;]?\s*)?((?:每\S{1,4})?\d+(?:\.\d+)?\s*元.*)$/s

/** What charges are called: 考试费, 工本费. */
const NAMED = /(?:费|税|金|款)(?:用)?$/

/** 是否收费, with 收费标准 and 收费依据 where they have columns. */
export function convertFee(cell: CellText, { cells }: ListRow, build: MatterBuilder): Converted {
  const text = halfWidth(cell.text).trim()
  if (/^[-—–／/]+$/.test(text) || /^不涉及|^不适用/.test(text)) return { outcome: 'omitted' }
  const isFree = FREE_OF_CHARGE.test(text)
  const amount = AMOUNT.exec(text)?.[1]
  if (!isFree && !CHARGED.test(text) && amount === undefined) {
    if (NAMED.test(text) && /^[^，,。；;：:=]{2,20}$/.test(text)) {
      build.add('fee', text, cell)
      return { outcome: 'structured' }
    }
    build.note(`是否收费：${cell.text}`, cell)
    return { outcome: 'note', doubt: `“${cell.text}”看不出收费不收费，请写“是”“否”，或者收费项目的名称` }
  }
  const [standard = amount, basis] = [cells.get('feeStandard')?.text, cells.get('feeBasis')?.text]
  const has = (part: string | undefined): part is string => !isFree && part !== undefined && !saysNothing(part)
  build.add('fee', isFree ? '不收费' : '收费（原表没有写收费项目）', cell, {
    ...(has(standard) && { 'fee.standard': standard }),
    ...(has(basis) && { source: basis }),
    ...(amount !== undefined && standard !== amount && { note: cell.text }),
  })
  return { outcome: 'structured' }
}

/** 收费标准, 收费依据: they go with 是否收费, or are kept where that says nothing of them. */
export function convertFeePart(word: string, cell: CellText, { cells }: ListRow, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  const charged = cells.get('charged')?.text
  const written = charged === undefined ? '' : halfWidth(charged).trim()
  if (CHARGED.test(written) || AMOUNT.test(written)) return { outcome: 'structured' }
  build.note(`${word}：${cell.text}`, cell)
  return { outcome: 'note', ...(charged !== undefined && { doubt: `是否收费写的是“${charged}”，却写了${word}` }) }
}
