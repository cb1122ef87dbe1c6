import type { CellText } from '../compose/cell-text.ts'
import { convertFlow } from './convert-flow.ts'
import { convertLimit, convertLimitNote, convertLimits } from './convert-limits.ts'
import { convertMaterials } from './convert-materials.ts'
import {
  convertBasis,
  convertConditions,
  convertFee,
  convertFeePart,
  convertResults,
  convertSpecial,
} from './convert-prose.ts'
import type { ListField } from './list-fields.ts'
import type { Converted, ListRow, MatterBuilder } from './list-row.ts'
import {
  AUDIENCE_CODES,
  CASE_TYPE_CODES,
  CHANNEL_CODES,
  LEVEL_CODES,
  MATTER_TYPE_CODES,
  RESULT_TYPE_CODES,
  wordFor,
} from './portal-codes.ts'
import { saysNothing } from './split-text.ts'

/** Turns a cell of a column that is understood into parts of the matter (逐格对应). */
type Convert = (cell: CellText, row: ListRow, build: MatterBuilder) => Converted

const STRUCTURED: Converted = { outcome: 'structured' }

/** Digits that a number of a workbook keeps. */
const MOST_DIGITS = 15

/** One convert for each column. */
export const CONVERTERS: Readonly<Record<ListField, Convert>> = {
  // The row itself is named by it.
  name: () => STRUCTURED,
  taskCode: (cell, row, build) => {
    const converted = attribute('matter.code')(cell, row, build)
    const isCut = cell.kind === 'number' && cell.text.length > MOST_DIGITS
    return isCut
      ? { ...converted, doubt: '编码存成了数字，第15位以后可能变成了0；请把这一列设为文本，重新填' }
      : converted
  },
  catalogCode: (cell, { cells }, build) => {
    if (!cells.has('taskCode')) return attribute('matter.code')(cell, { cells, at: cell, codes: undefined }, build)
    build.note(`基本编码：${cell.text}`, cell)
    return { outcome: 'note' }
  },
  version: attribute('matter.version'),
  type: convertType,
  level: coded('matter.levels', LEVEL_CODES, '行使层级'),
  authority: attribute('matter.authority'),
  coAuthorities: attribute('matter.coAuthorities'),
  audience: coded('matter.audiences', AUDIENCE_CODES, '服务对象'),
  caseType: coded('matter.caseType', CASE_TYPE_CODES, '办件类型'),
  mainItem: attribute('matter.mainItem'),
  businessItem: attribute('matter.businessItem'),
  effectiveFrom: attribute('matter.effectiveFrom'),
  effectiveTo: attribute('matter.effectiveTo'),
  limits: convertLimits,
  statutory: (cell, row, build) => convertLimit('statutory', cell, row, build),
  statutoryUnit: unitOf('statutory', '法定办结时限单位'),
  statutoryNote: (cell, row, build) => convertLimitNote('statutory', cell, row, build),
  promised: (cell, row, build) => convertLimit('promised', cell, row, build),
  promisedUnit: unitOf('promised', '承诺办结时限单位'),
  promisedNote: (cell, row, build) => convertLimitNote('promised', cell, row, build),
  conditions: (cell, _, build) => convertConditions(cell, build),
  flow: (cell, _, build) => convertFlow(cell, build),
  materials: (cell, _, build) => convertMaterials(cell, build),
  special: convertSpecial,
  specialLimit: (cell, { cells }, build) => {
    if (saysNothing(cell.text) || /^0+$/.test(cell.text)) return { outcome: 'omitted' }
    if (!cells.has('special') || cells.get('special')?.text.includes('、'))
      build.note(`特别程序时限：${cell.text}`, cell)
    return { outcome: 'note' }
  },
  trips: (cell, _, build) => {
    const count = /^(\d+)\s*次?$/.exec(cell.text)?.[1]
    if (count === undefined) return kept('到现场次数', cell, build, `“${cell.text}”不是次数`)
    build.set('matter.trips', `${count}次`, cell)
    return STRUCTURED
  },
  charged: convertFee,
  feeStandard: (cell, row, build) => convertFeePart('收费标准', cell, row, build),
  feeBasis: (cell, row, build) => convertFeePart('收费依据', cell, row, build),
  basis: (cell, _, build) => convertBasis(cell, build),
  channels: coded('channels', CHANNEL_CODES, '办理形式'),
  result: (cell, { cells }, build) => {
    const type = cells.get('resultType')?.text
    return convertResults(cell, type === undefined ? undefined : wordFor(RESULT_TYPE_CODES, type), build)
  },
  resultType: (cell, { cells }, build) => (cells.has('result') ? STRUCTURED : kept('结果类型', cell, build)),
  location: attribute('matter.location'),
  hours: attribute('matter.openingHours'),
  enquiry: attribute('matter.enquiryPhone'),
  complaint: attribute('matter.complaintPhone'),
}

/** A cell that goes into an attribute as it is; the compiler tells where it does not fit. */
function attribute(construct: string): Convert {
  return (cell, _, build) => {
    if (saysNothing(cell.text)) return { outcome: 'omitted' }
    build.set(construct, cell.text, cell)
    return STRUCTURED
  }
}

/** A cell of codes or words, several of them between marks. */
function coded(construct: string, codes: Readonly<Record<string, string>>, head: string): Convert {
  return (cell, _, build) => {
    if (saysNothing(cell.text)) return { outcome: 'omitted' }
    const written = cell.text.split(/[,，、;；|^\s]+/).filter((word) => word !== '')
    const words = written.map((word) => wordFor(codes, word))
    const known = words.filter((word) => word !== undefined)
    if (known.length < words.length) {
      return kept(head, cell, build, `“${cell.text}”里有不认识的代码`)
    }
    build.set(construct, known.join('、'), cell)
    return STRUCTURED
  }
}

/** A cell that becomes a 说明 of the matter. */
function kept(head: string, cell: CellText, build: MatterBuilder, doubt?: string): Converted {
  build.note(`${head}：${cell.text}`, cell)
  return { outcome: 'note', ...(doubt !== undefined && { doubt }) }
}

/** 单位 of a limit: read with the number, and kept where there is none. */
function unitOf(kind: 'statutory' | 'promised', head: string): Convert {
  return (cell, { cells }, build) => {
    if (cells.has(kind) || saysNothing(cell.text)) return { outcome: cells.has(kind) ? 'structured' : 'omitted' }
    return /^即办/.test(cell.text)
      ? convertUnitAlone(kind, cell, build)
      : kept(head, cell, build, '没有写时限，只写了单位')
  }
}

/** Portals write 即办 where the unit stands, and no number. */
function convertUnitAlone(kind: 'statutory' | 'promised', cell: CellText, build: MatterBuilder): Converted {
  build.add(kind === 'statutory' ? 'statutoryLimit' : 'promisedLimit', '即办', cell)
  return STRUCTURED
}

/** 事项类型: the code 20 is 公共服务 in the standard, and 其他行政权力 in the data of Guangdong and others. */
function convertType(cell: CellText, { codes }: ListRow, build: MatterBuilder): Converted {
  const code = /^0*(\d{1,2})$/.exec(cell.text)?.[1]
  if (code === '20' && codes === undefined) {
    const doubt =
      '代码20在国家标准里是公共服务，在广东等地的数据里是其他行政权力，表里看不出是哪一种；请用 --codes 国标 或者 --codes 广东 指明'
    return kept('事项类型', cell, build, doubt)
  }
  const word = wordFor(MATTER_TYPE_CODES[codes ?? 'national'], cell.text)
  if (word === undefined) return kept('事项类型', cell, build, `不认识事项类型的代码“${cell.text}”`)
  build.set('matter.type', word, cell)
  return STRUCTURED
}
