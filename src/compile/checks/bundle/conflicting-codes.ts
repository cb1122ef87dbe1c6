import { diagnose } from '../../../diagnostics/diagnose.ts'
import { originOf } from '../../lower/read-node.ts'
import type { BundleCheck } from './bundle-context.ts'
import { documentsOf } from './shared-documents.ts'

/** ZW8105: a shared document that is several by their 编码. */
export const checkConflictingCodes: BundleCheck = (context) =>
  context.bundle.sharedMaterials.flatMap((shared) => {
    const coded = documentsOf(shared, context).filter(({ material }) => material.code !== undefined)
    const codes = [...new Set(coded.flatMap(({ material }) => material.code ?? []))]
    if (codes.length < 2) return []
    const related = coded.flatMap(({ path, material }) =>
      material.origin === undefined ? [] : [{ origin: material.origin, text: `“${path.component}”里的材料` }],
    )
    const origin = shared.origin ?? originOf(context.source, context.block)
    return diagnose('ZW8105', { material: shared.name, codes }, origin, { related })
  })
