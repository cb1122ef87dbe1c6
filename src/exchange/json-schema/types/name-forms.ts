import type { Matter } from '../../../model/matter.ts'
import { typeNamesOf } from '../english-ids.ts'

/** A matter with the name of the type of its application (表单的类型名). */
export interface NamedForm {
  readonly matter: Matter
  /** The name of the matter; the second of a name is counted. */
  readonly label: string
  readonly typeName: string
}

/** Gives the applications of some matters names, no two the same (起类型名); it goes by the name of the matter alone where it can. */
export function nameForms(matters: readonly Matter[]): readonly NamedForm[] {
  const seen = new Map<string, number>()
  // A 一件事 may be called like one of its matters.
  const labels = matters.map(({ name }) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name}（${times}）`
  })
  const names = typeNamesOf(labels)
  return matters.map((matter, index) => {
    const label = labels[index] ?? matter.name
    return { matter, label, typeName: names.get(label) ?? label }
  })
}
