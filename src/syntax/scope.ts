import { type Block, NONE } from './block.ts'
import type { Namespace } from './construct.ts'
import { foldWord } from './fold.ts'
import { buildPhraseIndex, type PhraseIndex } from './phrase-index.ts'
import type { Name } from './tree.ts'

/** Dates that every matter knows without declaring them (内置信息). */
export const BUILT_IN_FACTS = ['申请日期', '受理日期']

/** What can be named bare in a condition. */
const CONDITION_SPACES = ['facts', 'situations', 'options'] as const

/** The names that a block declares (名称范围), wherever in the block they stand. */
export interface Scope {
  readonly names: ReadonlyMap<Namespace, ReadonlyMap<string, Name>>
  /** The options of each fact of which they are known, by its key: those that it lists, and none for a number or 是否. */
  readonly options: ReadonlyMap<string, ReadonlySet<string>>
  /** Units of facts: 平方米, 个月. */
  readonly units: ReadonlySet<string>
  /** True when the name of something declared here could not be read: unknown names may be that one. */
  readonly incomplete: boolean
  /** The columns behind → of decision tables, also with the table before them: 核查方式·核查时限. */
  readonly tableOutputs: readonly string[]
  /** The names and units as the scanner of conditions looks them up; made at first need. */
  phrases: ConditionPhrases | undefined
}

/** What the scanner of conditions knows beside the words of the language. */
export interface ConditionPhrases {
  readonly keys: readonly string[]
  readonly names: PhraseIndex
  readonly units: PhraseIndex
}

export const EMPTY_SCOPE: Scope = {
  names: new Map(),
  options: new Map(),
  units: new Set(),
  incomplete: false,
  tableOutputs: [],
  phrases: undefined,
}

/** Collects what a block declares from the values that have been read. */
export function scopeOf(block: Block): Scope {
  const names = new Map<Namespace, Map<string, Name>>()
  const options = new Map<string, ReadonlySet<string>>()
  const units = new Set<string>()
  let incomplete = false
  const { rows, nodes } = block
  for (let place = 0; place < rows.length; place++) {
    const construct = rows[place]?.construct
    const value = nodes[place]?.value ?? NONE
    if (construct?.declares !== undefined) {
      const keys = keysIn(names, construct.declares)
      if (value.kind === 'name') keys.set(value.name.key, value.name)
      else if (value.kind === 'names') for (const name of value.names) keys.set(name.key, name)
      else incomplete = true
      const owner = construct.declares === 'options' && value.kind === 'names' ? ownerOf(block, place) : undefined
      if (owner !== undefined && value.kind === 'names' && options.get(owner) !== NO_OPTIONS) {
        options.set(owner, new Set(value.names.map(({ key }) => key)))
      }
    } else if (construct?.ofFacts === 'unit' && value.kind === 'text') {
      units.add(foldWord(value.text))
    } else if (construct?.ofFacts === 'type' && value.kind === 'enum' && !TYPES_OF_WORDS.has(value.id)) {
      const owner = ownerOf(block, place)
      if (owner !== undefined) options.set(owner, NO_OPTIONS)
    }
  }
  return { names, options, units, incomplete, tableOutputs: [], phrases: undefined }
}

function keysIn(names: Map<Namespace, Map<string, Name>>, space: Namespace): Map<string, Name> {
  let keys = names.get(space)
  if (keys === undefined) {
    keys = new Map()
    names.set(space, keys)
  }
  return keys
}

/** True when one of the name spaces has a name of this key. */
export function isDeclared(scope: Scope, spaces: readonly Namespace[], key: string): boolean {
  return spaces.some((space) => scope.names.get(space)?.has(key))
}

const NO_OPTIONS: ReadonlySet<string> = new Set()

/** The types of facts whose values are words; 取值 of others says nothing. */
const TYPES_OF_WORDS: ReadonlySet<string> = new Set(['option', 'text'])

/** The key of the name that an attribute stands under. */
function ownerOf({ nodes, parents }: Block, place: number): string | undefined {
  const value = nodes[parents[place] ?? -1]?.value
  return value?.kind === 'name' ? value.name.key : undefined
}

/** True where a word can be an option of what is called so; of a fact that has its options from elsewhere (来自), any can. */
export function mayBeOption({ names, options }: Scope, of: string, key: string): boolean {
  const known = options.get(of)
  if (known !== undefined) return known.has(key)
  return names.get('options')?.has(key) === true && (names.get('facts')?.has(of) || !names.get('situations')?.has(of))
}

/** True where a word means something behind a name: an option does only behind a fact that may have it, a situation never. */
export function isMeantBehind(scope: Scope, left: string, key: string): boolean {
  if (!isDeclared(scope, ['options', 'situations'], key) || isDeclared(scope, ['facts'], key)) return true
  return BUILT_IN_FACTS.includes(key) || scope.tableOutputs.includes(key) || mayBeOption(scope, left, key)
}

/** The keys of facts, situations and options; 是 and 否 are values of their own. */
function conditionKeys(scope: Scope): readonly string[] {
  const declared = CONDITION_SPACES.flatMap((space) => [...(scope.names.get(space)?.keys() ?? [])])
  return [...BUILT_IN_FACTS, ...declared, ...scope.tableOutputs].filter(
    (key) => key !== '' && key !== '是' && key !== '否',
  )
}

/** The names and units that conditions may use bare. */
export function conditionPhrases(scope: Scope): ConditionPhrases {
  scope.phrases ??= indexPhrases(scope)
  return scope.phrases
}

function indexPhrases(scope: Scope): ConditionPhrases {
  const keys = conditionKeys(scope)
  return { keys, names: buildPhraseIndex(keys), units: buildPhraseIndex([...scope.units]) }
}
