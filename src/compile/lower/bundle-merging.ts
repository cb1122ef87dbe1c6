import type { MergedForm, OutputReuse, SharedMaterial } from '../../model/bundle.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { Components } from './bundle-components.ts'
import { lowerPath, pathsOf } from './component-paths.ts'
import type { Lowering } from './lowering.ts'
import { nameOf, valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One 共用材料 of 材料归并. */
export function lowerSharedMaterial(
  node: SyntaxNode,
  components: Components,
  lowering: Lowering,
): SharedMaterial | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const materials = pathsOf(node, 'sharedMaterial.materials', '材料', components, lowering)
  return { name, materials, ...lowerAnnotations(node, lowering) }
}

/** One 结果复用 of 材料归并; left out where its result is none of the matter's. */
export function lowerOutputReuse(
  node: SyntaxNode,
  components: Components,
  lowering: Lowering,
): OutputReuse | undefined {
  const path = valueIn(node, 'path')?.path
  const output = path && lowerPath(path, '结果', components, lowering)
  const materials = pathsOf(node, 'outputReuse.materials', '材料', components, lowering)
  return output && { output, materials, ...lowerAnnotations(node, lowering) }
}

/** One 申请表 of 表单归并. */
export function lowerMergedForm(node: SyntaxNode, components: Components, lowering: Lowering): MergedForm | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const forms = pathsOf(node, 'mergedForm.forms', '材料', components, lowering)
  return { name, forms, ...lowerAnnotations(node, lowering) }
}
