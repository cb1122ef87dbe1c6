import type { BundleComponent } from '../../model/bundle.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import type { CompiledMatter } from '../compiled.ts'
import { missingBlock } from '../names/missing-block.ts'
import { resolveNames } from '../names/resolve-name.ts'
import { conditionOf } from './conditions.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { childOf, nameOf, namesOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** The matters of the components of a bundle by the names that it gives them; without those of which nothing is known. */
export type Components = ReadonlyMap<string, CompiledMatter>

/** Finds the matter of each 子项; one that is not in the workspace is reported (ZW4003). */
export function resolveComponents(lowering: Lowering): Components {
  const components = new Map<string, CompiledMatter>()
  for (const { name, node } of lowering.names.components.byKey.values()) {
    const matter = matterName(node, name)
    const block = lowering.referenced.get(matter.key)
    if (block?.compiled !== undefined) components.set(name.text, block.compiled)
    if (block !== undefined || lowering.isRejected(matter.text)) continue
    lowering.report(missingBlock(matter, lowering.source, lowering, { kinds: '事项或者实施清单' }))
  }
  return components
}

/** The name of the matter that a 子项 is: 来自, else its own. */
function matterName(node: SyntaxNode, own: Name): Name {
  return nameOf(childOf(node, 'component.from')) ?? own
}

/** The 子项 in the order written. */
export function lowerComponents(lowering: Lowering): readonly BundleComponent[] {
  return [...lowering.names.components.byKey.values()].map(({ name, node }) => {
    const matter = matterName(node, name)
    const component: Draft<BundleComponent> = {
      name: name.text,
      matter: lowering.referenced.get(matter.key)?.compiled?.matter.name ?? matter.text,
      after: resolveNames(namesOf(node, 'component.after'), 'components', lowering),
      ...lowerAnnotations(node, lowering),
    }
    setIfGiven(component, 'when', conditionOf(node, 'when', lowering))
    return component
  })
}
