import { printRational } from '../../base/rational.ts'
import { durationToJson } from '../../calendar/duration-json.ts'
import type { RequiredMaterial } from '../../graph/required-materials.ts'
import { printMeasured } from '../../graph/situation.ts'
import type { Advice } from './advise.ts'
import type { RequirementExplanation } from './explain-admission.ts'
import type { NextQuestion } from './next-question.ts'
import type { Expected, Outlook, TimeRange } from './outlook.ts'
import type { FactChange } from './remedy.ts'
import type { ConditionTrace } from './trace-condition.ts'

/** The advice to an applicant as stable JSON, `zw ask --json` (给申请人的说明). Numbers of working days are exact, as text. */
export function adviceToJson({ matter, facts, asOf, admission, reasons, changes, outlook, decisions, next }: Advice) {
  const units = new Map(matter.facts.map(({ name, unit }) => [name, unit]))
  const printChange = ({ fact, from, to, wanted, sentence }: FactChange) => ({
    fact,
    from: from === undefined ? null : printMeasured(from, units.get(fact)),
    to: printMeasured(to, units.get(fact)),
    wanted,
    sentence,
  })
  return {
    schema: 'zw/ask/1',
    matter: matter.name,
    asOf: asOf ?? null,
    given: Object.fromEntries([...facts].map(([name, value]) => [name, printMeasured(value, units.get(name))])),
    verdict: admission.verdict,
    sentence: admission.sentence,
    manual: admission.manual,
    neededFacts: admission.neededFacts,
    requirements: admission.requirements.map(requirementToJson),
    reasons: reasons.reasons,
    allReasons: reasons.complete,
    changes: changes.remedies.map((remedy) => ({
      sentence: remedy.sentence,
      changes: remedy.changes.map(printChange),
      answers: remedy.answers.map(printChange),
    })),
    allChanges: changes.complete,
    outlook: outlookToJson(outlook),
    decisions: decisions.map(({ table, sentence, rows, neededFacts }) => ({
      table: table.name,
      sentence,
      neededFacts,
      rows: rows.map(({ row, counts, results, inputs }) => ({ row, counts, results, inputs: inputs.map(traceToJson) })),
    })),
    next: next === undefined ? null : questionToJson(next),
  }
}

function requirementToJson(each: RequirementExplanation) {
  const { requirement, state, sentence, sources, hint, rule, when, except, manual, neededFacts } = each
  return {
    name: requirement.name,
    state,
    sentence,
    hint: hint ?? null,
    sources,
    manual: manual === undefined ? null : { check: manual.check, answer: manual.answer ?? null },
    neededFacts,
    rule: rule === undefined ? null : traceToJson(rule),
    when: when === undefined ? null : traceToJson(when),
    except: except.map(traceToJson),
  }
}

interface TraceJson {
  readonly truth: ConditionTrace['truth']
  readonly sentence: string
  readonly facts: readonly string[]
  readonly parts: readonly TraceJson[]
}

function traceToJson({ truth, sentence, facts, parts }: ConditionTrace): TraceJson {
  return { truth, sentence, facts, parts: parts.map(traceToJson) }
}

/** What an applicant has to expect as stable JSON, the `outlook` of `zw ask --json` (办事预期). Its {@link Outlook.verdict} is text already. */
export function outlookToJson({ materials, waived, steps, path, promised, timeDependsOn, trips }: Outlook) {
  return {
    materials: expectedToJson(materials, materialToJson),
    waived,
    steps: expectedToJson(steps, (name) => ({ name })),
    path: path === undefined ? null : timeRangeToJson(path),
    promised: promised.map(({ limit }) => durationToJson(limit)),
    timeNeededFacts: timeDependsOn,
    trips: trips ?? null,
  }
}

/** How long it can take as JSON (用时的范围). */
export function timeRangeToJson({ min, max }: TimeRange) {
  return { minWorkdays: printRational(min), maxWorkdays: printRational(max) }
}

function expectedToJson<T>({ sure, open, count }: Expected<T>, print: (item: T) => object) {
  return {
    count,
    sure: sure.map(print),
    open: open.map(({ item, dependsOn }) => ({ ...print(item), neededFacts: dependsOn })),
  }
}

function materialToJson({ name, count, choices }: RequiredMaterial) {
  return { name, count, choices }
}

function questionToJson({ fact, question, decides, reason, mean, open }: NextQuestion) {
  const { name, type, options, unit } = fact
  return {
    fact: name,
    type,
    options,
    unit: unit ?? null,
    question,
    reason,
    decides,
    meanQuestions: mean === undefined ? null : printRational(mean),
    open,
  }
}
