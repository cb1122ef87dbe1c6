import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Target } from '../../model/matter.ts'
import { PROPERTY_FACTS } from '../../model/matter-properties.ts'
import type { SelectionTarget } from '../../model/selection-target.ts'
import { foldKey } from '../../syntax/fold.ts'
import { PROPERTY_WORDS } from '../../syntax/matter-properties.ts'
import { nearestWord } from '../../syntax/suggest.ts'
import type { ConditionSyntax, Name, SyntaxNode } from '../../syntax/tree.ts'
import { lowerCondition } from './conditions.ts'
import type { Draft } from './draft.ts'
import type { FactInScope, Lowering } from './lowering.ts'
import { childOf, childrenOf, valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'
import { lowerTarget } from './targets.ts'

/**
 * A 目标 over several matters. Undefined where its 范围 is not there or cannot be used: nobody may take it for 全部. A target
 * that stands under neither 每项 nor 合计 is asked of every matter.
 */
export function lowerSelectionTarget(node: SyntaxNode, name: Name, lowering: Lowering): SelectionTarget | undefined {
  const selection = valueIn(childOf(node, 'selectionTarget.selection'), 'selection')
  if (selection === undefined) return undefined
  const condition = selection.condition && lowerSelection(selection.condition, lowering)
  if (selection.condition !== undefined && condition === undefined) return undefined
  const target: Draft<SelectionTarget> = {
    kind: 'selectionTarget',
    name: name.text,
    each: [...lowerTargets(node, lowering), ...targetsIn(node, 'selectionTarget.each', lowering)],
    total: targetsIn(node, 'selectionTarget.total', lowering),
    ...lowerAnnotations(node, lowering),
  }
  if (condition !== undefined) target.selection = condition
  return target
}

function targetsIn(node: SyntaxNode, section: string, lowering: Lowering): readonly Target[] {
  return childrenOf(node, section).flatMap((each) => lowerTargets(each, lowering))
}

function lowerTargets(node: SyntaxNode, lowering: Lowering): readonly Target[] {
  return node.children.flatMap((line) =>
    line.construct.startsWith('target.') ? (lowerTarget(line, lowering) ?? []) : [],
  )
}

/** A condition over matters: their properties stand in place of facts. A name that is none is reported (ZW4014). */
function lowerSelection(syntax: ConditionSyntax, lowering: Lowering) {
  const unknown = namesIn(syntax).find(({ key }) => !PROPERTIES.has(key))
  if (unknown === undefined) return lowerCondition(syntax, { ...lowering, facts: new Map(PROPERTIES) })
  const known = PROPERTY_FACTS.map(({ name }) => name)
  const suggestion = nearestWord(unknown.key, known)
  const origin = { file: lowering.source.uri, span: unknown.span }
  const fixes =
    suggestion === undefined
      ? []
      : [{ title: `改为“${suggestion}”`, applicability: 'ask' as const, edits: [{ origin, text: suggestion }] }]
  lowering.report(diagnose('ZW4014', { name: unknown.text, known, suggestion }, origin, { fixes }))
  return undefined
}

/** The properties of matters as facts, by folded name. */
const PROPERTIES: ReadonlyMap<string, FactInScope> = new Map(
  PROPERTY_FACTS.map((fact) => [foldKey(fact.name), { fact, options: optionsOf(fact.name) }] as const),
)

/** The closed words of a property by folded spelling, the others that are read for them too. */
function optionsOf(property: string): ReadonlyMap<string, string> {
  const spellings = Object.values(PROPERTY_WORDS[property] ?? {})
  return new Map(spellings.flatMap((words) => words.map((word) => [foldKey(word), words[0]] as const)))
}

/** The names that a condition says something of, in their order. */
function namesIn(syntax: ConditionSyntax): readonly Name[] {
  switch (syntax.kind) {
    case 'and':
    case 'or':
      return syntax.operands.flatMap(namesIn)
    case 'not':
      return namesIn(syntax.operand)
    case 'name':
      return [syntax.name]
    default:
      return [syntax.left]
  }
}
