import { failure, type Result, success } from '../base/result.ts'
import type { FactValue } from '../graph/fact-value.ts'
import { compareValues } from '../graph/fact-value.ts'
import type { Fact } from '../model/application.ts'
import type { Step } from '../model/flow.ts'
import { factIn } from './flow/compile-condition.ts'
import type { CaseDefinition } from './flow/definition.ts'
import type { FactRecord } from './parts.ts'
import type { Refusal } from './refusal.ts'
import { listed, refuse } from './refuse.ts'

/** What a step without 填写 may conclude. */
const PLAIN_OUTCOMES: readonly string[] = ['通过', '不通过']

/**
 * Reads the conclusion of a step (结论): a value of the 填写 that has it, which it fills in; else 通过 or 不通过. Gives all
 * answers of the step.
 */
export function readOutcome(
  { facts: declared }: CaseDefinition,
  { name, collects }: Step,
  outcome: string | undefined,
  facts: FactRecord | undefined,
): Result<FactRecord | undefined, Refusal> {
  if (outcome === undefined) return success(facts)
  const answers = collects
    .flatMap((each) => declared.get(each) ?? [])
    .flatMap((fact) => outcomesOf(fact).map(({ word, value }) => ({ fact, word, value })))
  const [meant] = answers.filter(({ word }) => word === outcome)
  if (meant === undefined) {
    const words = answers.length === 0 ? PLAIN_OUTCOMES : answers.map(({ word }) => word)
    if (answers.length === 0 && words.includes(outcome)) return success(facts)
    const names = [...new Set(words)]
    return failure(
      refuse('bad-outcome', `“${name}”没有这种结论`, `可以是：${listed(names)}`, { field: 'outcome', names }),
    )
  }
  const before = factIn(facts ?? {}, meant.fact.name)
  if (before !== undefined && compareValues(before, meant.value) !== 0) {
    return failure(
      refuse('bad-outcome', `结论同填写的“${meant.fact.name}”不一致`, '请只写一处，或者写得一致', {
        field: 'outcome',
        names: [meant.fact.name],
      }),
    )
  }
  return success({ ...facts, [meant.fact.name]: meant.value })
}

function outcomesOf({ type, options }: Fact): readonly { readonly word: string; readonly value: FactValue }[] {
  if (type === 'option') return options.map((option) => ({ word: option, value: { kind: 'option', option } }))
  if (type !== 'boolean') return []
  return [true, false].map((value) => ({ word: value ? '是' : '否', value: { kind: 'boolean', value } }))
}
