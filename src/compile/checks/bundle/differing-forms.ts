import { diagnose } from '../../../diagnostics/diagnose.ts'
import type { Material } from '../../../model/application.ts'
import { DOCUMENT_FORMS } from '../../../model/terms.ts'
import { originOf } from '../../lower/read-node.ts'
import type { BundleCheck } from './bundle-context.ts'
import { documentsOf } from './shared-documents.ts'

type Form = keyof typeof DOCUMENT_FORMS

/** Forms that are a kind of another one. */
const KINDS_OF: Readonly<Partial<Record<Form, readonly Form[]>>> = {
  paper: ['original', 'copy', 'paperCertificate'],
  electronic: ['electronicCertificate'],
}

/** ZW8103: a shared document that no one form of would do for all components that ask for it. */
export const checkDifferingForms: BundleCheck = (context) =>
  context.bundle.sharedMaterials.flatMap((shared) => {
    const asking = documentsOf(shared, context).filter(({ material }) => material.forms.length > 0)
    const accepted = asking.map(({ material }) => formsAccepted(material))
    const [first] = accepted
    if (first === undefined || [...first].some((form) => accepted.every((forms) => forms.has(form)))) return []
    const forms = [
      ...new Set(asking.map(({ material }) => material.forms.map((form) => DOCUMENT_FORMS[form]).join('、'))),
    ]
    const related = asking.flatMap(({ path, material }) =>
      material.origin === undefined ? [] : [{ origin: material.origin, text: `“${path.component}”的要求` }],
    )
    const origin = shared.origin ?? originOf(context.source, context.block)
    return diagnose('ZW8103', { material: shared.name, forms }, origin, { related })
  })

function formsAccepted({ forms }: Material): ReadonlySet<Form> {
  return new Set(forms.flatMap((form) => [form, ...(KINDS_OF[form] ?? [])]))
}
