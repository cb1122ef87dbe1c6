import { type NumberFormat, readNumber } from './number-format.ts'
import type { XmlEvents } from './parse-xml.ts'
import { Unreadable } from './unreadable.ts'
import { type Cell, parseAddress, type Row, type Sheet } from './workbook.ts'

/** What the sheets of a workbook share (公用部分). */
export interface Shared {
  readonly strings: readonly string[]
  /** By the number of the style. */
  readonly formats: readonly NumberFormat[]
  readonly epoch: 'from1900' | 'from1904'
}

/** How many cells may still be read, over all sheets. */
export interface CellAllowance {
  left: number
}

/** Most rows that one merged range is spread over: beyond it is a mistake of the mouse. */
const LONGEST_MERGED = 5000

/** Reads one sheet as its XML goes by (读一张表). Only cells that hold something are kept, so that far ones cost nothing. */
export function sheetEvents(
  name: string,
  shared: Shared,
  allowance: CellAllowance,
): { readonly events: XmlEvents; readonly finish: () => Sheet } {
  const rows = new Map<number, Map<number, Cell>>()
  const ranges: string[] = []
  let at = { row: 0, column: 0 }
  let cell: { type: string; style: number; value: string; text: string; formula: boolean } | undefined
  let collecting: 'value' | 'text' | undefined
  let phonetic = false

  const keep = () => {
    if (cell === undefined) return
    const read = readCell(cell, shared)
    if (read !== undefined && read.text !== '') {
      allowance.left--
      if (allowance.left < 0) throw new Unreadable('格子太多，不像是事项表；请只留要导入的工作表')
      rowAt(rows, at.row).set(at.column, read)
    }
    cell = undefined
  }

  return {
    events: {
      open: (tag, attributes) => {
        switch (tag) {
          case 'row':
            at = { row: numberOf(attributes['r']) ?? at.row + 1, column: 0 }
            break
          case 'c':
            at = parseAddress(attributes['r'] ?? '') ?? { row: at.row, column: at.column + 1 }
            cell = {
              type: attributes['t'] ?? 'n',
              style: numberOf(attributes['s']) ?? 0,
              value: '',
              text: '',
              formula: false,
            }
            break
          case 'f':
            if (cell !== undefined) cell.formula = true
            break
          case 'v':
            collecting = 'value'
            break
          case 't':
            collecting = phonetic ? undefined : 'text'
            break
          case 'rPh':
            phonetic = true
            break
          case 'mergeCell':
            if (attributes['ref'] !== undefined) ranges.push(attributes['ref'])
            break
        }
      },
      close: (tag) => {
        if (tag === 'c') keep()
        else if (tag === 'v' || tag === 't') collecting = undefined
        else if (tag === 'rPh') phonetic = false
      },
      text: (text) => {
        if (cell !== undefined && collecting !== undefined) cell[collecting] += text
      },
    },
    finish: () => ({
      name,
      rows: [...rows].sort(([a], [b]) => a - b).map(([number, cells]): Row => ({ number, cells })),
      merged: spread(ranges, rows),
    }),
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined
}

function readCell(
  cell: { type: string; style: number; value: string; text: string; formula: boolean },
  { strings, formats, epoch }: Shared,
): Cell | undefined {
  const { type, style, value, text } = cell
  const formula = cell.formula ? { formula: true as const } : {}
  switch (type) {
    case 's': {
      const string = strings[Number(value)]
      return string === undefined
        ? { text: '（内容已损坏）', kind: 'fault' }
        : { text: string, kind: 'text', ...formula }
    }
    case 'inlineStr':
      return { text: unescapeText(text), kind: 'text', ...formula }
    case 'str':
      return { text: unescapeText(value), kind: 'text', ...formula }
    case 'd':
      return { text: value.slice(0, 10), kind: 'date', ...formula }
    case 'b':
      return { text: value === '1' ? '是' : '否', kind: 'truth', ...formula }
    case 'e':
      return { text: value, kind: 'fault', ...formula }
    default:
      return value === ''
        ? undefined
        : { ...readNumber(value, formats[style] ?? { kind: 'general' }, epoch), ...formula }
  }
}

/** Characters that XML cannot hold are written `_x000D_` in workbooks. */
export function unescapeText(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
}

function spread(
  ranges: readonly string[],
  rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>,
): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const merged = new Map<number, Map<number, Cell>>()
  for (const range of ranges) {
    const [first, last] = range.split(':').map(parseAddress)
    const cell = first && rows.get(first.row)?.get(first.column)
    if (first === undefined || last === undefined || cell === undefined) continue
    for (let row = first.row + 1; row <= Math.min(last.row, first.row + LONGEST_MERGED); row++) {
      rowAt(merged, row).set(first.column, cell)
    }
  }
  return merged
}

function rowAt(rows: Map<number, Map<number, Cell>>, number: number): Map<number, Cell> {
  const known = rows.get(number)
  if (known !== undefined) return known
  const row = new Map<number, Cell>()
  rows.set(number, row)
  return row
}
