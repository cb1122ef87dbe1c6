import type { Bundle } from '../../model/bundle.ts'
import { SHARED_STEPS } from '../../model/terms.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { inheritFacts, inheritNames } from '../implementation/inherited-names.ts'
import { type Declaration, type InheritedNames, NAME_KINDS, type NameKind } from '../names/name-space.ts'
import type { Components } from './bundle-components.ts'
import type { FactInScope, Lowering } from './lowering.ts'

/** What a bundle names itself beside its components. */
export type BundleNames = Pick<Bundle, 'sharedMaterials' | 'forms' | 'sharedSteps'>

const KINDS = Object.keys(NAME_KINDS).filter((kind): kind is NameKind => kind in NAME_KINDS)

/**
 * The names that 用例 of a bundle speak of (一件事用例里的名称): those of the bundle, and of each component as 子项·名称, or by the
 * name alone; of several components that have it the first is meant by the name alone, unless the bundle makes them one.
 */
export function withComponentNames(
  lowering: Lowering,
  block: SyntaxNode,
  components: Components,
  own: BundleNames,
): Lowering {
  const inherited = new Map<NameKind, Map<string, Declaration>>(KINDS.map((kind) => [kind, new Map()]))
  const facts = new Map<string, FactInScope>()
  const add = (kind: NameKind, text: string, declared?: Declaration) => {
    const key = foldKey(text)
    const node = declared?.node ?? block
    const known = inherited.get(kind)
    if (known?.has(key) === false) {
      known.set(key, { ...declared, name: { text, key, span: node.valueSpan }, node })
    }
  }
  for (const { name } of [...own.sharedMaterials, ...own.forms]) add('materials', name)
  for (const { kind, name, step } of own.sharedSteps) {
    add('steps', step ?? (kind === 'inspection' ? name : SHARED_STEPS[kind]))
  }
  for (const [component, { matter }] of components) {
    const node = lowering.names.components.byKey.get(foldKey(component))?.node ?? block
    const names: InheritedNames = inheritNames(matter, node)
    for (const kind of KINDS) {
      for (const declared of names[kind]?.values() ?? []) {
        add(kind, declared.name.text, declared)
        add(kind, `${component}·${declared.name.text}`, declared)
      }
    }
    for (const [key, inScope] of inheritFacts(matter)) {
      if (!facts.has(key)) facts.set(key, inScope)
      const name = `${component}·${inScope.fact.name}`
      facts.set(foldKey(name), { ...inScope, fact: { ...inScope.fact, name } })
    }
  }
  return {
    ...lowering,
    inherited: Object.fromEntries(inherited),
    facts: new Map([...facts, ...lowering.facts]),
  }
}
