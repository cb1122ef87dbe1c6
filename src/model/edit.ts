import { type Draft, enablePatches, type Patch, produceWithPatches } from 'immer'

export { applyPatches, type Draft, type Patch } from 'immer'

/** An edit of a definition: what it is now, and the steps there and back (编辑). */
export interface Edit<T> {
  readonly after: T
  /** From the old definition to the new one, for `applyPatches`. */
  readonly patches: readonly Patch[]
  /** From the new definition back to the old one. */
  readonly inversePatches: readonly Patch[]
}

/** Edits a definition by a recipe that changes a draft of it; the definition itself stays as it was. */
export function editDefinition<T extends object>(definition: T, recipe: (draft: Draft<T>) => void): Edit<T> {
  enablePatches()
  const [after, patches, inversePatches] = produceWithPatches(definition, (draft) => {
    recipe(draft)
  })
  return { after, patches, inversePatches }
}
