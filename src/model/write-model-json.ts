import type { Bundle } from './bundle.ts'
import type { Matter } from './matter.ts'
import type { SelectionTarget } from './selection-target.ts'

/** The name of the shape of a model document. */
export const MODEL_SCHEMA = 'zw/model/1'

/** Matters, bundles and their targets as one JSON document (低代码JSON), for visual designers and other programs. */
export interface ModelDocument {
  readonly schema: typeof MODEL_SCHEMA
  readonly matters: readonly Matter[]
  readonly bundles?: readonly Bundle[]
  /** The 目标 over several matters. */
  readonly selectionTargets?: readonly SelectionTarget[]
}

/** Fields that say where a part comes from, not what it is: `origin` is its place, `shared` the library that filled it in. */
const PROVENANCE: ReadonlySet<string> = new Set(['origin', 'shared'])

/** Puts matters and bundles into a document; where their parts come from is left out unless asked for (`origins`). */
export function writeModelJson(
  matters: readonly Matter[],
  {
    origins = false,
    bundles = [],
    selectionTargets = [],
  }: { readonly origins?: boolean } & Pick<ModelDocument, 'bundles' | 'selectionTargets'> = {},
): ModelDocument {
  const written = <T>(parts: readonly T[]) => (origins ? parts : parts.map(withoutOrigins))
  return {
    schema: MODEL_SCHEMA,
    matters: written(matters),
    ...(bundles.length > 0 && { bundles: written(bundles) }),
    ...(selectionTargets.length > 0 && { selectionTargets: written(selectionTargets) }),
  }
}

/** A part of a model without the fields that say where it comes from. */
export function withoutOrigins<T>(part: T): T {
  return JSON.parse(JSON.stringify(part, (key, value: unknown) => (PROVENANCE.has(key) ? undefined : value)))
}
