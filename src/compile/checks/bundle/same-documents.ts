import type { Bundle, ComponentPath } from '../../../model/bundle.ts'
import type { Components } from '../../lower/bundle-components.ts'
import { reusedOutputs } from './reused-outputs.ts'

type Place = Pick<ComponentPath, 'component' | 'name'>

/**
 * All places that ask for the same document as one does (同一份材料), itself included: by 编码, by 共用材料, by 表单归并 and by the result
 * that takes its place. What contradicts itself, which is reported, makes nothing one.
 */
export function findSameDocuments(bundle: Bundle, components: Components): (place: Place) => readonly Place[] {
  const groups = new Map<string, readonly Place[]>()
  const codes = new Map<string, string>()
  const byCode = new Map<string, Place[]>()
  for (const [component, { matter }] of components) {
    for (const { name, code } of matter.materials) {
      const place = { component, name }
      groups.set(keyOf(place), [place])
      if (code === undefined) continue
      codes.set(keyOf(place), code)
      byCode.set(code, [...(byCode.get(code) ?? []), place])
    }
  }
  for (const places of byCode.values()) {
    if (new Set(places.map(({ component }) => component)).size === places.length) join(places)
  }
  const declared = [
    ...bundle.sharedMaterials.map(({ materials }) => ({ places: materials, isOne: true })),
    ...bundle.forms.map(({ forms }) => ({ places: forms, isOne: false })),
    ...reusedOutputs(bundle).map(({ materials }) => ({ places: materials, isOne: true })),
  ]
  for (const { places, isOne } of declared) {
    const known = places.filter((place) => groups.has(keyOf(place)))
    const different = new Set(known.flatMap((place) => codes.get(keyOf(place)) ?? [])).size
    if (!isOne || different < 2) join(known)
  }
  return (place) => groups.get(keyOf(place)) ?? []

  function join(places: readonly Place[]): void {
    const all = [...new Set(places.flatMap((place) => groups.get(keyOf(place)) ?? []))]
    for (const place of all) groups.set(keyOf(place), all)
  }
}

function keyOf({ component, name }: Place): string {
  return `${component}·${name}`
}
