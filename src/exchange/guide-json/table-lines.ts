import { printFactValue } from '../../graph/situation.ts'
import type { DecisionTable } from '../../model/decision-table.ts'
import type { GuideWords } from './guide-words.ts'

/** A 判定表 row by row in words, which the standard has no field for; null where a row leaves a column open. */
export function tableLines({ name, inputs, outputs, rules, notes }: DecisionTable, words: GuideWords) {
  return {
    name,
    inputs,
    outputs: outputs.map((output) => output.name),
    rows: rules.map((rule) => ({
      inputs: rule.inputs.map((input) => (input === null ? null : words.say(input))),
      outputs: rule.outputs.map((output) => (output === null ? null : printFactValue(output))),
    })),
    notes,
  }
}
