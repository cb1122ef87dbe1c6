import type { Truth } from '../graph/evaluate-condition.ts'
import { allOf, anyOf, negate } from '../graph/truth.ts'
import type { SetRelation } from '../model/terms.ts'

/** A set whose members are certain, out of the question, or 待定. Names that are not in it are no members. */
export type UncertainSet = ReadonlyMap<string, Truth>

/** Whether a set is as a 用例 expects (集合比较): 为 no more and no less, 包含 at least, 不包含 none of them. */
export function compareSets(relation: SetRelation, expected: readonly string[], actual: UncertainSet): Truth {
  const wanted = new Set(expected)
  const members = expected.map((name) => actual.get(name) ?? 'no')
  if (relation === 'excludes') return allOf(members.map(negate))
  if (relation === 'includes') return allOf(members)
  const others = [...actual].flatMap(([name, truth]) => (wanted.has(name) ? [] : [negate(truth)]))
  return allOf([...members, ...others])
}

/** Whether a set has so many members. `weights` are what each member counts for, where it is more than one. */
export function compareCount(expected: number, actual: UncertainSet, weights: ReadonlyMap<string, number>): Truth {
  let certain = 0
  let open = 0
  for (const [name, truth] of actual) {
    const weight = weights.get(name) ?? 1
    if (truth === 'yes') certain += weight
    else if (truth === 'unknown') open += weight
  }
  if (expected < certain || expected > certain + open) return 'no'
  return open === 0 ? 'yes' : 'unknown'
}

/** The names of a set with what is certain first, for people: 受理、决定（待定：现场核查）. */
export function describeSet(actual: UncertainSet, label: (name: string) => string = (name) => name): string {
  const named = (truth: Truth) => [...actual].flatMap(([name, each]) => (each === truth ? [label(name)] : []))
  const certain = named('yes')
  const open = named('unknown')
  const words = certain.length === 0 ? '无' : certain.join('、')
  return open.length === 0 ? words : `${words}（待定：${open.join('、')}）`
}

/** Whether any text has a part, or is the whole, as the relation asks; texts may be uncertain like names. */
export function compareTexts(relation: SetRelation, expected: readonly string[], actual: UncertainSet): Truth {
  if (relation === 'equals') return compareSets(relation, expected, actual)
  const found = expected.map((part) =>
    anyOf([...actual].flatMap(([text, truth]) => (text.includes(part) ? [truth] : []))),
  )
  return allOf(relation === 'includes' ? found : found.map(negate))
}
