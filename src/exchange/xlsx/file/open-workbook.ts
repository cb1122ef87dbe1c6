import { failure, type Result, success } from '../../../base/result.ts'
import { builtInFormat, type NumberFormat, parseNumberFormat } from './number-format.ts'
import { readXml, type XmlEvents } from './parse-xml.ts'
import { type CellAllowance, type Shared, sheetEvents, unescapeText } from './read-sheet.ts'
import { Unreadable } from './unreadable.ts'
import type { Sheet } from './workbook.ts'
import { type Allowance, listEntries, unpack, type ZipEntry } from './zip.ts'

/** Most that a workbook may unpack to. Unit: bytes. */
const MOST_BYTES = 300_000_000

/** Most cells that are read: with each sheet of a thousand matters far from it, and a full memory too. */
const MOST_CELLS = 3_000_000

/** What a workbook holds that is of use here (工作簿). */
interface OpenedWorkbook {
  readonly sheets: readonly Sheet[]
  /** It carries macros, which are never run. */
  readonly macros: boolean
}

/** Reads a workbook (打开xlsx): every sheet's cells, or why the bytes are none. Never throws on bad bytes. */
export async function openWorkbook(bytes: Uint8Array): Promise<Result<OpenedWorkbook, string>> {
  const refusal = refuseByStart(bytes)
  if (refusal !== undefined) return failure(refusal)
  try {
    return success(await readParts(bytes))
  } catch (error) {
    if (error instanceof Unreadable) return failure(error.message)
    throw error
  }
}

/** Old workbooks and encrypted ones are files of another kind, with the same first bytes. */
function refuseByStart(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return '文件是空的'
  const starts = (...codes: readonly number[]) => codes.every((code, index) => bytes[index] === code)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    const words = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
    return words.includes('EncryptedPackage')
      ? '文件加了密码，请在Excel里去掉密码另存，再导入'
      : '是旧的xls格式，请在Excel里另存为xlsx，再导入'
  }
  return starts(0x50, 0x4b) ? undefined : '不是xlsx文件；从网页或者邮件里下载的，请用Excel打开另存为xlsx'
}

/** A reader of one part of the archive, by its name. */
type ReadPart = (name: string, events: XmlEvents) => Promise<boolean>

async function readParts(bytes: Uint8Array): Promise<OpenedWorkbook> {
  const entries = new Map<string, ZipEntry>(listEntries(bytes).map((entry) => [entry.name.replace(/^\//, ''), entry]))
  const allowance: Allowance = { left: MOST_BYTES }
  const read: ReadPart = async (name, events) => {
    const entry = entries.get(name)
    if (entry === undefined) return false
    const reader = readXml(name, events)
    await unpack(bytes, entry, allowance, reader.write)
    reader.end()
    return true
  }
  const { sheets: listed, epoch } = await readContents(read)
  const targets = await readTargets(read)
  const shared: Shared = { strings: await readStrings(read), formats: await readFormats(read), epoch }
  const cells: CellAllowance = { left: MOST_CELLS }
  const sheets: Sheet[] = []
  for (const { name, id } of listed) {
    const { events, finish } = sheetEvents(name, shared, cells)
    if (await read(targets.get(id) ?? '', events)) sheets.push(finish())
  }
  return { sheets, macros: entries.has('xl/vbaProject.bin') }
}

/** The names of the sheets, in their order, and the day from which dates count. */
async function readContents(read: ReadPart) {
  const contents: { epoch: Shared['epoch']; readonly sheets: { readonly name: string; readonly id: string }[] } = {
    epoch: 'from1900',
    sheets: [],
  }
  const found = await read('xl/workbook.xml', {
    open: (tag, attributes) => {
      if (tag === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? '')) contents.epoch = 'from1904'
      if (tag !== 'sheet') return
      const id = Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name) && name !== 'id')?.[1]
      contents.sheets.push({ name: attributes['name'] ?? '', id: id ?? '' })
    },
  })
  if (!found) throw new Unreadable('压缩包里没有工作簿，不是xlsx文件')
  return contents
}

/** Where the sheets are kept, by the id that the list of sheets calls them. */
async function readTargets(read: ReadPart): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  await read('xl/_rels/workbook.xml.rels', {
    open: (tag, { Id, Target }) => {
      if (tag !== 'Relationship' || Id === undefined || Target === undefined) return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
  return targets
}

async function readStrings(read: ReadPart): Promise<readonly string[]> {
  const strings: string[] = []
  let text: string | undefined
  let isText = false
  let phonetic = false
  await read('xl/sharedStrings.xml', {
    open: (tag) => {
      if (tag === 'si') text = ''
      else if (tag === 't') isText = !phonetic
      else if (tag === 'rPh') phonetic = true
    },
    close: (tag) => {
      if (tag === 't') isText = false
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'si' && text !== undefined) strings.push(unescapeText(text))
    },
    text: (piece) => {
      if (isText && text !== undefined) text += piece
    },
  })
  return strings
}

async function readFormats(read: ReadPart): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let inCells = false
  await read('xl/styles.xml', {
    open: (tag, { numFmtId, formatCode }) => {
      if (tag === 'cellXfs') inCells = true
      else if (tag === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      else if (tag === 'xf' && inCells) styles.push(Number(numFmtId ?? 0))
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false
    },
  })
  return styles.map((id) => {
    const code = codes.get(id)
    return code === undefined ? builtInFormat(id) : parseNumberFormat(code)
  })
}
