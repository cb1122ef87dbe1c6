import { foldKey } from '../../../syntax/fold.ts'
import { nearestWord } from '../../../syntax/suggest.ts'
import { type CellFinding, cellFinding } from '../cell-finding.ts'
import { MATTER_SHEET } from '../layout/sheets.ts'
import type { Entry } from './read-entries.ts'

/** A matter as rows of several sheets (一个事项的各行). */
export interface MatterRows {
  readonly name: string
  /** Its row in 事项; absent where only other sheets speak of it. */
  readonly own?: Entry
  readonly parts: readonly Entry[]
}

/** Puts the rows of all sheets to their matters (按事项归拢): by the hidden 行编码, else by name, else by 编码. */
export function groupMatters(entries: readonly Entry[]): {
  readonly matters: readonly MatterRows[]
  readonly findings: readonly CellFinding[]
} {
  const findings: CellFinding[] = []
  const matters: { readonly name: string; readonly own?: Entry; readonly parts: Entry[] }[] = []
  /** By 行编码, name and 编码; undefined where several are meant. */
  const known = new Map<string, number | undefined>()
  const learn = (word: string | undefined, index: number) => {
    if (word === undefined) return
    const key = foldKey(word)
    known.set(key, known.has(key) && known.get(key) !== index ? undefined : index)
  }
  const own: Entry[] = []
  for (const entry of entries) {
    const { sheet, title, at } = entry
    if (sheet !== MATTER_SHEET) continue
    if (title === undefined) {
      findings.push(cellFinding(at, 'error', '没有写事项名称，这一行没有导入', { help: '请在“事项”一列写名称' }))
      continue
    }
    own.push(entry)
    matters.push({ name: title.text, own: entry, parts: [] })
  }
  const codeOf = ({ cells }: Entry) => [...cells].find(([{ construct }]) => construct === 'matter.code')?.[1].text
  // What the workbook itself calls a matter comes first: a name may stand for several versions.
  for (const [index, entry] of own.entries()) learn(entry.code, index)
  const coded = new Set(known.keys())
  for (const [index, entry] of own.entries()) {
    for (const word of [entry.title?.text, codeOf(entry)])
      if (word !== undefined && !coded.has(foldKey(word))) learn(word, index)
  }
  for (const entry of entries) {
    if (entry.sheet === MATTER_SHEET) continue
    const { owner, at } = entry
    const only = matters.length === 1 && matters[0]?.own !== undefined ? 0 : undefined
    const word = owner?.text
    let index = word === undefined ? only : known.get(foldKey(word))
    if (index === undefined && word !== undefined && known.has(foldKey(word))) {
      index = matters.findIndex(({ name }) => foldKey(name) === foldKey(word))
      findings.push(
        cellFinding(owner ?? at, 'warning', `叫“${word}”的事项有几个，归到第一个`, {
          help: '请照“事项”表写明是哪一版',
        }),
      )
    }
    if (index === undefined || index < 0) {
      index = matters.length
      const name = word ?? '没有写名称的事项'
      matters.push({ name, parts: [] })
      learn(name, index)
      findings.push(strayOwner(entry, name, own))
    }
    matters[index]?.parts.push(entry)
  }
  return { matters, findings }
}

/** A row of a matter that 事项 does not list: it is kept, as a matter of its own. */
function strayOwner({ owner, at }: Entry, name: string, own: readonly Entry[]): CellFinding {
  if (owner === undefined) return cellFinding(at, 'error', '没有写属于哪个事项', { help: '请填“事项”一列' })
  const near = nearestWord(
    name,
    own.flatMap(({ title }) => title?.text ?? []),
  )
  const help = near === undefined ? '请在“事项”表加上这一项，或者改正名称' : `是不是“${near}”？`
  return cellFinding(owner, 'warning', `“事项”表里没有“${name}”，另立了一项`, { help })
}
