import { keysOf } from '../base/keys-of.ts'
import type { Format } from './formats/format.ts'

/** One row of the table of formats (格式). */
interface FormatEntry {
  /** What it is, for the help. */
  readonly summary: string
  /** How the names of its files end; `zw import` goes by this where `--format` is left out. */
  readonly extension: `.${string}`
  readonly writes: boolean
  readonly reads: boolean
  /** A document holds one matter, so that each gets a file of its own. */
  readonly single?: true
  /** It holds 事项 only: what goes with them is left out, and said. */
  readonly mattersOnly?: true
  /** Loads what writes and reads it; the others stay unread. */
  readonly load: () => Promise<{ readonly format: Format }>
}

/** The name of a format (格式名). */
export type FormatName = 'json' | 'xlsx' | 'csv' | 'bpmn' | 'dmn' | 'cpsv-ap'

/** The formats of `zw export` and `zw import`, in the order in which the help lists them. */
export const FORMATS: Readonly<Record<FormatName, FormatEntry>> = {
  json: {
    summary: 'JSON，一行不丢',
    extension: '.json',
    writes: true,
    reads: true,
    load: () => import('./formats/json.ts'),
  },
  xlsx: {
    summary: 'Excel工作簿',
    extension: '.xlsx',
    writes: true,
    reads: true,
    mattersOnly: true,
    load: () => import('./formats/xlsx.ts'),
  },
  csv: {
    summary: '一行一项的实施清单',
    extension: '.csv',
    writes: false,
    reads: true,
    load: () => import('./formats/csv.ts'),
  },
  bpmn: {
    summary: 'BPMN 2.0，可执行的流程和流程图，一项一个文件，一行不丢',
    extension: '.bpmn',
    writes: true,
    reads: true,
    single: true,
    load: () => import('./formats/bpmn.ts'),
  },
  dmn: {
    summary: 'DMN 1.3，情形、受理条件和判定表，一项一个文件',
    extension: '.dmn',
    writes: true,
    reads: false,
    single: true,
    load: () => import('./formats/dmn.ts'),
  },
  'cpsv-ap': {
    summary: '欧盟公共服务词表的JSON-LD',
    extension: '.jsonld',
    writes: true,
    reads: false,
    load: () => import('./formats/cpsv-ap.ts'),
  },
}

/** The names of the formats that can be written, or read. */
export function formatsThat(does: 'writes' | 'reads'): readonly FormatName[] {
  return keysOf(FORMATS).filter((name) => FORMATS[name][does])
}
