import type { Span } from '../../base/span.ts'
import { UNIT_WORDS } from '../../calendar/duration.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { FACT_TYPES, type FactType } from '../../model/terms.ts'
import { nearestWord } from '../../syntax/suggest.ts'
import type { DurationSyntax, OperandSyntax } from '../../syntax/tree.ts'
import type { FactInScope, Lowering } from './lowering.ts'

// What is wrong with the right side of a comparison (类型错误). Each answers undefined: the comparison is left out.

const VALUE_TYPES: { readonly [K in OperandSyntax['kind']]: string } = {
  number: '数',
  date: '日期',
  duration: '时长',
  money: '金额',
  text: '文本',
  yesNo: '是否值',
  name: '名称',
  shifted: '日期',
}

/** How a value of each type is written, with the unit of the fact. */
const EXAMPLES: { readonly [T in FactType]: (unit: string) => string | undefined } = {
  boolean: () => '为 是',
  option: () => undefined,
  number: (unit) => `150${unit}以上`,
  text: () => '为 “……”',
  date: () => '不低于 2026年1月1日',
  duration: (unit) => `不超过 3${unit || '个月'}`,
  money: () => '不低于 50万元',
}

/** 【经营面积】 is a number, and the value is a date. */
export function reportWrongType(
  operand: OperandSyntax,
  { fact }: FactInScope,
  lowering: Lowering,
  valueType: string = VALUE_TYPES[operand.kind],
): undefined {
  const params = {
    name: fact.name,
    type: FACT_TYPES[fact.type],
    value: operand.kind === 'text' ? operand.text : writtenAs(operand, lowering),
    valueType,
    example: EXAMPLES[fact.type](fact.unit ?? ''),
  }
  lowering.report(diagnose('ZW5007', params, placeOf(operand, lowering)))
}

/** What a 判定表 gives is compared with values only, so that its rows can be put in its place. */
export function reportOtherFact(span: Span, { fact }: FactInScope, lowering: Lowering): undefined {
  const value = lowering.source.text.slice(span.start, span.end)
  const params = { name: fact.name, type: FACT_TYPES[fact.type], value, valueType: '另一项信息', example: undefined }
  lowering.report(diagnose('ZW5007', params, { file: lowering.source.uri, span }))
}

/** 【经营面积】 is in 平方米, and the value in 亩: nothing is converted. */
export function reportOtherUnit(operand: OperandSyntax, left: FactInScope, lowering: Lowering): undefined {
  const { name, unit } = left.fact
  if (unit === undefined) return reportWrongType(operand, left, lowering)
  const written = writtenAs(operand, lowering)
  lowering.report(diagnose('ZW5002', { name, unit, written }, placeOf(operand, lowering)))
}

/** 工作日 and 自然日 do not compare without a calendar and a first day. */
export function reportOtherTimeUnit(
  { unit }: DurationSyntax,
  operand: OperandSyntax,
  { fact }: FactInScope,
  lowering: Lowering,
): undefined {
  const right = unit === 'bareDay' ? '日' : UNIT_WORDS[unit]
  lowering.report(diagnose('ZW5005', { left: fact.unit ?? '', right }, placeOf(operand, lowering)))
}

/** A word that 取值 does not list. */
export function reportUnknownOption(
  written: string,
  operand: OperandSyntax,
  { fact, options }: FactInScope,
  lowering: Lowering,
): undefined {
  // Options that could not be read were reported where they stand.
  if (options.size === 0 || lowering.isRejected(written)) return
  const origin = placeOf(operand, lowering)
  const near = nearestWord(written, fact.options) ?? onlyKin(written, fact.options)
  const params = { name: fact.name, value: written, allowed: fact.options }
  const fixes =
    near === undefined
      ? []
      : [{ title: `改为“${near}”`, applicability: 'ask' as const, edits: [{ origin, text: near }] }]
  lowering.report(diagnose('ZW5003', params, origin, { fixes }))
}

/** The only option that contains the word or is contained in it: 宾馆 for 宾馆饭店. */
function onlyKin(written: string, options: readonly string[]): string | undefined {
  const [kin, ...others] = options.filter((option) => option.includes(written) || written.includes(option))
  return others.length === 0 ? kin : undefined
}

function placeOf(operand: OperandSyntax, lowering: Lowering) {
  return { file: lowering.source.uri, span: operand.kind === 'name' ? operand.name.span : operand.span }
}

function writtenAs(operand: OperandSyntax, lowering: Lowering): string {
  const { span } = placeOf(operand, lowering)
  return lowering.source.text.slice(span.start, span.end)
}
