import type { Requirement } from '../model/application.ts'
import type { Condition } from '../model/condition.ts'
import type { Evaluator, Truth } from './evaluate-condition.ts'
import { allOf, negate } from './truth.ts'

/** What becomes of one 条件 in one case. */
interface JudgedRequirement {
  readonly requirement: Requirement
  /** Whether it applies and is not met. */
  readonly failing: Truth
  /** True where only a person can judge it and nobody has: it is left out of the verdict. */
  readonly leftToPerson: boolean
  /** The facts that its judgement waits for. */
  readonly neededFacts: readonly string[]
}

/** Whether a case meets the conditions of acceptance (受理条件的判断). */
export interface Admission {
  /** 满足, 不满足 or 待定; conditions left to a person's judgement take no part. */
  readonly verdict: Truth
  readonly requirements: readonly JudgedRequirement[]
}

/**
 * Judges the conditions of acceptance of a case (受理条件). 除外 exempts and 当 limits: where they are 待定, so is the
 * condition, unless it is met anyway. `judgements` are the answers to 人工判断, by the name of the condition.
 */
export function judgeAdmission(
  requirements: readonly Requirement[],
  evaluator: Evaluator,
  judgements: ReadonlyMap<string, boolean>,
): Admission {
  const judged = requirements.map((requirement) => judge(requirement, evaluator, judgements.get(requirement.name)))
  const verdict = negate(
    judged.some(({ failing }) => failing === 'yes')
      ? 'yes'
      : judged.some(({ failing, leftToPerson }) => failing === 'unknown' && !leftToPerson)
        ? 'unknown'
        : 'no',
  )
  return { verdict, requirements: judged }
}

function judge(requirement: Requirement, evaluator: Evaluator, answer: boolean | undefined): JudgedRequirement {
  const { rule } = requirement
  const applies = applicability(requirement)
  const byRule = evaluator.truthOf({ kind: 'all', of: applies })
  // A person's answer stands beside the rule: either can fail the condition.
  const failures: Truth[] = [
    ...(rule === undefined ? [] : [negate(evaluator.truthOf(rule))]),
    ...(answer === undefined ? [] : [answer ? ('no' as const) : ('yes' as const)]),
  ]
  const unmet = failures.includes('yes') ? 'yes' : failures.includes('unknown') ? 'unknown' : 'no'
  const leftToPerson = failures.length === 0 && byRule !== 'no'
  const failing = leftToPerson ? 'unknown' : allOf([byRule, unmet])
  const open = failing === 'unknown' && !leftToPerson
  return {
    requirement,
    failing,
    leftToPerson,
    neededFacts: open ? evaluator.neededFor(failureOf(requirement)) : [],
  }
}

/** What must hold for a condition of acceptance to apply and to fail by its rule (不满足的情形). */
export function failureOf(requirement: Requirement): Condition {
  const { rule } = requirement
  return { kind: 'all', of: [...applicability(requirement), ...(rule === undefined ? [] : [not(rule)])] }
}

function applicability({ when, except }: Requirement): readonly Condition[] {
  return [...(when === undefined ? [] : [when]), ...except.map(not)]
}

function not(of: Condition): Condition {
  return { kind: 'not', of }
}
