import { uploadsOf } from '../application-schema.ts'
import { prepareForm } from '../prepare-form.ts'
import type { NamedForm } from './name-forms.ts'

/** What the ids of forms stand for (标识对照): by type name, the ids of answers and documents with their names. */
export function describeForms(forms: readonly NamedForm[]) {
  return forms.map(({ matter, typeName }) => {
    const prepared = prepareForm(matter)
    return {
      matter: matter.name,
      type: typeName,
      facts: Object.fromEntries(prepared.facts.map(({ id, fact }) => [id, fact.name])),
      materials: Object.fromEntries(uploadsOf(prepared).map(({ id, material }) => [id, material.name])),
    }
  })
}
