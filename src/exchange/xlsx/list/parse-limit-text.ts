import { printChineseNumber } from '../../../base/print-chinese-number.ts'
import { compare, parseRational, printRational, rational, ZERO } from '../../../base/rational.ts'
import { printDuration } from '../../../calendar/duration.ts'
import { halfWidth } from './split-text.ts'

/** What a limit of a table says (时限的写法). */
export interface LimitReading {
  /** As the language writes it; absent where nothing could be made of it. */
  readonly text?: string
  /** What was written behind it: 不含专家评审时间. */
  readonly rest?: string
  /** Why a person should look at it. */
  readonly doubt?: string
}

/** Words that tables and portals use for units, as the language writes them. `日` stands for what the law meant by it. */
const UNITS: Readonly<Record<string, string>> = {
  W: '个工作日',
  N: '个自然日',
  H: '小时',
  工作日: '个工作日',
  个工作日: '个工作日',
  自然日: '个自然日',
  个自然日: '个自然日',
  日历日: '个自然日',
  小时: '小时',
  个小时: '小时',
  分钟: '分钟',
  月: '个月',
  个月: '个月',
  年: '年',
  天: '日',
  日: '日',
}

/** From so many on a number stands for 无期限. */
const ENDLESS = rational(9999)

/** How portals write that there is no limit. */
const NO_LIMIT = '-1'

const UNLIMITED = printDuration({ unit: 'unlimited' })
const INSTANT = printDuration({ unit: 'instant' })

/** Reads a limit with what its own column says of the unit. */
export function readLimit(written: string, unit: string | undefined): LimitReading {
  const text = withDigits(halfWidth(written).replace(/\s/g, ''))
  if (/^(?:即办|即时办结|当场(?:办结|办理)?|当日办结|马上办)$/.test(text)) return { text: INSTANT }
  if (/^(?:无|无期限|无时限|无法定时限|无法定期限|没有)$/.test(text)) return { text: UNLIMITED }
  const number = /^-?\d+(?:\.\d+)?$/.test(text) ? parseRational(text) : undefined
  if (number === undefined) return readWords(text, written)
  const amount = printRational(number)
  if (amount === NO_LIMIT) return { text: UNLIMITED }
  if (compare(number, ZERO) < 0) return { rest: written, doubt: `“${written}”不是时限` }
  if (compare(number, ENDLESS) >= 0) return { text: UNLIMITED, doubt: `“${written}”当作无期限` }
  const word = unit?.replace(/[\s（）()]/g, '') ?? ''
  if (/^即办/.test(word)) return { text: INSTANT }
  if (amount === '0') return { text: INSTANT, doubt: '“0”当作即办；没有填写的请删去这一条' }
  const known = UNITS[word.toUpperCase()]
  if (known === '日') return { text: `${amount}日`, doubt: `单位写的是“${word}”，没有说明是工作日还是自然日` }
  if (known !== undefined) return { text: `${amount}${known}` }
  if (word !== '') return { rest: `${written}（单位：${unit}）`, doubt: `不认识时限单位“${word}”` }
  return { text: `${amount}日`, doubt: '没有写时限单位，不知道是工作日还是自然日' }
}

/** Longest limit that is read in Chinese numbers. Unit: whatever stands behind it. */
const LARGEST_WORD = 400

const WORD_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['两', 2],
  ...Array.from({ length: LARGEST_WORD }, (_, index) => [printChineseNumber(index + 1), index + 1] as const),
])

/** 二十个工作日 as 20个工作日, 20（工作日） as 20工作日. */
function withDigits(text: string): string {
  return text
    .replace(/^[一二两三四五六七八九十百零]+(?=个|工作|自然|日|天|月|年|小时|分钟)/, (word) =>
      String(WORD_NUMBERS.get(word) ?? word),
    )
    .replace(/^(\d+(?:\.\d+)?)[（(]((?:个?(?:工作|自然|日历)?日|天|小时))[）)]/, '$1$2')
}

/** 20个工作日（不含专家评审时间） */
function readWords(text: string, written: string): LimitReading {
  const match =
    /^(?:自受理之日起|受理后|在)?(半|\d+(?:\.\d+)?)(个?工作日|个?自然日|日历日|个?小时|分钟|个?月|年|天|日)(?:内|以内|之内)?(?:办结)?(.*)$/.exec(
      text,
    )
  if (match === null) return { rest: written.trim(), doubt: '没有读懂这个时限' }
  const [, amount = '', unit = '', behind = ''] = match
  const known = UNITS[unit] ?? unit
  const rest = behind.replace(/^[，,；;：:。]+/, '')
  return {
    text: `${amount === '半' ? '0.5' : plain(amount)}${known}`,
    ...(rest !== '' && { rest }),
    ...(known === '日' && { doubt: `写的是“${unit}”，没有说明是工作日还是自然日` }),
  }
}

/** 承诺时限：1天；法定时限：20天 */
export function splitLimits(text: string): { readonly statutory?: string; readonly promised?: string } {
  const statutory = /法定(?:办结)?(?:时限|期限)\s*[：:为]\s*([^；;，,\n]+)/.exec(text)?.[1]
  const promised = /承诺(?:办结)?(?:时限|期限)\s*[：:为]\s*([^；;，,\n]+)/.exec(text)?.[1]
  return { ...(statutory !== undefined && { statutory }), ...(promised !== undefined && { promised }) }
}

/** Without needless zeros: 20.0 is 20. */
function plain(written: string): string {
  const number = parseRational(written)
  return number === undefined ? written : printRational(number)
}
