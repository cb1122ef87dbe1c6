import { emit } from '../case-work.ts'
import { refuseMaterials } from '../check-materials.ts'
import type { Handler } from '../handler.ts'
import { refuseOthersThanApplicant } from '../permissions.ts'
import { refuse } from '../refuse.ts'

/** 补交材料: documents that come later, 容缺后补 among them. */
export const provideMaterials: Handler<'provideMaterials'> = (work, { materials }) => {
  const refused =
    refuseOthersThanApplicant(work) ??
    (materials.length === 0
      ? refuse('bad-command', '一份材料也没有写', '请写要补交的材料', { field: 'materials' })
      : undefined) ??
    refuseMaterials(work.definition, materials)
  if (refused !== undefined) return refused
  emit(work, { kind: 'materialsProvided', materials })
  return undefined
}
