import type { Construct, ValueKind } from '../../../syntax/construct.ts'
import { CONSTRUCTS } from '../../../syntax/constructs.ts'

/** One column of a sheet: an attribute of the language under its own keyword (列). */
export interface Column {
  readonly construct: string
  readonly head: string
  /** Other words that are read as its head. */
  readonly aliases: readonly string[]
  readonly value: ValueKind
  /** Each line of a cell is one of several values. */
  readonly many: boolean
  /** Each of the values may have a 当 of its own behind it. */
  readonly conditional: boolean
  /** The cell holds the rows of a table. */
  readonly table: boolean
}

const BY_ID: ReadonlyMap<string, Construct> = new Map(CONSTRUCTS.map((construct) => [construct.id, construct]))

/** A construct of the keyword table by its id. */
export function constructOf(id: string): Construct {
  const construct = BY_ID.get(id)
  if (construct === undefined) throw new TypeError(`the keyword table has no construct ${id}`)
  return construct
}

/** Words of the national tables that only stand over columns. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  when: ['适用情形', '适用条件'],
  note: ['备注'],
  'matter.code': ['事项编码', '基本编码', '实施编码'],
}

/** What is read and not written: 备注 is a 说明, and 并且 goes on with the line above it. */
const NOT_WRITTEN: readonly string[] = ['remark', 'scenario.and']

/** The columns of entries: 当 first, which must stand before whatever has a 当 of its own; then their attributes, then what every part takes. */
export function columnsOf(entries: readonly string[]): readonly Column[] {
  const own = CONSTRUCTS.filter(
    ({ id, role, under = [] }) =>
      role === 'attribute' && !NOT_WRITTEN.includes(id) && under.some((one) => entries.includes(one)),
  )
  const taken = new Set(entries.flatMap((entry) => constructOf(entry).takes ?? []))
  const shared = CONSTRUCTS.filter(({ id, shared: isShared }) => isShared && taken.has(id) && !NOT_WRITTEN.includes(id))
  const [first, rest] = [shared.filter(({ id }) => id === 'when'), shared.filter(({ id }) => id !== 'when')]
  const heads = new Set<string>()
  return [...first, ...own, ...rest].flatMap((construct) => {
    // 办理环节 holds 环节 and 分流, whose attributes have one column each.
    if (heads.has(construct.keyword)) return []
    heads.add(construct.keyword)
    return [columnOf(construct)]
  })
}

function columnOf(construct: Construct): Column {
  const { id, keyword, aliases = [], value, many = false, takes = [], table } = construct
  return {
    construct: id,
    head: keyword,
    aliases: [...aliases, ...(ALSO[id] ?? [])],
    value,
    many,
    conditional: takes.includes('when'),
    table: table !== undefined,
  }
}
