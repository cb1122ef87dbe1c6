import type { Origin } from '../../../base/source-file.ts'
import { diagnose } from '../../../diagnostics/diagnose.ts'
import { originOf } from '../../lower/read-node.ts'
import type { BundleCheck } from './bundle-context.ts'

interface Coded {
  readonly path: string
  readonly component: string
  readonly origin: Origin | undefined
}

/**
 * ZW8111: one 编码 for documents that cannot be one: two of one component, or two that the bundle declares apart, once a code.
 * Materials of several components that have a code in common are one document, whatever they are called.
 */
export const checkRepeatedCodes: BundleCheck = ({ bundle, components, names, source, block }) => {
  const declaredAs = new Map<string, { readonly name: string; readonly origin: Origin | undefined }>()
  for (const { name, materials, origin } of bundle.sharedMaterials) {
    for (const path of materials) {
      const key = `${path.component}·${path.name}`
      // What is merged twice is reported by itself.
      if (!declaredAs.has(key)) declaredAs.set(key, { name, origin })
    }
  }
  const byCode = new Map<string, Coded[]>()
  for (const [component, { matter }] of components) {
    for (const { name, code, origin } of matter.materials) {
      if (code === undefined) continue
      byCode.set(code, [...(byCode.get(code) ?? []), { path: `${component}·${name}`, component, origin }])
    }
  }
  return [...byCode].flatMap(([code, coded]) => {
    const twice = coded.filter(({ component }) => coded.filter((each) => each.component === component).length > 1)
    const declared = coded.filter(({ path }) => declaredAs.has(path))
    const apart = new Set(declared.map(({ path }) => declaredAs.get(path)?.name)).size > 1
    const wrong = twice.length > 0 ? twice : apart ? declared : []
    const last = wrong.at(-1)
    if (last === undefined) return []
    const node = [...names.components.byKey.values()].find(({ name }) => name.text === last.component)?.node ?? block
    const place =
      twice.length > 0 ? originOf(source, node) : (declaredAs.get(last.path)?.origin ?? originOf(source, node))
    const related = wrong.flatMap(({ path, origin }) => (origin === undefined ? [] : [{ origin, text: `“${path}”` }]))
    return diagnose('ZW8111', { code, materials: wrong.map(({ path }) => path) }, place, { related })
  })
}
