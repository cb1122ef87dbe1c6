import { diagnose } from '../../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { ComponentPath } from '../../../model/bundle.ts'
import { originOf } from '../../lower/read-node.ts'
import type { BundleCheck, BundleContext } from './bundle-context.ts'

/** What puts several into one: its name for people, and what it takes in. */
interface Merging {
  readonly title: string
  readonly paths: readonly ComponentPath[]
}

/** ZW8106: a material, a form or a step that is put into two things of one kind, or twice into one. */
export const checkMergedTwice: BundleCheck = (context) => {
  const { sharedMaterials, forms, sharedSteps } = context.bundle
  return [
    sharedMaterials.map(({ name, materials }) => ({ title: `共用材料“${name}”`, paths: materials })),
    forms.map((form) => ({ title: `申请表“${form.name}”`, paths: form.forms })),
    sharedSteps.map(({ name, steps }) => ({ title: `“${name}”`, paths: steps })),
  ].flatMap((mergings) => findRepeated(mergings, context))
}

function findRepeated(mergings: readonly Merging[], { source, block }: BundleContext): readonly Diagnostic[] {
  const seen = new Map<string, { readonly title: string; readonly path: ComponentPath }>()
  return mergings.flatMap(({ title, paths }) =>
    paths.flatMap((path) => {
      const key = `${path.component}·${path.name}`
      const first = seen.get(key)
      if (first === undefined) {
        seen.set(key, { title, path })
        return []
      }
      const places = [...new Set([first.title, title])]
      const { origin } = first.path
      const related = origin === undefined ? [] : [{ origin, text: '第一次在这里' }]
      return diagnose('ZW8106', { path: key, places }, path.origin ?? originOf(source, block), { related })
    }),
  )
}
