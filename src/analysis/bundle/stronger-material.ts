import { compare, parseRational } from '../../base/rational.ts'
import type { Material } from '../../model/application.ts'

type Form = Material['forms'][number]

/** From the strongest: an 原件 does where a 复印件 is asked for. */
const FORMS: readonly Form[] = ['original', 'paperCertificate', 'paper', 'copy', 'electronicCertificate', 'electronic']
const NECESSITIES = ['required', 'deferrable', 'optional', 'waived'] as const
const SOURCES = ['applicant', 'other', 'authority', 'dataSharing'] as const

/** The requirement that fulfils both (取较严的要求): the stronger form, the larger number of copies, the stricter 必要性. */
export function strongerMaterial(a: Material, b: Material): Material {
  const copies = [a.copies, b.copies]
    .filter((each) => each !== undefined)
    .sort(byAmount)
    .at(-1)
  const necessity = stronger(NECESSITIES, a.necessity ?? 'required', b.necessity ?? 'required')
  const source = stronger(SOURCES, a.source, b.source)
  const merged = {
    ...a,
    forms: formsOf(a.forms, b.forms),
    sources: [...a.sources, ...b.sources.filter(({ title }) => a.sources.every((source) => source.title !== title))],
    notes: [...new Set([...a.notes, ...b.notes])],
    ...(copies !== undefined && { copies }),
    ...(necessity !== undefined && { necessity }),
    ...(source !== undefined && { source }),
  }
  return b.mandatory === true ? { ...merged, mandatory: true } : merged
}

/** The forms that do for both; where none does, the strongest of all that are asked for. */
function formsOf(a: readonly Form[], b: readonly Form[]): readonly Form[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a
  const common = a.filter((form) => b.includes(form))
  if (common.length > 0) return common
  return FORMS.filter((form) => a.includes(form) || b.includes(form)).slice(0, 1)
}

function stronger<T>(order: readonly T[], a: T | undefined, b: T | undefined): T | undefined {
  return order.find((each) => each === a || each === b)
}

function byAmount(a: string, b: string): number {
  const [left, right] = [parseRational(a), parseRational(b)]
  return left && right ? compare(left, right) : 0
}
