import { assertNever } from '../../base/assert-never.ts'
import type { Truth } from '../../graph/evaluate-condition.ts'
import { OPPOSITE_OPERATOR } from '../../graph/opposite-operator.ts'
import { printMeasured } from '../../graph/situation.ts'
import { allOf, anyOf, negate } from '../../graph/truth.ts'
import type { Condition, Operand } from '../../model/condition.ts'
import { printDemand, printOneOf } from './demand-words.ts'
import type { ExplainedCase } from './explained-case.ts'

/** One part of a condition with what became of it (条件的求值过程): a tree whose leaves are comparisons. */
export interface ConditionTrace {
  readonly condition: Condition
  readonly truth: Truth
  /** One sentence: 经营面积为80平方米，要求150平方米以上，不满足. */
  readonly sentence: string
  /** The facts that a leaf reads; empty for what has parts. */
  readonly facts: readonly string[]
  /** Empty for a leaf, and for a 情形 that has been told further up. */
  readonly parts: readonly ConditionTrace[]
}

/** Whether a condition is asked for (要求…，满足), or only looked at: under 非, 除外 and 当 (是否…：是). */
export type Voice = 'demand' | 'question'

/** As deep as conditions are evaluated (`createEvaluator`). */
const MAX_DEPTH = 400

/**
 * Tells how a condition comes out for an applicant (求值过程): every part with its truth and one sentence. Each 情形 is told
 * in full where it comes first. The truths are those of the evaluator.
 */
export function traceCondition(condition: Condition, voice: Voice, about: ExplainedCase): ConditionTrace {
  const told = new Set<string>()
  return trace(condition, voice, 0)

  function trace(part: Condition, as: Voice, depth: number): ConditionTrace {
    if (depth > MAX_DEPTH) return leaf(part, 'unknown', `条件套得太深，${outcome(as, 'unknown')}`, [])
    switch (part.kind) {
      case 'all':
      case 'any':
        return combination(part, as, depth)
      case 'not':
        return negation(part, as, depth)
      case 'situation':
        return situation(part, as, depth)
      case 'fact':
      case 'compare':
      case 'oneOf':
        return comparison(part, as)
      default:
        return assertNever(part)
    }
  }

  function combination(
    part: Extract<Condition, { readonly kind: 'all' | 'any' }>,
    as: Voice,
    depth: number,
  ): ConditionTrace {
    const parts = part.of.map((each) => trace(each, as, depth + 1))
    const truths = parts.map(({ truth }) => truth)
    const truth = part.kind === 'all' ? allOf(truths) : anyOf(truths)
    return { condition: part, truth, sentence: combinationWords(part.kind, truths, truth, as), facts: [], parts }
  }

  function negation(part: Extract<Condition, { readonly kind: 'not' }>, as: Voice, depth: number): ConditionTrace {
    const inner = trace(part.of, 'question', depth + 1)
    const truth = negate(inner.truth)
    const opposite = oppositeWords(part.of, about)
    const sentence =
      opposite === undefined
        ? as === 'demand'
          ? `要求以下情形不成立：${HOLDS[inner.truth]}，${outcome(as, truth)}`
          : `以下情形是否不成立：${outcome(as, truth)}`
        : leafSentence(part.of, opposite, as, truth)
    return { condition: part, truth, sentence, facts: [], parts: [inner] }
  }

  function situation(
    part: Extract<Condition, { readonly kind: 'situation' }>,
    as: Voice,
    depth: number,
  ): ConditionTrace {
    const name = part.situation
    const definition = about.definitionOf(name)
    const truth = about.evaluator.truthOf(part)
    const again = told.has(name)
    const remark = definition === undefined ? '（没有定义）' : again ? '（见前面）' : ''
    const sentence =
      as === 'demand'
        ? `要求属于“${name}”的情形${remark}：${BELONGS[truth]}，${outcome(as, truth)}`
        : `是否属于“${name}”的情形${remark}：${outcome(as, truth)}`
    if (definition === undefined || again) return leaf(part, truth, sentence, [])
    told.add(name)
    return { condition: part, truth, sentence, facts: [], parts: [trace(definition, as, depth + 1)] }
  }

  function comparison(part: Comparison, as: Voice): ConditionTrace {
    const truth = about.evaluator.truthOf(part)
    // 告知承诺：是 reads better than whether 告知承诺 is 是.
    const sentence =
      part.kind === 'fact' && as === 'question'
        ? `${part.fact}：${outcome(as, truth)}${about.facts.has(part.fact) ? '' : '，还没有填写'}`
        : leafSentence(part, demandOf(part, about), as, truth)
    return leaf(part, truth, sentence, factsOf(part))
  }

  /** 经营面积为80平方米，要求150平方米以上，不满足. */
  function leafSentence(part: Condition, demand: string, as: Voice, truth: Truth): string {
    const asked = as === 'demand' ? `要求${demand}，` : `是否${demand}：`
    return `${'fact' in part ? statedOf(part, about) : ''}，${asked}${outcome(as, truth)}`
  }
}

type Comparison = Extract<Condition, { readonly kind: 'fact' | 'compare' | 'oneOf' }>

function leaf(condition: Condition, truth: Truth, sentence: string, facts: readonly string[]): ConditionTrace {
  return { condition, truth, sentence, facts, parts: [] }
}

const OUTCOMES: Readonly<Record<Voice, Readonly<Record<Truth, string>>>> = {
  demand: { yes: '满足', no: '不满足', unknown: '待定' },
  question: { yes: '是', no: '否', unknown: '待定' },
}
const HOLDS: Readonly<Record<Truth, string>> = { yes: '成立', no: '不成立', unknown: '还不知道' }
const BELONGS: Readonly<Record<Truth, string>> = { yes: '属于', no: '不属于', unknown: '还不知道' }

function outcome(voice: Voice, truth: Truth): string {
  return OUTCOMES[voice][truth]
}

/** How the parts of 且 and 或 add up: 以下3项都要满足，其中1项不满足、1项待定：不满足. */
function combinationWords(kind: 'all' | 'any', truths: readonly Truth[], truth: Truth, as: Voice): string {
  const count = truths.length
  const words = as === 'demand' ? OUTCOMES.demand : HOLDS
  const verb = as === 'demand' ? '满足' : '成立'
  const asked =
    kind === 'all'
      ? `以下${count}项${as === 'demand' ? '都要' : '是否都'}${verb}`
      : as === 'demand'
        ? `以下${count}项满足一项即可`
        : `以下${count}项有没有一项成立`
  const tally = (['yes', 'no', 'unknown'] as const).flatMap((each) => {
    const some = truths.filter((other) => other === each).length
    return some === 0 ? [] : [{ some, text: `${some}项${words[each]}` }]
  })
  const [only] = tally
  const told =
    only?.some === count ? only.text.replace(/^\d+项/u, '都') : `其中${tally.map(({ text }) => text).join('、')}`
  return `${asked}，${told}：${outcome(as, truth)}`
}

/** What a comparison asks for. */
function demandOf(part: Comparison, about: ExplainedCase): string {
  if (part.kind === 'fact') return '为是'
  return part.kind === 'oneOf'
    ? printOneOf(part.fact, part.operands, about)
    : printDemand(part.fact, part.operator, part.operand, about)
}

/** What 非 asks for where it stands before a single comparison; undefined where it stands before more. */
function oppositeWords(part: Condition, about: ExplainedCase): string | undefined {
  if (part.kind === 'fact') return '为否'
  if (part.kind === 'oneOf') return `不${printOneOf(part.fact, part.operands, about)}`
  return part.kind === 'compare'
    ? printDemand(part.fact, OPPOSITE_OPERATOR[part.operator], part.operand, about)
    : undefined
}

/** The facts that a comparison reads, each once. */
export function factsOf(part: Comparison): readonly string[] {
  const others = operandsOf(part).flatMap((operand) =>
    'fact' in operand && operand.fact !== undefined ? [operand.fact] : [],
  )
  return [...new Set([part.fact, ...others])]
}

function operandsOf(part: Comparison): readonly Operand[] {
  return part.kind === 'fact' ? [] : part.kind === 'oneOf' ? part.operands : [part.operand]
}

/** What is known of the facts of a comparison: 经营面积为80平方米，其中注册资本还没有填写. */
function statedOf(part: Comparison, { facts, declared }: ExplainedCase): string {
  const state = (name: string) => {
    const value = facts.get(name)
    return value === undefined ? `${name}还没有填写` : `${name}为${printMeasured(value, declared.get(name)?.unit)}`
  }
  return factsOf(part).map(state).join('，')
}
