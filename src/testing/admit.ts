import { judgeAdmission } from '../graph/admission.ts'
import { createEvaluator, type Truth } from '../graph/evaluate-condition.ts'
import { allOf, negate } from '../graph/truth.ts'
import { ACCEPTANCE_VERDICTS } from '../model/terms.ts'
import { citeLines } from './cite-lines.ts'
import { type GivenFacts, readFacts } from './read-facts.ts'
import type { TestedMatter } from './tested-matter.ts'
import type { Verdict } from './verdict.ts'

/** What only a person can judge of a case (人工判断的结论). */
export interface AdmissionOptions {
  /** By the name of the 条件: whether a person finds it met. While one is open, nobody can say that all are met. */
  readonly judgements?: Readonly<Record<string, boolean>>
}

/** How `toReject` may name its reason (不受理的理由). */
export interface RejectionOptions extends AdmissionOptions {
  /** The names of the 条件 that must be among those not met. */
  readonly because?: readonly string[]
}

/** Whether a case with these facts meets the conditions of acceptance (符合受理条件). */
export function judgeAcceptance(received: TestedMatter, given: GivenFacts, options: AdmissionOptions): Verdict {
  const { truth, failing, actual } = admissionOf(received, given, options)
  return { truth, actual: describe(received, actual, failing) }
}

/** Whether a case with these facts is turned away (不符合受理条件), and for the reasons that are named. */
export function judgeRejection(received: TestedMatter, given: GivenFacts, options: RejectionOptions): Verdict {
  const { because = [], ...rest } = options
  const { truth, failing, undecided, actual } = admissionOf(received, given, rest)
  const declared = received.matter.requirements.map(({ name }) => name)
  for (const name of because) {
    if (!declared.includes(name)) {
      throw new TypeError(`事项“${received.matter.name}”没有条件“${name}”；有：${declared.join('、')}`)
    }
  }
  const others = because.filter((name) => !failing.includes(name))
  const open = others.filter((name) => undecided.includes(name))
  const remarks = [
    ...(others.length > open.length ? [`没有不满足：${others.filter((name) => !open.includes(name)).join('、')}`] : []),
    ...(open.length > 0 ? [`还不能判断：${open.join('、')}`] : []),
  ]
  const forReasons = others.length > open.length ? 'no' : open.length > 0 ? 'unknown' : 'yes'
  return {
    truth: allOf([negate(truth), forReasons]),
    actual: [describe(received, actual, failing), ...remarks].join('\n  '),
  }
}

interface Admitted {
  readonly truth: Truth
  readonly actual: string
  /** The names of the conditions that are not met. */
  readonly failing: readonly string[]
  /** The names of those of which nobody can say it yet. */
  readonly undecided: readonly string[]
}

function admissionOf({ matter, graph }: TestedMatter, given: GivenFacts, options: AdmissionOptions): Admitted {
  const judgements = new Map(Object.entries(options.judgements ?? {}))
  for (const name of judgements.keys()) {
    if (!matter.requirements.some((requirement) => requirement.name === name)) {
      throw new TypeError(`事项“${matter.name}”没有条件“${name}”`)
    }
  }
  const evaluator = createEvaluator(graph.situations, readFacts(matter, given))
  const { verdict, requirements } = judgeAdmission(matter.requirements, evaluator, judgements)
  const named = (truth: Truth) =>
    requirements.filter(({ failing }) => failing === truth).map(({ requirement }) => requirement.name)
  const needed = [...new Set(requirements.flatMap(({ neededFacts }) => neededFacts))]
  const leftToPerson = requirements.filter((each) => each.leftToPerson).map(({ requirement }) => requirement.name)
  const waiting = verdict === 'unknown' ? `，还要知道${needed.map((fact) => `【${fact}】`).join('、')}` : ''
  // What nobody has judged is not met yet, whatever the others say.
  const rest =
    leftToPerson.length === 0
      ? ''
      : verdict === 'yes'
        ? `，但是还要人工判断：${leftToPerson.join('、')}；结论写在 judgements 里`
        : `，另有${leftToPerson.length}项需人工判断`
  return {
    truth: verdict === 'yes' && leftToPerson.length > 0 ? 'unknown' : verdict,
    failing: named('yes'),
    undecided: named('unknown'),
    actual: `${verdict === 'yes' && rest !== '' ? '其他条件' : '实际'}${ACCEPTANCE_VERDICTS[verdict]}${waiting}${rest}`,
  }
}

function describe(received: TestedMatter, actual: string, failing: readonly string[]): string {
  const { matter, sources } = received
  const unmet = matter.requirements.filter(({ name }) => failing.includes(name))
  const told = unmet.map(({ name, hint }) => `不满足：${name}${hint === undefined ? '' : `（提示：${hint}）`}`)
  return [
    actual,
    ...told,
    ...citeLines(
      unmet.map(({ origin }) => origin),
      sources,
    ),
  ].join('\n  ')
}
