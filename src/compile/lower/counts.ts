import { diagnose } from '../../diagnostics/diagnose.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { Lowering } from './lowering.ts'
import { childOf, keywordOf, valueIn, valueOriginOf } from './read-node.ts'

/** How many, as an exact number (数量). */
export function countOf(node: SyntaxNode, construct: string): string | undefined {
  return valueIn(childOf(node, construct), 'count')?.amount
}

/** How many of what cannot be halved (次数); anything but a whole number is reported. */
export function wholeCountOf(node: SyntaxNode, construct: string, lowering: Lowering): number | undefined {
  const child = childOf(node, construct)
  const amount = valueIn(child, 'count')?.amount
  if (child === undefined || amount === undefined) return undefined
  const count = Number(amount)
  if (Number.isSafeInteger(count)) return count
  const value = lowering.source.text.slice(child.valueSpan.start, child.valueSpan.end)
  const params = { keyword: keywordOf(child, lowering.source), value, expected: '整数', example: '1次' }
  lowering.report(diagnose('ZW1102', params, valueOriginOf(lowering.source, child)))
  return undefined
}
