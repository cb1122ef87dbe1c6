import type { Material } from '../../../model/application.ts'
import type { ComponentPath, SharedMaterial } from '../../../model/bundle.ts'
import type { BundleContext } from './bundle-context.ts'

/** A material of a component that a 共用材料 stands for, and the path that leads to it. */
interface SharedDocument {
  readonly path: ComponentPath
  readonly material: Material
}

/** The materials that a 共用材料 stands for; a 任选其一 is none of its own. */
export function documentsOf(
  { materials }: Pick<SharedMaterial, 'materials'>,
  { components }: BundleContext,
): readonly SharedDocument[] {
  return materials.flatMap((path) => {
    const material = components.get(path.component)?.matter.materials.find(({ name }) => name === path.name)
    return material === undefined ? [] : [{ path, material }]
  })
}
