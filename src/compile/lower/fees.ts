import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fee } from '../../model/matter.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { type Draft, setIfGiven } from './draft.ts'
import type { Lowering } from './lowering.ts'
import { childOf, textOf, valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** What guides publish for “nothing to pay”, after 此项 or 本事项 where they say so. */
const FREE =
  /^(?:此项|该项|本项|本?事项)?(?:不收费?|不收取(?:任何)?费用|不涉及收费|无需缴费|无收费|免费(?:办理)?|免收(?:费用?)?|否|无)[。.；;]?$/

/** 是否收费：是 says that there is something to pay and not what. */
const UNNAMED: ReadonlySet<string> = new Set(['是', '收费', '收取'])

/** 按规定收取, 详见收费标准: leads elsewhere, and names nothing that could be paid. */
const ELSEWHERE =
  /^(?:依法|依照|依据|按照?|根据|参照|详?见|以).{0,30}(?:规定|标准|执行|收取|收费|核定|为准|目录|文件|通知)[。.；;]?$/

/** One 收费. */
export function lowerFee(node: SyntaxNode, lowering: Lowering): Fee | undefined {
  const text = valueIn(node, 'text')?.text
  if (text === undefined) return undefined
  if (UNNAMED.has(text) || ELSEWHERE.test(text)) {
    const params = { keyword: '收费', value: text, expected: '收费项目的名称或者“不收费”', example: '考试费' }
    const origin = { file: lowering.source.uri, span: node.valueSpan }
    lowering.report(diagnose('ZW1102', params, origin))
  }
  const fee: Draft<Fee> = {
    charged: !FREE.test(text),
    text,
    ...lowerAnnotations(node, lowering),
  }
  const standard = valueIn(childOf(node, 'fee.standard'), 'money')
  setIfGiven(fee, 'amountFen', standard?.amountFen)
  setIfGiven(fee, 'per', standard?.per)
  setIfGiven(fee, 'relief', textOf(node, 'fee.relief'))
  return fee
}
