import type { CellText } from '../compose/cell-text.ts'
import { readNumber } from '../file/number-format.ts'
import { convertFee, convertFeePart } from './convert-fee.ts'
import { convertFlow } from './convert-flow.ts'
import { convertLimit, convertLimitNote, convertLimits } from './convert-limits.ts'
import { convertMaterials } from './convert-materials.ts'
import { convertBasis, convertConditions, convertResults, convertSpecial } from './convert-prose.ts'
import type { ListField } from './list-fields.ts'
import type { Converted, ListRow, MatterBuilder } from './list-row.ts'
import { codeDoubt } from './matter-code.ts'
import {
  AUDIENCE_CODES,
  CASE_TYPE_CODES,
  CHANNEL_CODES,
  LEVEL_CODES,
  MATTER_TYPE_CODES,
  RESULT_TYPE_CODES,
  wordFor,
} from './portal-codes.ts'
import { halfWidth, saysNothing, splitOutside } from './split-text.ts'
import { USUAL_AUDIENCES, USUAL_CHANNELS, USUAL_LEVELS, type UsualWords, usualWords } from './usual-words.ts'

/** Turns a cell of a column that is understood into parts of the matter (逐格对应). */
type Convert = (cell: CellText, row: ListRow, build: MatterBuilder) => Converted

const STRUCTURED: Converted = { outcome: 'structured' }

/** Digits that a number of a workbook keeps. */
const MOST_DIGITS = 15

/** One convert for each column. */
export const CONVERTERS: Readonly<Record<ListField, Convert>> = {
  // The row itself is named by it.
  name: () => STRUCTURED,
  taskCode: (cell, _, build) => convertCode('task', cell, build),
  catalogCode: (cell, { cells }, build) => {
    if (!cells.has('taskCode')) return convertCode('catalog', cell, build)
    build.note(`基本编码：${cell.text}`, cell)
    const doubt = codeDoubt('catalog', cell.text)
    return { outcome: 'note', ...(doubt !== undefined && { doubt }) }
  },
  version: attribute('matter.version'),
  type: convertType,
  level: coded('matter.levels', LEVEL_CODES, '行使层级', USUAL_LEVELS),
  authority: attribute('matter.authority'),
  coAuthorities: attribute('matter.coAuthorities'),
  audience: coded('matter.audiences', AUDIENCE_CODES, '服务对象', USUAL_AUDIENCES),
  caseType: coded('matter.caseType', CASE_TYPE_CODES, '办件类型'),
  mainItem: attribute('matter.mainItem'),
  businessItem: attribute('matter.businessItem'),
  effectiveFrom: dated('matter.effectiveFrom'),
  effectiveTo: dated('matter.effectiveTo'),
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
  trips: convertTrips,
  charged: convertFee,
  feeStandard: (cell, row, build) => convertFeePart('收费标准', cell, row, build),
  feeBasis: (cell, row, build) => convertFeePart('收费依据', cell, row, build),
  basis: (cell, _, build) => convertBasis(cell, build),
  channels: coded('channels', CHANNEL_CODES, '办理形式', USUAL_CHANNELS),
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

/** 编码: it stays as it is, but for its width; what cannot be one is told. */
function convertCode(kind: 'task' | 'catalog', cell: CellText, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  const code = halfWidth(cell.text).replace(/\s/g, '')
  build.set('matter.code', code, cell)
  const isCut = cell.kind === 'number' && cell.text.length > MOST_DIGITS
  const doubt = isCut ? '编码存成了数字，第15位以后可能变成了0；请把这一列设为文本，重新填' : codeDoubt(kind, code)
  return { outcome: 'structured', ...(doubt !== undefined && { doubt }) }
}

/** 到现场次数: 1, 1次, 最多1次, 1.0, 零次, 不用到现场. */
function convertTrips(cell: CellText, _: ListRow, build: MatterBuilder): Converted {
  const text = halfWidth(cell.text).replace(/\s/g, '')
  const none = /^(?:零次?|无需?|不用|不需要|无须)(?:到|跑)?(?:现场|窗口|大厅)?$/.test(text)
  const written = /^(?:最多|至多|不超过)?跑?(\d+|[零一两二三四五])(?:\.0+)?次?$/.exec(text)?.[1]
  const count = none
    ? 0
    : written === undefined
      ? undefined
      : /^\d/.test(written)
        ? Number(written)
        : '零一二三四五'.indexOf(written.replace('两', '二'))
  if (count === undefined) return kept('到现场次数', cell, build, `“${cell.text}”不是次数，如“1次”`)
  build.set('matter.trips', `${count}次`, cell)
  return STRUCTURED
}

/** A day; Excel keeps one as the number of days since 1900, which shows where the column has no format for dates. */
function dated(construct: string): Convert {
  return (cell, row, build) => {
    const { text } = /^\d{5}(?:\.\d+)?$/.test(cell.text) ? readNumber(cell.text, { kind: 'date' }, 'from1900') : cell
    const converted = attribute(construct)({ ...cell, text }, row, build)
    return text === cell.text
      ? converted
      : { ...converted, doubt: `“${cell.text}”是Excel存的日期，读成${text}，请看对不对` }
  }
}

/** A cell of codes or words, several of them between marks. */
function coded(
  construct: string,
  codes: Readonly<Record<string, string>>,
  head: string,
  usual: UsualWords = [],
): Convert {
  return (cell, _, build) => {
    if (saysNothing(cell.text)) return { outcome: 'omitted' }
    const whole = usualWords(usual, cell.text)
    const written = whole === undefined ? splitOutside(halfWidth(cell.text), /[,，、;；|^\s/／]/) : [cell.text]
    const words = written.map(
      (word) => usualWords(usual, word) ?? wordFor(codes, word.replace(/[（(]\d{1,2}[）)]$/, '')),
    )
    if (words.includes(undefined)) return kept(head, cell, build, `“${cell.text}”里有不认识的代码`)
    const known = [...new Set(words.flatMap((word) => word ?? []))]
    build.set(construct, known.join('、'), cell)
    const spread = words.find((word) => Array.isArray(word) && word.length > 1)
    return construct === 'matter.audiences' && spread !== undefined
      ? { outcome: 'structured', doubt: `“法人”写成了${spread.toString().replaceAll(',', '、')}，请看对不对` }
      : STRUCTURED
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
  const code = /^0*(\d{1,2})$/.exec(halfWidth(cell.text))?.[1]
  if (code === '20' && codes === undefined) {
    const doubt =
      '代码20在国家标准里是公共服务，在广东等地的数据里是其他行政权力，表里看不出是哪一种；请用 --codes 国标 或者 --codes 广东 指明'
    return kept('事项类型', cell, build, doubt)
  }
  const types = MATTER_TYPE_CODES[codes ?? 'national']
  const written = wordFor(types, halfWidth(cell.text).replace(/类$/, ''))
  // 许可 is short for 行政许可.
  const word = Object.values(types).find((one) => one === `行政${written}`) ?? written
  if (word === undefined) return kept('事项类型', cell, build, `不认识事项类型的代码“${cell.text}”`)
  build.set('matter.type', word, cell)
  return STRUCTURED
}
