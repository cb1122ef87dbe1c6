import { diagnose } from '../../diagnostics/diagnose.ts'
import type { OfficeCapacity } from '../../model/bundle.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { wholeCountOf } from './counts.ts'
import type { Lowering } from './lowering.ts'
import { officialName } from './organisations.ts'
import { childOf, keywordOf, nameOf, valueOriginOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One 承办能力; left out where it does not say how many. */
export function lowerCapacity(node: SyntaxNode, lowering: Lowering): OfficeCapacity | undefined {
  const name = nameOf(node)
  const atOnce = wholeCountOf(node, 'officeCapacity.atOnce', lowering)
  const line = childOf(node, 'officeCapacity.atOnce')
  if (name === undefined || atOnce === undefined || line === undefined) return undefined
  if (atOnce > 0) return { office: officialName(name, lowering), atOnce, ...lowerAnnotations(node, lowering) }
  const value = lowering.source.text.slice(line.valueSpan.start, line.valueSpan.end)
  const params = { keyword: keywordOf(line, lowering.source), value, expected: '大于0的整数', example: '1个' }
  lowering.report(diagnose('ZW1102', params, valueOriginOf(lowering.source, line)))
  return undefined
}
