import type { Namespace, ValueKind } from '../../../syntax/construct.ts'
import { foldKey } from '../../../syntax/fold.ts'
import { type CellFinding, cellFinding } from '../cell-finding.ts'
import { constructOf } from '../layout/columns.ts'
import { type CellText, linesOf } from './cell-text.ts'
import type { MatterRows } from './group-matters.ts'
import type { Entry } from './read-entries.ts'

/** A name that was changed in the workbook (改名): the row is known again by its 行编码. */
interface Rename {
  readonly from: string
  readonly to: string
  readonly namespace: Namespace
  readonly entry: Entry
}

/** Changes what refers to a renamed 材料, 环节 … along with it (引用跟着改), unless the old name still stands somewhere. */
export function followRenames(rows: MatterRows): {
  readonly rows: MatterRows
  readonly findings: readonly CellFinding[]
} {
  const renames = findRenames(rows)
  if (renames.length === 0) return { rows, findings: [] }
  const counts = new Map<Rename, number>(renames.map((rename) => [rename, 0]))
  const change = (cell: CellText, value: ValueKind): CellText => {
    let { text } = cell
    for (const rename of renames) {
      const changed = changeText(text, value, rename)
      if (changed !== text) counts.set(rename, (counts.get(rename) ?? 0) + 1)
      text = changed
    }
    return text === cell.text ? cell : { ...cell, text }
  }
  const parts = rows.parts.map((entry): Entry => {
    const { value } = constructOf(entry.construct)
    const cells = new Map([...entry.cells].map(([column, cell]) => [column, change(cell, column.value)]))
    return {
      ...entry,
      cells,
      ...(entry.title !== undefined && value.kind !== 'name' && { title: change(entry.title, value) }),
    }
  })
  const findings = renames.map((rename) => {
    const { from, to, entry } = rename
    const count = counts.get(rename) ?? 0
    const message = `“${from}”改名为“${to}”${count === 0 ? '' : `，引用它的${count}处一起改了`}`
    return cellFinding(entry.title ?? entry.at, 'hint', message)
  })
  return { rows: { ...rows, parts }, findings }
}

function findRenames({ parts }: MatterRows): readonly Rename[] {
  const named = parts.flatMap((entry) => {
    const { declares, value } = constructOf(entry.construct)
    return declares === undefined || value.kind !== 'name' || entry.title === undefined
      ? []
      : [{ entry, namespace: declares, to: bare(entry.title.text) }]
  })
  const standing = new Set(named.map(({ to }) => foldKey(to)))
  const codes = new Map<string, number>()
  for (const { entry } of named) if (entry.code !== undefined) codes.set(entry.code, (codes.get(entry.code) ?? 0) + 1)
  return named.flatMap(({ entry, namespace, to }) => {
    const from = bare(entry.code ?? '')
    // Where the old name is in use, or two rows had it, nobody knows which of them is meant.
    const isClear = from !== '' && !standing.has(foldKey(from)) && codes.get(entry.code ?? '') === 1
    return isClear ? [{ from, to, namespace, entry }] : []
  })
}

/** Where names of each kind of value come from. */
function mentions(value: ValueKind, namespace: Namespace): boolean {
  switch (value.kind) {
    case 'names':
    case 'choice':
      return value.of?.includes(namespace) === true
    case 'condition':
    case 'branch':
    case 'premise':
    case 'event':
    case 'assertion':
      return true
    case 'name':
    case 'placement':
      return namespace === 'steps'
    default:
      return false
  }
}

function changeText(text: string, value: ValueKind, { from, to, namespace }: Rename): string {
  if (!mentions(value, namespace)) return text
  const quoted = text.replaceAll(`【${from}】`, `【${to}】`)
  const isList = value.kind === 'names' || value.kind === 'choice'
  const isName = value.kind === 'name' || value.kind === 'placement' || value.kind === 'branch'
  if (isList) {
    return linesOf(quoted)
      .map((line) =>
        line
          .split('、')
          .map((name) => (name.trim() === from ? to : name))
          .join('、'),
      )
      .join('\n')
  }
  if (!isName) return quoted
  // 转 制证送达, 材料审查之后: the name ends the line but for the word of place.
  return linesOf(quoted)
    .map((line) => {
      const [, head = '', name, tail = ''] = /^(.*?转\s*|)(.+?)((?:之后|之前|期间)?)$/.exec(line) ?? []
      return name === from ? `${head}${to}${tail}` : line
    })
    .join('\n')
}

function bare(name: string): string {
  return name.replace(/^【(.*)】$/, '$1')
}
