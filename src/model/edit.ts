import {
  applyPatches as applyWithImmer,
  type Draft,
  enablePatches,
  type Patch as ImmerPatch,
  produceWithPatches,
} from 'immer'

/** One step of an edit as data (改动的一步): what happens at which place of the definition. */
export type Patch = ImmerPatch

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

/** Takes the steps of an edit, there or back (套用改动); they may have been stored in between. */
export function applyPatches<T extends object>(definition: T, patches: readonly Patch[]): T {
  enablePatches()
  return applyWithImmer(definition, patches)
}
