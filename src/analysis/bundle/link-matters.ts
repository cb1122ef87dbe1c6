import type { Fact } from '../../model/application.ts'
import type { Matter } from '../../model/matter.ts'

/** What a matter has to do with others, by keys that are the same wherever the same is meant (事项之间的联系). */
export interface Links {
  /** Documents that it asks for. */
  readonly asks: ReadonlySet<string>
  /** Documents that it issues; one that it asks for itself is only changed by it. */
  readonly issues: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
}

/** The links of many matters, with an index from each key to the matters that have it (按键索引). */
export interface LinkIndex {
  readonly links: readonly Links[]
  readonly askers: ReadonlyMap<string, readonly number[]>
  readonly issuers: ReadonlyMap<string, readonly number[]>
  readonly factAskers: ReadonlyMap<string, readonly number[]>
  /** The key of a document of that name; `code` where it has one. */
  readonly documentKey: (name: string, code?: string) => string
}

/**
 * Indexes matters by what they ask for and issue. A document is its 编码; without one it is the 编码 that its name has
 * elsewhere, where that is a single one, and else its name. Nothing is compared pair by pair.
 */
export function linkMatters(matters: readonly Matter[], foldName: (name: string) => string): LinkIndex {
  /** The 编码 of a name; null where it has several. */
  const codes = new Map<string, string | null>()
  for (const { materials } of matters) {
    for (const { name, code } of materials) {
      if (code === undefined) continue
      const key = foldName(name)
      const known = codes.get(key)
      codes.set(key, known === undefined || known === code ? code : null)
    }
  }
  const documentKey = (name: string, code?: string): string => {
    const folded = foldName(name)
    const known = code ?? codes.get(folded) ?? undefined
    return known === undefined ? `名称 ${folded}` : `编码 ${known}`
  }
  const links = matters.map(({ materials, outputs, facts }): Links => {
    const asks = new Set(materials.map(({ name, code }) => documentKey(name, code)))
    const issues = new Set(outputs.map(({ name }) => documentKey(name)).filter((key) => !asks.has(key)))
    return { asks, issues, facts: new Set(facts.map((fact) => factKey(fact, foldName))) }
  })
  return {
    links,
    askers: indexOf(links, ({ asks }) => asks),
    issuers: indexOf(links, ({ issues }) => issues),
    factAskers: indexOf(links, ({ facts }) => facts),
    documentKey,
  }
}

/** The key of a question (信息的键): it is the same where name, type, unit and answers are. */
export function factKey({ name, type, unit = '', options }: Fact, foldName: (name: string) => string): string {
  return JSON.stringify([foldName(name), type, unit, [...options].sort()])
}

function indexOf(
  links: readonly Links[],
  keysOf: (links: Links) => ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  links.forEach((each, place) => {
    for (const key of keysOf(each)) {
      const known = index.get(key)
      if (known === undefined) index.set(key, [place])
      else known.push(place)
    }
  })
  return index
}
