import { assertNever } from '../../base/assert-never.ts'
import { failureOf, judgeAdmission } from '../../graph/admission.ts'
import type { Truth } from '../../graph/evaluate-condition.ts'
import type { Facts } from '../../graph/fact-value.ts'
import { printMeasured } from '../../graph/situation.ts'
import type { Requirement } from '../../model/application.ts'
import type { Condition, Operand } from '../../model/condition.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import { type Circumstances, type ExplainedCase, explainedCase } from './explained-case.ts'
import { factsOf } from './trace-condition.ts'

/** What by itself makes the verdict 否 (不行的原因): none of it can be left out, and nothing else need be known. */
export interface FailingReason {
  /** The facts, in the order of the matter. */
  readonly facts: readonly string[]
  /** Conditions that a person has judged not to be met. */
  readonly judgements: readonly string[]
  /** The conditions of acceptance that fail by it. */
  readonly requirements: readonly string[]
  /** 经营面积为80平方米、告知承诺为否，不满足“面积够大”. */
  readonly sentence: string
}

/** All minimal reasons of a refusal. */
export interface FailingReasons {
  /** Smallest first; empty where the verdict is not 否. */
  readonly reasons: readonly FailingReason[]
  /** False where there are more than are listed. */
  readonly complete: boolean
}

/** More reasons than this are not told apart. */
const MOST = 64

/**
 * The minimal reasons why an applicant does not meet the conditions of acceptance (为什么不行): every smallest set of what is
 * known that alone makes the verdict 否, whatever the rest were.
 */
export function failingReasons(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  facts: Facts,
  circumstances: Circumstances = {},
): FailingReasons {
  const { matter } = measurable
  const about = explainedCase(measurable, facts, circumstances)
  const { requirements } = judgeAdmission(matter.requirements, about.evaluator, about.judgements)
  const search = supportSearch(about)
  const found = requirements.flatMap(({ requirement, failing }) =>
    failing === 'yes' ? search.ofFailure(requirement).map((set) => ({ set, name: requirement.name })) : [],
  )
  const least = minimal(found.map(({ set }) => set))
  const listed = least.sets.map((set): FailingReason => {
    const failed = found.filter((one) => one.set.every((element) => set.includes(element))).map(({ name }) => name)
    const own = { facts: factsIn(set, about), judgements: judgementsIn(set), requirements: [...new Set(failed)] }
    return { ...own, sentence: sentenceOf(own, about) }
  })
  return {
    reasons: listed.toSorted((a, b) => a.facts.length + a.judgements.length - b.facts.length - b.judgements.length),
    complete: search.isComplete() && least.complete,
  }
}

/** A judgement stands among the names of facts with a mark before it that no name has. */
const JUDGED = '\u0000'

type Support = readonly string[]

/** Finds what supports a truth: the smallest sets of facts that alone give it. */
function supportSearch(about: ExplainedCase) {
  let complete = true
  const entered = new Set<string>()
  return {
    ofFailure: (requirement: Requirement): readonly Support[] => {
      const { rule, ...others } = requirement
      const byRule = rule === undefined ? [] : supports(failureOf(requirement), 'yes')
      if (about.judgements.get(requirement.name) !== false) return byRule
      const applies = supports(failureOf(others), 'yes')
      return keep([...byRule, ...applies.map((set) => [...set, `${JUDGED}${requirement.name}`])])
    },
    isComplete: () => complete,
  }

  function supports(condition: Condition, truth: Truth): readonly Support[] {
    if (about.evaluator.truthOf(condition) !== truth) return []
    switch (condition.kind) {
      case 'all':
      case 'any':
        return (condition.kind === 'all') === (truth === 'yes')
          ? together(condition.of, truth)
          : keep(condition.of.flatMap((part) => supports(part, truth)))
      case 'not':
        return supports(condition.of, truth === 'yes' ? 'no' : 'yes')
      case 'situation':
        return ofSituation(condition.situation, truth)
      case 'fact':
      case 'compare':
        return [factsOf(condition)]
      case 'oneOf':
        return truth === 'no'
          ? [factsOf(condition)]
          : keep(condition.operands.flatMap((operand) => ofEquality(condition.fact, operand)))
      default:
        return assertNever(condition)
    }
  }

  /** All parts are needed: one support of each. */
  function together(parts: readonly Condition[], truth: Truth): readonly Support[] {
    return parts.reduce<readonly Support[]>(
      (sets, part) => {
        const own = supports(part, truth)
        return keep(sets.flatMap((set) => own.map((more) => [...new Set([...set, ...more])])))
      },
      [[]],
    )
  }

  function ofSituation(name: string, truth: Truth): readonly Support[] {
    const definition = about.definitionOf(name)
    if (definition === undefined || entered.has(name)) return []
    entered.add(name)
    const found = supports(definition, truth)
    entered.delete(name)
    return found
  }

  function ofEquality(fact: string, operand: Operand): readonly Support[] {
    return supports({ kind: 'compare', fact, operator: 'eq', operand }, 'yes')
  }

  function keep(sets: readonly Support[]): readonly Support[] {
    const least = minimal(sets)
    complete &&= least.complete
    return least.sets
  }
}

/** The sets that hold no other one of them, each once. */
function minimal(sets: readonly Support[]): { readonly sets: readonly Support[]; readonly complete: boolean } {
  const least: Support[] = []
  for (const set of sets.toSorted((a, b) => a.length - b.length)) {
    if (least.some((other) => other.every((element) => set.includes(element)))) continue
    if (least.length === MOST) return { sets: least, complete: false }
    least.push(set)
  }
  return { sets: least, complete: true }
}

function factsIn(set: Support, { declared }: ExplainedCase): readonly string[] {
  const order = [...declared.keys()]
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return set.filter((element) => !element.startsWith(JUDGED)).toSorted((a, b) => place(a) - place(b))
}

function judgementsIn(set: Support): readonly string[] {
  return set.flatMap((element) => (element.startsWith(JUDGED) ? [element.slice(JUDGED.length)] : []))
}

function sentenceOf(
  { facts, judgements, requirements }: Omit<FailingReason, 'sentence'>,
  { facts: values, declared }: ExplainedCase,
): string {
  const stated = facts.flatMap((name) => {
    const value = values.get(name)
    return value === undefined ? [] : [`${name}为${printMeasured(value, declared.get(name)?.unit)}`]
  })
  const judged = judgements.map((name) => `工作人员判断“${name}”不符合`)
  return `${[...stated, ...judged].join('、')}，不满足${requirements.map((name) => `“${name}”`).join('、')}`
}
