/** One node of a JSON-LD graph: what it is, and what is said of it. */
export interface LinkedNode {
  readonly '@id': string
  readonly '@type': string | readonly string[]
  readonly [property: string]: LinkedValue
}

/** What can be said of a node; undefined where there is nothing to say. */
type LinkedValue = LinkedObject | string | undefined | readonly (LinkedObject | string)[]

interface LinkedObject {
  readonly [key: string]: string
}

/** A text in Chinese. */
export function chinese(text: string): LinkedObject {
  return { '@value': text, '@language': 'zh' }
}

/** A link to another node. */
export function link(id: string): LinkedObject {
  return { '@id': id }
}

/** An exact value of a type of XML Schema. */
export function typed(
  value: string,
  type: 'boolean' | 'decimal' | 'double' | 'duration' | 'integer' | 'date',
): LinkedObject {
  return { '@value': value, '@type': `xsd:${type}` }
}

/** Names nodes (编址): every id is absolute, and the same words give the same id. */
export function createAddresses(base: string) {
  return (kind: string, ...names: readonly string[]): string =>
    `${base}${[kind, ...names].map((name) => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'))).join('/')}`
}

/** How nodes are named. */
export type Addresses = ReturnType<typeof createAddresses>
