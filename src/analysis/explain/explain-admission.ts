import { type Admission, judgeAdmission } from '../../graph/admission.ts'
import type { Truth } from '../../graph/evaluate-condition.ts'
import type { Facts } from '../../graph/fact-value.ts'
import { negate } from '../../graph/truth.ts'
import type { Requirement } from '../../model/application.ts'
import type { Matter } from '../../model/matter.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import { type Circumstances, type ExplainedCase, explainedCase } from './explained-case.ts'
import { type ConditionTrace, traceCondition } from './trace-condition.ts'

/**
 * How one condition of acceptance stands (条件的状态): 满足, 不满足, 待定, 不适用 (by 除外 or 当), or left to a person who has
 * not judged it yet (人工判断).
 */
export type RequirementState = 'met' | 'failing' | 'open' | 'exempt' | 'manual'

/** One condition of acceptance, explained (条件的说明). */
export interface RequirementExplanation {
  readonly requirement: Requirement
  readonly state: RequirementState
  /** One sentence in the words of the condition. */
  readonly sentence: string
  /** 依据, as documents cite it. */
  readonly sources: readonly string[]
  /** 不符合提示, where it is not met. */
  readonly hint: string | undefined
  /** 判断 */
  readonly rule: ConditionTrace | undefined
  /** 当: where it does not hold, the condition does not apply. */
  readonly when: ConditionTrace | undefined
  /** 除外: where one holds, the condition does not apply. */
  readonly except: readonly ConditionTrace[]
  /** What a person has to judge, and what was answered; undefined where nothing is left to a person. */
  readonly manual: { readonly check: string; readonly answer: boolean | undefined } | undefined
  /** The facts that its judgement waits for. */
  readonly neededFacts: readonly string[]
}

/** Whether an applicant meets the conditions of acceptance, and why (受理条件的说明). */
export interface AdmissionExplanation {
  /** 满足, 不满足 or 待定; what is left to a person takes no part. */
  readonly verdict: Truth
  /** One sentence on all of them: 2项满足，1项不满足；另有1项需人工判断. */
  readonly sentence: string
  readonly requirements: readonly RequirementExplanation[]
  /** How many conditions a person still has to judge. */
  readonly manual: number
  /** All facts that the verdict waits for, each once. */
  readonly neededFacts: readonly string[]
}

/**
 * Explains whether an applicant meets the conditions of acceptance (解释受理条件): every condition with its parts as a tree,
 * one sentence a part, three-valued throughout. The verdict is that of the engine.
 */
export function explainAdmission(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  facts: Facts,
  circumstances: Circumstances = {},
): AdmissionExplanation {
  return explainCase(measurable.matter, explainedCase(measurable, facts, circumstances))
}

function explainCase({ requirements }: Matter, about: ExplainedCase): AdmissionExplanation {
  const { verdict, requirements: judged } = judgeAdmission(requirements, about.evaluator, about.judgements)
  const explained = judged.map((each) => explainRequirement(each, about))
  return {
    verdict,
    sentence: summaryOf(verdict, explained),
    requirements: explained,
    manual: explained.filter(({ state }) => state === 'manual').length,
    neededFacts: [...new Set(explained.flatMap(({ neededFacts }) => neededFacts))],
  }
}

function explainRequirement(
  { requirement, failing, leftToPerson, neededFacts }: Admission['requirements'][number],
  about: ExplainedCase,
): RequirementExplanation {
  const { rule, manualCheck, name } = requirement
  const when = requirement.when && traceCondition(requirement.when, 'question', about)
  const except = requirement.except.map((condition) => traceCondition(condition, 'question', about))
  const applies = [...(when === undefined ? [] : [when.truth]), ...except.map(({ truth }) => negate(truth))]
  const state: RequirementState = leftToPerson
    ? 'manual'
    : failing === 'yes'
      ? 'failing'
      : failing === 'unknown'
        ? 'open'
        : applies.includes('no')
          ? 'exempt'
          : 'met'
  const answer = about.judgements.get(name)
  const explained = {
    requirement,
    state,
    sources: requirement.sources.map(printLegalSource),
    hint: state === 'failing' ? requirement.hint : undefined,
    rule: rule && traceCondition(rule, 'demand', about),
    when,
    except,
    manual:
      rule !== undefined && manualCheck === undefined && answer === undefined
        ? undefined
        : { check: manualCheck ?? name, answer },
    neededFacts,
  }
  return { ...explained, sentence: sentenceOf(explained) }
}

/** What is said of a condition, behind its official wording. */
function sentenceOf({
  requirement: { name },
  state,
  neededFacts,
  when,
  manual,
  rule,
}: Omit<RequirementExplanation, 'sentence'>): string {
  switch (state) {
    case 'met':
      return `“${name}”：满足`
    case 'failing':
      return rule?.truth !== 'no' && manual?.answer === false
        ? `“${name}”：不满足，工作人员判断不符合`
        : `“${name}”：不满足`
    case 'open':
      // Answered, but in another unit than is asked for: nothing more to be told decides it.
      return neededFacts.length === 0
        ? `“${name}”：待定，填写的单位和要求的不一样，比不了`
        : `“${name}”：待定，要看${neededFacts.join('、')}`
    case 'exempt':
      return `“${name}”：不适用，${when?.truth === 'no' ? '不在适用的情形内' : '属于除外的情形'}`
    case 'manual':
      return `“${name}”：由工作人员判断，${manual?.check ?? name}`
  }
}

const STATES = [
  ['met', '满足'],
  ['failing', '不满足'],
  ['open', '待定'],
  ['exempt', '不适用'],
] as const

const VERDICTS: Readonly<Record<Truth, string>> = {
  yes: '符合受理条件',
  no: '不符合受理条件',
  unknown: '还不能确定是否符合受理条件',
}

function summaryOf(verdict: Truth, explained: readonly RequirementExplanation[]): string {
  const count = (state: RequirementState) => explained.filter((each) => each.state === state).length
  const tally = STATES.flatMap(([state, word]) => (count(state) === 0 ? [] : [`${count(state)}项${word}`]))
  const manual = count('manual') === 0 ? '' : `；另有${count('manual')}项需人工判断`
  const told = tally.length === 0 ? '' : `：${tally.join('，')}`
  if (explained.length === 0) return '没有受理条件'
  if (tally.length === 0) return `全部由工作人员判断：${count('manual')}项`
  // What a person has yet to judge may still fail.
  const verdictWords = verdict === 'yes' && manual !== '' ? '能判断的都符合' : VERDICTS[verdict]
  return `${verdictWords}${told}${manual}`
}
