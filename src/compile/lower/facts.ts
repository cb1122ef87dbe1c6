import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fact } from '../../model/application.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import { FACT_TYPES, type FactType } from '../../model/terms.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { sharedKey } from '../library.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { FactInScope, Lowering } from './lowering.ts'
import { childOf, namesOf, originOf, termOf, textOf } from './read-node.ts'
import { type SameFact, sameFactOf } from './same-fact.ts'
import { lowerAnnotations } from './sources.ts'

const NO_OPTIONS: ReadonlyMap<string, string> = new Map()

/** The facts that every matter knows, by folded name (固有信息). */
export const BUILT_IN = BUILT_IN_FACTS.map((fact) => [foldKey(fact.name), { fact, options: NO_OPTIONS }] as const)

/** The facts of a matter (信息) in the order written; puts them into scope, after those that every matter knows. */
export function lowerFacts(lowering: Lowering): readonly Fact[] {
  for (const [key, fact] of BUILT_IN) lowering.facts.set(key, fact)
  const facts: Fact[] = []
  for (const { name, node } of lowering.names.facts.byKey.values()) {
    // Without a type that can be told nothing is known about its use: mentions of it stay silent.
    lowering.facts.delete(name.key)
    const fact = lowerFact(node, name.text, lowering)
    if (fact === undefined) continue
    lowering.facts.set(name.key, fact)
    facts.push(fact.fact)
  }
  return facts
}

function lowerFact(node: SyntaxNode, name: string, lowering: Lowering): FactInScope | undefined {
  const same = sameFactOf(node, lowering)
  const type = typeOf(node, name, same?.fact.type, lowering)
  if (type === undefined) return undefined
  if (same !== undefined && same.fact.type !== type) reportOtherType(node, name, type, same, lowering)
  const own = optionsOf(node, lowering)
  const options = own.size === 0 && same !== undefined ? same.options : own
  const fact: Draft<Fact> = { name, type, options: [...options.values()], ...lowerAnnotations(node, lowering) }
  const unit = textOf(node, 'fact.unit') ?? same?.fact.unit
  // Without its unit, which could not be read, a number would be taken for another.
  if (unit === undefined && (childOf(node, 'fact.unit') !== undefined || lowering.hasUnused(node))) return undefined
  setIfGiven(fact, 'unit', unit)
  setIfGiven(fact, 'question', textOf(node, 'fact.question') ?? same?.fact.question)
  setIfGiven(fact, 'filledBy', textOf(node, 'fact.filledBy') ?? same?.fact.filledBy)
  setIfGiven(fact, 'default', textOf(node, 'fact.default') ?? same?.fact.default)
  setIfGiven(fact, 'from', same && (same.fact.from ?? { owner: same.owner, fact: same.fact.name }))
  return { fact, options }
}

/** The options by folded key; 取值 may be the name of a 枚举 that a library shares. */
function optionsOf(node: SyntaxNode, { shared }: Lowering): ReadonlyMap<string, string> {
  const written = namesOf(node, 'fact.options')
  const [only] = written
  const set = written.length === 1 && only !== undefined ? shared.get(sharedKey('optionSet', only.key)) : undefined
  const options = set?.kind === 'optionSet' ? set.options : written
  return new Map(options.map(({ key, text }) => [key, text]))
}

function reportOtherType(node: SyntaxNode, name: string, type: FactType, same: SameFact, lowering: Lowering): void {
  const { origin } = same.fact
  const params = { name, type: FACT_TYPES[type], owner: same.owner, other: FACT_TYPES[same.fact.type] }
  const place = originOf(lowering.source, childOf(node, 'fact.type') ?? node)
  lowering.report(
    diagnose('ZW4011', params, place, { related: origin === undefined ? [] : [{ origin, text: '来处的信息' }] }),
  )
}

/** The type as written, or that of the fact it is the same as; 取值 alone already says 枚举. */
function typeOf(
  node: SyntaxNode,
  name: string,
  inherited: FactType | undefined,
  lowering: Lowering,
): FactType | undefined {
  const type = termOf(node, 'fact.type', FACT_TYPES)
  const hasOptions = childOf(node, 'fact.options') !== undefined
  if (type === 'option' && !hasOptions && inherited !== 'option') return reportMissing('取值', node, name, lowering)
  if (type !== undefined || childOf(node, 'fact.type') !== undefined) return type
  if (inherited !== undefined) return inherited
  return hasOptions ? 'option' : reportMissing('类型', node, name, lowering)
}

function reportMissing(keyword: string, node: SyntaxNode, name: string, lowering: Lowering): undefined {
  const purpose =
    keyword === '类型' ? `类型有：${Object.values(FACT_TYPES).join('、')}` : '请列出可以选的内容，用“、”隔开'
  lowering.report(diagnose('ZW2007', { entry: `信息“${name}”`, keyword, purpose }, originOf(lowering.source, node)))
}
