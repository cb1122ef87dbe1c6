import type { Fact } from '../model/application.ts'

/**
 * Whether a fact is the applicant's to tell (申请人填写的信息): it names nobody else, and no step collects it. `collected` has the
 * names of what steps collect (填写).
 */
export function isToldByApplicant(
  { name, filledBy }: Fact,
  collected: { readonly has: (fact: string) => boolean },
): boolean {
  return filledBy === undefined ? !collected.has(name) : filledBy.includes('申请人')
}
