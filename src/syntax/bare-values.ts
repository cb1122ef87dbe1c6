import { BLANK, foldCode, kindOf, LINE_END } from './fold.ts'
import type { Row } from './keyword-table.ts'
import { frameAt, type OpenNodes } from './open-nodes.ts'
import { scanNumber } from './values/number.ts'
import { wordAt } from './values/slice.ts'

/** The value of an attribute that stands without its keyword (漏写关键字的值). */
export interface BareValue {
  readonly keyword: string
  readonly text: string
}

/** What documents are counted in. */
const COUNTED_IN = '份套张本册件'

/** Words before a number of copies. */
const EACH = ['一式', '各']

/** Shortest word that is taken for a value. Unit: characters. */
const SHORTEST_WORD = 2

/** Marks and words between values. */
const BETWEEN = new Set([...'、,;/。和及'].map((mark) => mark.charCodeAt(0)))

/**
 * Takes a line apart into values of the attributes that the open entry still lacks: 原件1份 below 材料 is 形式：原件 and
 * 份数：1份. Undefined where a part of it is something else.
 */
export function readBareValues(
  open: OpenNodes,
  text: string,
  start: number,
  end: number,
): readonly BareValue[] | undefined {
  const lacking = attributesLacking(open)
  const values = new Map<Row, string>()
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at)
    if (kindOf(code) === BLANK || kindOf(code) === LINE_END || BETWEEN.has(foldCode(code))) {
      at++
      continue
    }
    const found = lacking.flatMap((row) => valueAt(row, text, at, end) ?? []).sort((a, b) => b.end - a.end)[0]
    if (found === undefined) return undefined
    const before = values.get(found.row)
    if (before !== undefined && found.row.construct.value.kind !== 'enums') return undefined
    const written = text.slice(at, found.end)
    values.set(found.row, before === undefined ? written : `${before}、${written}`)
    at = found.end
  }
  return values.size === 0
    ? undefined
    : [...values].map(([{ construct }, value]) => ({ keyword: construct.keyword, text: value }))
}

/** The attributes of the innermost open entry that have not been written yet. */
function attributesLacking(open: OpenNodes): readonly Row[] {
  let depth = open.top
  while (depth > 0 && frameAt(open, depth).row.construct.role === 'attribute') depth--
  const { row, seen } = frameAt(open, depth)
  if (row.construct.role !== 'entry') return []
  return row.members.filter(({ construct, index }) => construct.role === 'attribute' && (seen[index] ?? 0) === 0)
}

function valueAt(
  row: Row,
  text: string,
  at: number,
  end: number,
): { readonly row: Row; readonly end: number } | undefined {
  const { value } = row.construct
  if (value.kind === 'count') {
    const stop = countEnd(text, at, end)
    return stop === undefined ? undefined : { row, end: stop }
  }
  if (value.kind !== 'enum' && value.kind !== 'enums') return undefined
  const words = Object.values(value.words).flat()
  const here = words.filter((word) => word.length >= SHORTEST_WORD && wordAt(text, at, end, word))
  return here.length === 0 ? undefined : { row, end: at + Math.max(...here.map(({ length }) => length)) }
}

/** Where a number of copies ends: 1份, 一式两份, 各1份. */
function countEnd(text: string, start: number, end: number): number | undefined {
  const each = EACH.find((word) => wordAt(text, start, end, word)) ?? ''
  const number = scanNumber(text, start + each.length, end)
  if (number === undefined || !COUNTED_IN.includes(text.charAt(number.end)) || number.end >= end) return undefined
  return number.end + 1
}
