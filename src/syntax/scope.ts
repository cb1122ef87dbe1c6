import { type Block, NONE } from './block.ts'
import type { Namespace } from './construct.ts'
import { foldWord, simplifyCode } from './fold.ts'
import type { Name } from './tree.ts'

/** Dates that every matter knows without declaring them (内置信息). */
const BUILT_IN_FACTS = ['申请日期', '受理日期']

/** The names that a block declares (名称范围), wherever in the block they stand. */
export interface Scope {
  readonly names: ReadonlyMap<Namespace, ReadonlyMap<string, Name>>
  /** Units of facts: 平方米, 个月. */
  readonly units: ReadonlySet<string>
  /** True when the name of something declared here could not be read: unknown names may be that one. */
  readonly incomplete: boolean
  /** The keys that conditions may use bare, by their first unit, longer ones first; made at first need. */
  conditionKeys: ReadonlyMap<number, readonly string[]> | undefined
}

export const EMPTY_SCOPE: Scope = { names: new Map(), units: new Set(), incomplete: false, conditionKeys: undefined }

/** Collects what a block declares from the values that have been read. */
export function scopeOf(block: Block): Scope {
  const names = new Map<Namespace, Map<string, Name>>()
  const units = new Set<string>()
  let incomplete = false
  for (const [place, row] of block.rows.entries()) {
    const value = block.nodes[place]?.value ?? NONE
    const space = row.construct.declares
    if (space !== undefined) {
      let keys = names.get(space)
      if (keys === undefined) {
        keys = new Map()
        names.set(space, keys)
      }
      if (value.kind === 'name') keys.set(value.name.key, value.name)
      else if (value.kind === 'names') for (const name of value.names) keys.set(name.key, name)
      else incomplete = true
    }
    if (row.construct.unitOfFacts && value.kind === 'text') units.add(foldWord(value.text))
  }
  return { names, units, incomplete, conditionKeys: undefined }
}

/** True when one of the name spaces has a name of this key. */
export function isDeclared(scope: Scope, spaces: readonly Namespace[], key: string): boolean {
  return spaces.some((space) => scope.names.get(space)?.has(key))
}

/** The keys of facts, situations and options, by their first unit (simplified), longer ones first. */
export function conditionKeys(scope: Scope): ReadonlyMap<number, readonly string[]> {
  scope.conditionKeys ??= indexKeys(scope)
  return scope.conditionKeys
}

function indexKeys(scope: Scope): ReadonlyMap<number, readonly string[]> {
  const index = new Map<number, string[]>()
  const keys = new Set(BUILT_IN_FACTS)
  for (const space of ['facts', 'situations', 'options'] as const) {
    for (const key of scope.names.get(space)?.keys() ?? []) if (key !== '' && key !== '是' && key !== '否') keys.add(key)
  }
  for (const key of keys) {
    const first = simplifyCode(key.charCodeAt(0))
    const same = index.get(first)
    if (same === undefined) index.set(first, [key])
    else same.push(key)
  }
  for (const same of index.values()) same.sort((a, b) => b.length - a.length)
  return index
}
