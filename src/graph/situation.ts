import { assertNever } from '../base/assert-never.ts'
import { yuanOf } from '../base/yuan.ts'
import { printDuration } from '../calendar/duration.ts'
import type { Operand } from '../model/condition.ts'
import type { FactValue } from './fact-value.ts'

/** One thing that a situation says of a fact. */
export type SituationPart =
  | {
      readonly kind: 'value'
      readonly fact: string
      /** Absent: any value that no condition mentions. */
      readonly value: FactValue | undefined
      readonly unit: string | undefined
    }
  /** How a fact compares with another fact or with a moved date. */
  | {
      readonly kind: 'relation'
      readonly fact: string
      readonly relation: 'less' | 'equal' | 'greater'
      readonly operand: Operand
    }

/** A situation (情形) as the few facts that make it; the other facts may be anything. */
export interface SituationWitness {
  readonly parts: readonly SituationPart[]
  /** False where relations between facts are part of it and might exclude each other. */
  readonly certain: boolean
}

/** Writes a situation in the author's words: 【经营面积】为55平方米，【自制高风险食品】为是. */
export function printSituation(witness: SituationWitness): string {
  return witness.parts.map(printPart).join('，')
}

/** Each thing that a situation says as a 用例 writes it: 【经营面积】为 55平方米. */
export function printSituationParts({ parts }: SituationWitness): readonly string[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'value' || part.value === undefined) return []
    const value = part.value.kind === 'option' ? part.value.option : printMeasured(part.value, part.unit)
    return [`【${part.fact}】为 ${value}`]
  })
}

function printPart(part: SituationPart): string {
  if (part.kind === 'relation') return `【${part.fact}】${RELATION_WORDS[part.relation]}${printOperand(part.operand)}`
  if (part.value === undefined) return `【${part.fact}】为其他内容`
  return `【${part.fact}】为${printMeasured(part.value, part.unit)}`
}

const RELATION_WORDS = { less: '小于', equal: '等于', greater: '大于' } as const

/** Writes the right side of a comparison: a value, another fact, a moved date. */
export function printOperand(operand: Operand): string {
  if (operand.kind === 'fact') return `【${operand.fact}】`
  if (operand.kind !== 'shifted') return printFactValue(operand)
  const base = operand.fact === undefined ? printDate(operand.date ?? '') : `【${operand.fact}】`
  return `${base}${operand.direction === 'later' ? '加' : '减'}${printDuration(operand.duration)}`
}

/** Writes a value as a form shows it: 55, 是, “通过”, 2025年1月1日, 50元, 3个月. */
export function printFactValue(value: FactValue): string {
  switch (value.kind) {
    case 'number':
      return value.amount
    case 'boolean':
      return value.value ? '是' : '否'
    case 'option':
      return `“${value.option}”`
    case 'text':
      return `“${value.text}”`
    case 'date':
      return printDate(value.date)
    case 'money':
      return printYuan(value.amountFen)
    case 'duration':
      return printDuration(value.duration)
    default:
      return assertNever(value)
  }
}

/** Writes a value with the unit that its fact is counted in (填写值的写法): 80平方米. */
export function printMeasured(value: FactValue, unit: string | undefined): string {
  return `${printFactValue(value)}${value.kind === 'number' ? (unit ?? '') : ''}`
}

/** Writes a civil date as people do: 2025年1月1日. */
export function printDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(year)}年${Number(month)}月${Number(day)}日`
}

/** 50元, 100万元, 1.5亿元: in the largest unit that leaves at most one decimal. */
function printYuan(amountFen: string): string {
  const fen = /^-?\d+$/.test(amountFen) ? BigInt(amountFen) : undefined
  if (fen === undefined) return `${amountFen}分`
  const unit = MONEY_UNITS.find(({ worth }) => fen >= worth && fen % (worth / 10n) === 0n)
  if (unit === undefined) return `${yuanOf(amountFen) ?? amountFen}元`
  const tenths = fen / (unit.worth / 10n)
  return `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`}${unit.word}`
}

/** Unit: 分. */
const MONEY_UNITS = [
  { word: '亿元', worth: 10_000_000_000n },
  { word: '万元', worth: 1_000_000n },
] as const
