import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Material } from '../../model/application.ts'
import type { Lowering } from './lowering.ts'

/** Says nothing: left out, or a list without items. */
function isLeftOut(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0)
}

/**
 * A material of a matter with what it leaves out as the library has it (公共库补足). What the matter says itself holds,
 * but it must not be another document: another 编码 is reported (ZW4010).
 */
export function fillIn(own: Material, shared: Material, library: string, lowering: Lowering): Material {
  const { name: _name, origin, when: _when, shared: _shared, ...offered } = shared
  const missing = Object.entries(offered).filter(
    ([key, value]) => !isLeftOut(value) && isLeftOut(Reflect.get(own, key)),
  )
  if (own.code !== undefined && shared.code !== undefined && own.code !== shared.code && own.origin !== undefined) {
    const params = { name: own.name, code: own.code, library, shared: shared.code }
    const related = origin === undefined ? [] : [{ origin, text: '公共库里的写法' }]
    lowering.report(diagnose('ZW4010', params, own.origin, { related }))
  }
  return {
    ...own,
    ...Object.fromEntries(missing),
    shared: { library, attributes: missing.map(([key]) => key), ...(origin !== undefined && { origin }) },
  }
}
