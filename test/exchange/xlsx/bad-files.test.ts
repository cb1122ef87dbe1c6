import { deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { printFinding } from '../../../src/exchange/xlsx/cell-finding.ts'
import { readXlsx } from '../../../src/exchange/xlsx/read-xlsx.ts'
import { writeXlsx } from '../../../src/exchange/xlsx/write/write-xlsx.ts'
import { EMPTY_MATTER } from '../../../src/model/empty-matter.ts'
import { type ArchivedFile, zipped } from '../../support/zipped.ts'

async function told(bytes: Uint8Array): Promise<readonly string[]> {
  const { matters, diagnostics } = await readXlsx(bytes)
  expect(matters).toEqual([])
  return diagnostics.map(printFinding)
}

const RELATIONSHIPS = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`
const WORKBOOK = `<workbook xmlns:r="r"><sheets><sheet name="事项" sheetId="1" r:id="rId1"/></sheets></workbook>`

/** A workbook whose only sheet is this XML. */
function workbookOf(sheet: string, others: readonly ArchivedFile[] = []): Uint8Array {
  return zipped([
    { name: 'xl/workbook.xml', content: WORKBOOK },
    { name: 'xl/_rels/workbook.xml.rels', content: RELATIONSHIPS },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    ...others,
  ])
}

describe('files that are no workbook', () => {
  test.each<readonly [string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), '文件是空的'],
    ['a text', new TextEncoder().encode('事项,编码\n'), '不是xlsx文件'],
    ['an archive of other things', zipped([{ name: 'a.txt', content: 'a' }]), '压缩包里没有工作簿'],
    ['an old or encrypted workbook', ole('Workbook'), '是旧的xls格式'],
    ['an encrypted workbook', ole('EncryptedPackage'), '文件加了密码'],
  ])('%s', async (_, bytes, message) => {
    expect(await told(bytes)).toEqual([expect.stringContaining(message)])
  })

  test('what is broken at any place is told, or read as far as it goes', async () => {
    const bytes = await writeXlsx([{ ...EMPTY_MATTER, name: '占道施工许可' }])
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length }),
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 4 }),
        async (length, changes) => {
          const broken = bytes.slice()
          for (const [at, value] of changes) broken[at] = value
          expect((await readXlsx(broken)).diagnostics).toBeInstanceOf(Array)
          expect((await readXlsx(bytes.slice(0, length))).diagnostics).toBeInstanceOf(Array)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('workbooks that would fill the memory', () => {
  test.each([
    ['blanks', ' ', '不是正确的XML'],
    ['empty rows', '<row/>', '解压以后太大'],
  ])(
    'an archive that unpacks to 320 MB of %s ends where it becomes too much',
    async (_, unit, message) => {
      const start = Buffer.from('<worksheet><sheetData>')
      const packed = deflateRawSync(Buffer.concat([start, Buffer.alloc(320_000_000, unit)]), { level: 9 })
      expect(packed.length).toBeLessThan(2_000_000)
      const bytes = zipped([
        { name: 'xl/workbook.xml', content: WORKBOOK },
        { name: 'xl/_rels/workbook.xml.rels', content: RELATIONSHIPS },
        // It claims to be small.
        { name: 'xl/worksheets/sheet1.xml', content: '', packed, size: 10 },
      ])
      expect(await told(bytes)).toEqual([expect.stringContaining(message)])
    },
    120_000,
  )

  test('cells far apart cost no more than others', async () => {
    const cell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
    const sheet = `<worksheet><sheetData><row r="1">${cell('A1', '事项')}${cell('B1', '编码')}</row><row r="2">${cell('A2', '甲')}</row><row r="1048576">${cell('XFD1048576', '末')}</row></sheetData></worksheet>`
    const { matters } = await readXlsx(workbookOf(sheet))
    expect(matters.map(({ name }) => name)).toEqual(['甲'])
  })

  test('a million rows of numbers are read, or refused, and end', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, row) => `<row r="${row + 2}"><c r="B${row + 2}"><v>1</v></c></row>`,
    )
    const head =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>事项</t></is></c><c r="B1" t="inlineStr"><is><t>不知道</t></is></c></row>'
    const { diagnostics } = await readXlsx(
      workbookOf(`<worksheet><sheetData>${head}${rows.join('')}</sheetData></worksheet>`),
    )
    expect(diagnostics.length).toBeGreaterThan(0)
  }, 120_000)
})

describe('workbooks with what a table does not need', () => {
  let bytes: Uint8Array = new Uint8Array()
  beforeAll(() => {
    const sheet = utils.aoa_to_sheet([
      ['事项', '编码'],
      ['甲', '1'],
    ])
    const book = utils.book_new(sheet, '事项')
    bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
  })

  test('macros are told and not run', async () => {
    const sheet = '<worksheet><sheetData/></worksheet>'
    const { diagnostics } = await readXlsx(workbookOf(sheet, [{ name: 'xl/vbaProject.bin', content: 'macro' }]))
    expect(diagnostics.map(printFinding)).toContain('文件里有宏，没有运行')
  })

  test('what another program wrote is read', async () => {
    expect((await readXlsx(bytes)).matters).toEqual([{ ...EMPTY_MATTER, name: '甲', code: '1' }])
  })

  test('a string that is not there, and a cell without an address, spoil nothing else', async () => {
    const sheet = `<worksheet><sheetData><row><c t="inlineStr"><is><t>事项</t></is></c><c t="inlineStr"><is><t>编码</t></is></c></row><row><c t="inlineStr"><is><t>甲</t></is></c><c t="s"><v>7</v></c></row></sheetData></worksheet>`
    const { matters, diagnostics } = await readXlsx(workbookOf(sheet))
    expect(matters).toEqual([{ ...EMPTY_MATTER, name: '甲' }])
    expect(diagnostics.map(printFinding)).toEqual([
      '事项!B2：这一格是“（内容已损坏）”，没有导入（请改好公式，或者直接填内容）',
    ])
  })
})

/** The beginning of a file of the kind that old and encrypted workbooks are. */
function ole(word: string): Uint8Array {
  return new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(word, 'utf16le')])
}
