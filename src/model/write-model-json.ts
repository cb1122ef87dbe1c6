import type { Matter } from './matter.ts'

/** The name of the shape of a model document. */
export const MODEL_SCHEMA = 'zw/model/1'

/** Matters as one JSON document (低代码JSON), for visual designers and other programs. */
export interface ModelDocument {
  readonly schema: typeof MODEL_SCHEMA
  readonly matters: readonly Matter[]
}

/** Fields that say where a part comes from, not what it is: `origin` is its place, `shared` the library that filled it in. */
const PROVENANCE: ReadonlySet<string> = new Set(['origin', 'shared'])

/** Puts matters into a document; where their parts come from is left out unless asked for (`origins`). */
export function writeModelJson(
  matters: readonly Matter[],
  { origins = false }: { readonly origins?: boolean } = {},
): ModelDocument {
  return { schema: MODEL_SCHEMA, matters: origins ? matters : matters.map(withoutOrigins) }
}

/** A part of a model without the fields that say where it comes from. */
export function withoutOrigins<T>(part: T): T {
  return JSON.parse(JSON.stringify(part, (key, value: unknown) => (PROVENANCE.has(key) ? undefined : value)))
}
