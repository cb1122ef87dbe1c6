import { groupBy } from '../../base/group-by.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { LegalSource } from '../../model/common.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { type LawVersion, type SharedEntry, sharedKey } from '../library.ts'
import { printDate } from '../text/words.ts'
import { dateOf } from './dates.ts'
import type { Lowering } from './lowering.ts'
import { childrenOf, originOf, valueIn } from './read-node.ts'

/** The 法规 of a library, the versions of one title together. */
export function lowerLaws(library: SyntaxNode, name: string, lowering: Lowering): readonly SharedEntry[] {
  const laws = childrenOf(library, 'law').flatMap((node) => {
    const value = valueIn(node, 'citation')
    if (value === undefined) return []
    const version: LawVersion = {
      qualifier: value.qualifier,
      from: dateOf(node, 'law.effectiveFrom', lowering),
      to: dateOf(node, 'law.effectiveTo', lowering),
      origin: originOf(lowering.source, node),
    }
    return { title: { text: value.title, key: foldKey(value.title), span: node.valueSpan }, version }
  })
  return [...groupBy(laws, ({ title }) => title.key).values()].flatMap((same) => {
    const [first] = same
    const versions = same.map(({ version }) => version)
    return first === undefined ? [] : { kind: 'law', library: name, name: first.title, versions }
  })
}

/**
 * ZW8002: a source whose law is known to have ceased. Brackets behind its title say which version is meant; without them
 * any version in force will do.
 */
export function checkLaw({ title, qualifier, origin }: LegalSource, { asOf, shared, report }: Lowering): void {
  const law = shared.get(sharedKey('law', foldKey(title)))
  if (law?.kind !== 'law' || asOf === undefined || origin === undefined) return
  const meant =
    qualifier === undefined
      ? law.versions
      : law.versions.filter((version) => version.qualifier && foldKey(version.qualifier) === foldKey(qualifier))
  if (meant.some(({ to }) => to === undefined || to >= asOf)) return
  const [last] = meant.toSorted((a, b) => ((a.to ?? '') > (b.to ?? '') ? -1 : 1))
  if (last?.to === undefined) return
  const next = law.versions.find(({ from, to }) => from !== undefined && from > (last.from ?? '') && !(to && to < asOf))
  const named = qualifier === undefined ? `《${title}》` : `《${title}》（${qualifier}）`
  const params = { title: named, to: printDate(last.to), since: next?.from && printDate(next.from) }
  report(diagnose('ZW8002', params, origin, { related: [{ origin: last.origin, text: '法规库里写明了失效日期' }] }))
}
