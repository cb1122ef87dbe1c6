import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Scenario } from '../../model/scenario.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { childOf, nameOf, originOf, textOf } from './read-node.ts'
import { lowerAssertion } from './scenario-assertions.ts'
import { lowerEvent } from './scenario-events.ts'
import { lowerGiven, lowerPremise } from './scenario-premises.ts'
import { lowerAnnotations } from './sources.ts'

/** One 用例. What only a 用例 mentions does not count as used. */
export function lowerScenario(node: SyntaxNode, lowering: Lowering): Scenario | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const context: Lowering = { ...lowering, used: new Set() }
  const scenario: Draft<Scenario> = {
    name,
    premises: node.children.flatMap((child) => lowerPremise(child, context)),
    events: node.children.flatMap((child) => lowerEvent(child, context)),
    assertions: node.children.flatMap(({ value, ...child }) =>
      value.kind === 'assertion'
        ? lowerAssertion(value.assertion, originOf(lowering.source, { ...child, value }), context)
        : [],
    ),
    examples: lowerExamples(childOf(node, 'scenario.examples'), context),
    ...lowerAnnotations(node, lowering),
  }
  setIfGiven(scenario, 'matter', textOf(node, 'scenario.matter'))
  if (!expectsSomething(node)) {
    const params = { entry: `用例“${name}”`, keyword: '那么', purpose: '请写明应该得出什么，如“那么：受理条件 满足”' }
    lowering.report(diagnose('ZW2007', params, originOf(lowering.source, node)))
  }
  return scenario
}

/** The rows of 例子; a line without a table below it says nothing. */
function lowerExamples(node: SyntaxNode | undefined, lowering: Lowering): Scenario['examples'] {
  if (node === undefined) return []
  const { table } = node
  if (table === undefined || table.rows.length === 0) {
    const params = { keyword: '例子', expected: '表格：第一行写列名，要核对的列名前面写“→”，下面一行一个例子' }
    lowering.report(diagnose('ZW1101', params, originOf(lowering.source, node)))
    return []
  }
  return table.rows.map((row) => {
    const origin = { file: lowering.source.uri, span: row.span }
    return {
      premises: row.cells.flatMap(({ reading }, column) =>
        reading.kind === 'condition'
          ? lowerGiven(reading.condition, { keyword: table.columns[column]?.name.text ?? '', origin, lowering })
          : [],
      ),
      assertions: row.cells.flatMap(({ reading, span }) =>
        reading.kind === 'assertion' ? lowerAssertion(reading.assertion, { ...origin, span }, lowering) : [],
      ),
      origin,
    }
  })
}

/** True where some line says what must come out, be it readable or not. */
function expectsSomething({ children }: SyntaxNode): boolean {
  return children.some(({ construct }) => construct === 'scenario.assertion' || construct === 'scenario.examples')
}
