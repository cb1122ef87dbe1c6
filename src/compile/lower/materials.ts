import type { Material, MaterialChoice } from '../../model/application.ts'
import { DOCUMENT_FORMS, MATERIAL_SOURCES, NECESSITIES } from '../../model/terms.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { sharedKey } from '../library.ts'
import { resolveNames } from '../names/resolve-name.ts'
import { conditionOf } from './conditions.ts'
import { countOf } from './counts.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { durationOf } from './durations.ts'
import { fillIn } from './fill-in.ts'
import type { Lowering } from './lowering.ts'
import { isYes, nameOf, termOf, termsOf, textOf, valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One 材料 of 申请材料, with what a library says about it where it says nothing itself. */
export function lowerMaterial(node: SyntaxNode, lowering: Lowering): Material | undefined {
  const name = nameOf(node)
  const material = name && lowerOwn(node, name.text, lowering)
  const entry = name && lowering.shared.get(sharedKey('material', name.key))
  if (material === undefined || entry?.kind !== 'material') return material
  return fillIn(material, entry.material, entry.library, lowering)
}

function lowerOwn(node: SyntaxNode, name: string, lowering: Lowering): Material {
  const material: Draft<Material> = {
    name,
    forms: termsOf(node, 'material.forms', DOCUMENT_FORMS),
    ...lowerAnnotations(node, lowering),
  }
  setIfGiven(material, 'code', textOf(node, 'material.code'))
  setIfGiven(material, 'copies', countOf(node, 'material.copies'))
  setIfGiven(material, 'source', termOf(node, 'material.source', MATERIAL_SOURCES))
  setIfGiven(material, 'necessity', termOf(node, 'material.necessity', NECESSITIES))
  setIfGiven(material, 'deferral', durationOf(node, 'material.deferral', lowering))
  if (isYes(node, 'material.mandatory')) material.mandatory = true
  setIfGiven(material, 'when', conditionOf(node, 'when', lowering))
  setIfGiven(material, 'standard', textOf(node, 'material.standard'))
  setIfGiven(material, 'sample', textOf(node, 'material.sample'))
  return material
}

/** One 任选其一 of 申请材料; a name of which nothing is known is left out of it. */
export function lowerMaterialChoice(node: SyntaxNode, lowering: Lowering): MaterialChoice | undefined {
  const value = valueIn(node, 'choice')
  if (value === undefined) return undefined
  const materials = resolveNames(value.names, 'materials', lowering)
  if (materials.length === 0) return undefined
  const choice: Draft<MaterialChoice> = {
    atLeast: value.atLeast,
    materials,
    ...lowerAnnotations(node, lowering),
  }
  setIfGiven(choice, 'name', textOf(node, 'materialChoice.name'))
  setIfGiven(choice, 'when', conditionOf(node, 'when', lowering))
  return choice
}
