import { diagnose } from '../../../diagnostics/diagnose.ts'
import { originOf } from '../../lower/read-node.ts'
import type { BundleCheck } from './bundle-context.ts'
import { reusedOutputs } from './reused-outputs.ts'
import { documentsOf } from './shared-documents.ts'

/** ZW8105: a shared document, or one that a result takes the place of, that is several by their 编码. */
export const checkConflictingCodes: BundleCheck = (context) => {
  const documents = [
    ...context.bundle.sharedMaterials.map((shared) => ({ kind: '共用材料' as const, ...shared })),
    ...reusedOutputs(context.bundle).map((reuse) => ({ kind: '结果复用' as const, ...reuse, name: reuse.output.name })),
  ]
  return documents.flatMap(({ kind, name, materials, origin }) => {
    const coded = documentsOf({ materials }, context).filter(({ material }) => material.code !== undefined)
    const codes = [...new Set(coded.flatMap(({ material }) => material.code ?? []))]
    if (codes.length < 2) return []
    const related = coded.flatMap(({ path, material }) =>
      material.origin === undefined ? [] : [{ origin: material.origin, text: `“${path.component}”里的材料` }],
    )
    const place = origin ?? originOf(context.source, context.block)
    return diagnose('ZW8105', { kind, material: name, codes }, place, { related })
  })
}
