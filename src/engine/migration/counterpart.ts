import type { CaseDefinition } from '../flow/definition.ts'

/** Old names by new ones, for what a new version calls differently (改名). */
export type Renamed = Readonly<Record<string, string>>

/** No node corresponds. */
export const NONE = -1

/** The name that a part of the new version had in the old one. */
export function formerName(name: string, renamed: Renamed): string {
  return Object.hasOwn(renamed, name) ? (renamed[name] ?? name) : name
}

/** The old node that a new one corresponds to (对应的环节): of the same kind and name, else {@link NONE}. */
export function findCounterpart(
  versions: { readonly old: CaseDefinition; readonly definition: CaseDefinition; readonly renamed: Renamed },
  id: number,
): number {
  const node = versions.definition.nodes[id]
  if (node === undefined) return NONE
  const found = versions.old.nodeOf.get(formerName(node.name, versions.renamed))
  return found !== undefined && versions.old.nodes[found]?.kind === node.kind ? found : NONE
}

/** The floating procedure of the old version that a new one corresponds to, else {@link NONE}. */
export function findFloating(
  versions: { readonly old: CaseDefinition; readonly renamed: Renamed },
  name: string,
): number {
  return versions.old.floatingOf.get(formerName(name, versions.renamed)) ?? NONE
}
