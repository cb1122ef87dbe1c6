import { UNIT_WORDS } from '../calendar/duration.ts'
import { isToldByApplicant } from '../graph/applicants-fact.ts'
import { compareValues } from '../graph/fact-value.ts'
import { fitsFact } from '../graph/fits-fact.ts'
import type { Fact } from '../model/application.ts'
import { FACT_TYPES, type FactType } from '../model/terms.ts'
import { NODE } from './case-state.ts'
import type { CaseWork } from './case-work.ts'
import { awaitedFacts } from './flow/awaited-facts.ts'
import { factIn } from './flow/compile-condition.ts'
import { type CaseDefinition, isBuiltInFact } from './flow/definition.ts'
import type { FactRecord } from './parts.ts'
import type { Refusal } from './refusal.ts'
import { listed, refuse } from './refuse.ts'

/** Whether a fact is the applicant's to tell (申请人填写的信息). */
export function isApplicantsFact({ collectors }: CaseDefinition, fact: Fact): boolean {
  return isToldByApplicant(fact, collectors)
}

/** Why these answers cannot be taken (信息的核对): no such fact, a value that does not fit, or not the actor's to give. */
export function refuseFacts(
  definition: CaseDefinition,
  facts: FactRecord | undefined,
  mayGive: (fact: Fact) => boolean,
): Refusal | undefined {
  if (facts === undefined) return undefined
  for (const [name, value] of Object.entries(facts)) {
    const field = `facts.${name}`
    const fact = definition.facts.get(name)
    if (fact === undefined) {
      return isBuiltInFact(name)
        ? refuse('not-your-fact', `“${name}”由系统填写`, '请去掉这一项', { field, names: [name] })
        : refuse('unknown-fact', `事项没有信息“${name}”`, '请按事项的申报信息填写', { field, names: [name] })
    }
    if (!mayGive(fact)) {
      const help = fact.filledBy === undefined ? '请由该填写的人填写' : `由${fact.filledBy}填写`
      return refuse('not-your-fact', `“${name}”不由您填写`, help, { field, names: [name], ...originOf(fact) })
    }
    if (!fitsFact(fact, value)) return refuseValue(fact)
    const units = definition.comparableUnits.get(name)
    if (value.kind === 'duration' && units !== undefined && !units.has(value.duration.unit)) {
      const wanted = [...units].map((unit) => UNIT_WORDS[unit]).join('、')
      const about = { field, names: [name], ...originOf(fact) }
      return refuse('bad-fact', `“${name}”的单位同事项的不一样`, `请用${wanted}填写`, about)
    }
  }
  return undefined
}

/** Why answers that are given already cannot be given anew with another value (改填的核对). */
export function refuseChanges(
  { state }: CaseWork,
  facts: FactRecord | undefined,
  mayChange: (name: string) => boolean,
): Refusal | undefined {
  const changed = Object.entries(facts ?? {}).find(([name, value]) => {
    const before = factIn(state.facts, name)
    return before !== undefined && compareValues(before, value) !== 0 && !mayChange(name)
  })
  if (changed === undefined) return undefined
  const [name] = changed
  return refuse('fact-known', `“${name}”已经填过`, '填错的，请在补正时改', { field: `facts.${name}`, names: [name] })
}

/** The refusal of a value that a fact cannot have; it never repeats the value. */
export function refuseValue(fact: Fact): Refusal {
  const { name, type, options } = fact
  const wanted = type === 'option' ? `请填写${listed(options)}之一` : WANTED[type]
  const about = { field: `facts.${name}`, names: [name], ...originOf(fact) }
  return refuse('bad-fact', `“${name}”的填写值不对，应为${FACT_TYPES[type]}`, wanted, about)
}

const WANTED: Readonly<Record<Exclude<FactType, 'option'>, string>> = {
  boolean: '请填写是或者否',
  number: '请填写不带负号的数，如55、0.5',
  text: '请填写一行文字',
  date: '请填写存在的日期，如2026-11-22',
  duration: '请填写时长，如3个月',
  money: '请填写不带负号的金额',
}

/**
 * Whether staff may tell a fact outside of a step (岗位填写的信息): it names their role; or steps collect it, of their role,
 * and all of these are over without it, or cannot begin before the flow has it.
 */
export function isStaffsFact(work: CaseWork, { name, filledBy }: Fact): boolean {
  const { definition, state, context } = work
  const { roles } = context.by
  const collectors = definition.collectors.get(name) ?? []
  const isToCome = collectors.some((id) => (state.nodes[id] ?? NODE.done) < NODE.done)
  if (isToCome && !awaitedFacts(definition, state).has(name)) return false
  if (filledBy !== undefined && roles.includes(filledBy)) return true
  return collectors.some((id) => {
    const role = definition.nodes[id]?.step?.role
    return role === undefined || roles.includes(role)
  })
}

function originOf({ origin }: Fact) {
  return origin === undefined ? {} : { origin }
}
