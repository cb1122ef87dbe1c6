import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Scenario } from '../../model/scenario.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { nameOf, originOf, textOf } from './read-node.ts'
import { lowerAssertion } from './scenario-assertions.ts'
import { lowerEvent } from './scenario-events.ts'
import { lowerPremise } from './scenario-premises.ts'
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
    examples: [],
    ...lowerAnnotations(node, lowering),
  }
  setIfGiven(scenario, 'matter', textOf(node, 'scenario.matter'))
  if (!expectsSomething(node)) {
    const params = { entry: `用例“${name}”`, keyword: '那么', purpose: '请写明应该得出什么，如“那么：受理条件 满足”' }
    lowering.report(diagnose('ZW2007', params, originOf(lowering.source, node)))
  }
  return scenario
}

/** True where some line says what must come out, be it readable or not. */
function expectsSomething({ children }: SyntaxNode): boolean {
  return children.some(({ construct }) => construct === 'scenario.assertion')
}
