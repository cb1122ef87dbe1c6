import type { Fee } from '../../model/matter.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { childOf, textOf, valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** What authors write for “nothing to pay”. */
const FREE: ReadonlySet<string> = new Set(['不收费', '免费', '否', '无'])

/** One 收费. */
export function lowerFee(node: SyntaxNode, lowering: Lowering): Fee | undefined {
  const text = valueIn(node, 'text')?.text
  if (text === undefined) return undefined
  const fee: Draft<Fee> = {
    charged: !FREE.has(text.replace(/[。.；;]$/, '')),
    text,
    ...lowerAnnotations(node, lowering),
  }
  const standard = valueIn(childOf(node, 'fee.standard'), 'money')
  setIfGiven(fee, 'amountFen', standard?.amountFen)
  setIfGiven(fee, 'per', standard?.per)
  setIfGiven(fee, 'relief', textOf(node, 'fee.relief'))
  return fee
}
