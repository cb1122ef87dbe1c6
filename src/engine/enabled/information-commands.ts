import { NODE } from '../case-state.ts'
import { isApplicantsFact } from '../check-facts.ts'
import { awaitedFacts } from '../flow/awaited-facts.ts'
import { factIn } from '../flow/compile-condition.ts'
import { applicantSide, type CaseView, type Doer, type Finding } from './case-view.ts'

/** 补充填写: the applicant's answers, and those of roles that no step will collect any more. */
export const providableFacts: Finding = (view) => {
  const { definition, state } = view
  const open = definition.matter.facts.filter(({ name }) => factIn(state.facts, name) === undefined)
  const own = open.filter((fact) => isApplicantsFact(definition, fact)).map(({ name }) => name)
  const awaited = awaitedFacts(definition, state)
  const byRole = new Map<string | undefined, string[]>()
  for (const { name, filledBy } of open) {
    if (own.includes(name)) continue
    for (const role of rolesFor(view, name, filledBy, awaited)) byRole.set(role, [...(byRole.get(role) ?? []), name])
  }
  const ofStaff = [...byRole].map(([role, facts]) => {
    const doer: Doer = { who: 'staff', ...(role !== undefined && { role }) }
    return { ...doer, facts }
  })
  return [...(own.length > 0 ? applicantSide(view).map((doer) => ({ ...doer, facts: own })) : []), ...ofStaff]
}

/** The roles that may give an answer outside of a step; undefined among them for any staff. */
function rolesFor(
  { definition, state }: CaseView,
  name: string,
  filledBy: string | undefined,
  awaited: ReadonlySet<string>,
) {
  const collectors = definition.collectors.get(name) ?? []
  const isToCome = collectors.some((id) => (state.nodes[id] ?? NODE.done) < NODE.done)
  if (isToCome && !awaited.has(name)) return []
  const roles = new Set(collectors.map((id) => definition.nodes[id]?.step?.role))
  return filledBy === undefined ? [...roles] : [...roles.add(filledBy)]
}

/** 补交材料: at any time, those that are not there yet above all. */
export const providableMaterials: Finding = (view) => {
  const { definition, state } = view
  if (definition.materials.size === 0) return []
  const materials = [...definition.materials.keys()].filter((name) => !Object.hasOwn(state.materials, name))
  return applicantSide(view).map((doer) => ({ ...doer, ...(materials.length > 0 && { materials }) }))
}
