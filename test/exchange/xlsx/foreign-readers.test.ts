import { read, utils } from '@e965/xlsx'
import readExcelFile from 'read-excel-file/universal'
import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { SHEETS } from '../../../src/exchange/xlsx/layout/sheets.ts'
import { readXlsx } from '../../../src/exchange/xlsx/read-xlsx.ts'
import { writeXlsx } from '../../../src/exchange/xlsx/write/write-xlsx.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { withoutOrigins } from '../../../src/model/write-model-json.ts'
import { exampleWorkspaces } from '../../support/syntax-examples.ts'
import { unzipped } from '../../support/unzipped.ts'

/** What a worksheet consists of, in the order that ECMA-376 part 1, 18.3.1.99 (CT_Worksheet) fixes. */
const WORKSHEET_ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ...['phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins'],
  ...['pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'drawing', 'legacyDrawing', 'tableParts', 'extLst'],
]

let matters: readonly Matter[] = []
let bytes: Uint8Array = new Uint8Array()

beforeAll(async () => {
  const sources = exampleWorkspaces().find(([first]) => first?.uri.startsWith('examples/language/')) ?? []
  matters = [...compile(sources).versions.values()].flat().map(({ matter }) => withoutOrigins(matter))
  bytes = await writeXlsx(matters)
})

describe('a workbook as other programs read it', () => {
  test('read-excel-file finds every sheet, its heads and the matters', async () => {
    const sheets = await readExcelFile(new Blob([new Uint8Array(bytes)]), { trim: false })
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['填写说明', ...SHEETS.map(({ name }) => name)])
    const [heads = [], ...rows] = sheets.find(({ sheet }) => sheet === '材料')?.data ?? []
    expect(heads.slice(0, 4)).toEqual(['行编码', '事项', '材料', '当'])
    expect(rows.map((row) => row[2])).toEqual(matters.flatMap(({ materials }) => materials.map(({ name }) => name)))
  })

  test('SheetJS sees the hidden column, and the texts as they were written', () => {
    const workbook = read(bytes, { cellStyles: true })
    for (const { name, columns, title } of SHEETS) {
      const sheet = workbook.Sheets[name]
      expect(sheet?.['!cols']?.map(({ hidden }) => hidden === true).slice(0, 3)).toEqual([true, false, false])
      const [heads] = sheet === undefined ? [] : utils.sheet_to_json<string[]>(sheet, { header: 1 })
      expect(heads).toEqual(expect.arrayContaining(['行编码', title, ...columns.map(({ head }) => head)]))
    }
    expect(utils.sheet_to_json(workbook.Sheets['环节'] ?? {})[0]).toMatchObject({
      种类: '环节',
      环节: '受理',
      时限: '1个工作日',
    })
  })

  test('its parts stand in the order of the standard, and name only what is there', async () => {
    const files = await unzipped(bytes)
    const types = files.get('[Content_Types].xml') ?? ''
    const sheets = [...files].filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    expect(sheets).toHaveLength(SHEETS.length + 1)
    for (const [name, xml] of sheets) {
      expect(types).toContain(`PartName="/${name}"`)
      const places = childrenOf(xml).map((child) => WORKSHEET_ORDER.indexOf(child))
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
    for (const [, target] of (files.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/Target="([^"]+)"/g)) {
      expect(files.has(`xl/${target}`)).toBe(true)
    }
  })

  test('the words to choose from are offered, the heads stay in view, long cells are wrapped', async () => {
    const files = await unzipped(bytes)
    const sheet = files.get('xl/worksheets/sheet2.xml') ?? ''
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).toContain('<formula1>"即办件,承诺件"</formula1>')
    expect(files.get('xl/styles.xml')).toContain('wrapText="1"')
  })

  test('SheetJS writes it again, and it says the same', async () => {
    const { write } = await import('@e965/xlsx')
    for (const options of [{ compression: true }, { bookSST: true }]) {
      const again = write(read(bytes), { type: 'array', bookType: 'xlsx', ...options })
      expect((await readXlsx(new Uint8Array(again))).matters).toEqual(matters)
    }
  })
})

/** The names of the elements directly below the root. */
function childrenOf(xml: string): readonly string[] {
  const children: string[] = []
  let depth = 0
  for (const [, closing, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>/g)) {
    if (closing !== '') depth--
    else {
      if (depth === 1) children.push(name)
      if (!rest.endsWith('/')) depth++
    }
  }
  return children
}
