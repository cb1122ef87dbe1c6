import type { CompiledWorkspace } from '../compile/compiled.ts'
import type { ModelDocument } from '../model/write-model-json.ts'
import { findMatter } from './find-matter.ts'
import { readMatterFilter } from './matter-filter.ts'

/** What is to be written, and the files that have a part of it; undefined where that is all of them. */
export interface ExportSelection {
  readonly document: Omit<ModelDocument, 'schema'>
  readonly files?: ReadonlySet<string>
  /** The 一件事 that are written as the one matter that each makes. */
  readonly merged?: readonly string[]
}

/** What the user asks for: by name, by condition, and whether a document of the format holds one matter, or matters only. */
interface Wanted {
  readonly names: readonly string[]
  readonly where: readonly string[]
  readonly single: true | undefined
  readonly mattersOnly: true | undefined
}

/**
 * Chooses what is exported (导出哪些): all of it, every version; or what is named, and a 一件事 with its matters. Where a
 * document holds one matter, the version in force, and a 一件事 as the one matter that it makes; so too where it holds
 * matters only, without the 用例, which speak of the 子项.
 */
export function chooseExported(
  compiled: CompiledWorkspace,
  { names, where, single, mattersOnly }: Wanted,
): ExportSelection {
  const isChosen = readMatterFilter(where)
  if (names.length === 0) {
    const versions = single ? [...compiled.matters.values()] : [...compiled.versions.values()].flat()
    const matters = versions.map(({ matter }) => matter).filter(isChosen)
    // A condition chooses among matters: nothing else has a 事项类型 that could be asked for.
    if (where.length > 0 || single) return { document: { matters } }
    const bundles = [...compiled.bundles.values()].map(({ bundle }) => bundle)
    const selectionTargets = [...compiled.selectionTargets.values()].map(({ target }) => target)
    return { document: { matters, bundles, selectionTargets } }
  }
  const named = names.map((name) => findMatter(name, compiled))
  const files = new Set(named.flatMap((each) => [...each.files]))
  if (single) return { document: { matters: named.map(({ matter }) => matter).filter(isChosen) }, files }
  if (mattersOnly) {
    const merged = named.filter(({ bundle }) => bundle !== undefined).map(({ matter }) => matter.name)
    const matters = new Set(
      named.flatMap(({ matter, bundle }) =>
        bundle === undefined ? versionsOf(matter.name, compiled) : [{ ...matter, scenarios: [] }],
      ),
    )
    return { document: { matters: [...matters].filter(isChosen) }, files, merged }
  }
  const bundles = named.flatMap(({ bundle }) => (bundle === undefined ? [] : [bundle]))
  const whole = new Set([
    ...named.flatMap(({ matter, bundle }) => (bundle === undefined ? versionsOf(matter.name, compiled) : [])),
    ...bundles.flatMap(({ components }) => [...components.values()].map(({ matter }) => matter)),
  ])
  return { document: { matters: [...whole].filter(isChosen), bundles: bundles.map(({ bundle }) => bundle) }, files }
}

function versionsOf(name: string, { versions }: CompiledWorkspace) {
  return (versions.get(name) ?? []).map(({ matter }) => matter)
}
