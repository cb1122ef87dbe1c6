import { DmnModdle } from 'dmn-moddle'
import { evaluate, unaryTest } from 'feelin'
import { multiply, parseRational, printRational, rational } from '../../src/base/rational.ts'
import type { Facts, FactValue } from '../../src/graph/fact-value.ts'

/** An element of DMN as dmn-moddle reads it; only what running it needs. */
interface Element {
  readonly $type: string
  readonly id: string
  readonly variable: { readonly name: string }
  readonly text: string
  readonly decisionLogic: Element
  readonly hitPolicy: string
  readonly input: readonly { readonly inputExpression: Element }[]
  readonly output: readonly { readonly name: string }[]
  readonly rule: readonly { readonly inputEntry: readonly Element[]; readonly outputEntry: readonly Element[] }[]
}

/** What a decision table of DMN said: which rows matched, and what they give. */
export interface TableOutcome {
  readonly rows: readonly number[]
  readonly outputs: readonly unknown[]
}

/**
 * Runs a DMN document in feelin, by the words of the standard: inputs as they are, decisions one after the other, tables by their
 * hit policies. Reads the document with dmn-moddle, whose warnings are returned.
 */
export async function runDmn(xml: string, inputs: ReadonlyMap<string, unknown>) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml)
  const elements: readonly Element[] =
    JSON.parse(JSON.stringify(rootElement, (key, value) => (key === '$parent' ? undefined : value))).drgElement ?? []
  const context: Record<string, unknown> = {}
  const results = new Map<string, unknown>()
  const complaints: string[] = []
  const run = (text: string, scope: Record<string, unknown> = context): unknown => {
    const { value, warnings: found } = evaluate(text, scope)
    complaints.push(
      ...found
        .filter(({ type }) => type !== 'INVALID_TYPE' && type !== 'NOT_COMPARABLE')
        .map(({ message }) => `${text}: ${message}`),
    )
    return value
  }
  for (const { $type, id, variable, decisionLogic } of elements) {
    if ($type === 'dmn:InputData') {
      context[variable.name] = inputs.get(variable.name) ?? null
      continue
    }
    const value =
      decisionLogic.$type === 'dmn:LiteralExpression' ? run(decisionLogic.text) : runTable(decisionLogic, run, context)
    results.set(id, value)
    context[variable.name] = value
  }
  return { results, warnings: [...warnings.map(({ message }) => message), ...complaints], elements }
}

function runTable({ hitPolicy, input, rule }: Element, run: (text: string) => unknown, context: object): TableOutcome {
  const values = input.map(({ inputExpression }) => run(inputExpression.text))
  const matching = rule.flatMap(({ inputEntry }, row) =>
    inputEntry.every(({ text }, column) => unaryTest(text, { ...context, '?': values[column] ?? null }).value === true)
      ? [row]
      : [],
  )
  const rows = hitPolicy === 'FIRST' ? matching.slice(0, 1) : matching
  return { rows, outputs: rows.map((row) => rule[row]?.outputEntry.map(({ text }) => run(text))) }
}

/** A value as FEEL has it: a 金额 in 元, a 时长 as a context. */
function toFeel(value: FactValue): unknown {
  switch (value.kind) {
    case 'number':
      return Number(value.amount)
    case 'money':
      return Number(printRational(multiply(parseRational(value.amountFen) ?? rational(0), rational(1, 100))))
    case 'boolean':
      return value.value
    case 'option':
      return value.option
    case 'text':
      return value.text
    case 'date':
      return evaluate(`date("${value.date}")`).value
    case 'duration':
      return {
        unit: value.duration.unit,
        amount: 'amount' in value.duration ? Number(value.duration.amount) : null,
      }
  }
}

export function factsToFeel(facts: Facts, names: ReadonlyMap<string, string>): Map<string, unknown> {
  return new Map([...facts].map(([name, value]) => [names.get(name) ?? name, toFeel(value)]))
}
