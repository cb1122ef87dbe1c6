import { printDuration, UNIT_WORDS } from '../../calendar/duration.ts'
import { limitsInForce } from '../../graph/limits-in-force.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import { LIMIT_STARTS } from '../../model/terms.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { UNIT_CODES } from './codes.ts'
import { type CodedField, field, type GuideField, textOf } from './field.ts'
import type { GuideWords } from './guide-words.ts'

/** 时限: value, unit and explanation, as the standard has it (an..20, 单位, 说明). */
export interface LimitFields {
  readonly value: GuideField<string>
  readonly unit: CodedField
  readonly explanation: GuideField<string>
}

/** One line of 法定时限 or 承诺时限 as the matter has it. */
export interface LimitLine {
  readonly limit: string
  readonly when: string | null
  readonly from: string | null
  readonly to: string | null
  readonly startsAt: string | null
  readonly basis: readonly string[]
}

/**
 * The limit as the standard's one triple (时限三项). Where it differs by situation it is the one of all other situations; where
 * each has its own there is no value, and the explanation tells them all.
 */
export function limitFields(
  kind: '法定办结时限' | '承诺办结时限',
  columns: { readonly value: string; readonly unit: string; readonly explanation: string },
  limits: readonly TimeLimit[],
  asOf: string | undefined,
  words: GuideWords,
): LimitFields {
  const current = limitsInForce(limits, asOf)
  const rule = current.find(({ when }) => when === undefined)
  const limit = rule?.limit
  const unit = limit !== undefined && 'amount' in limit ? limit.unit : undefined
  const value = limit === undefined ? null : 'amount' in limit ? limit.amount : UNIT_WORDS[limit.unit]
  return {
    value: field(kind, columns.value, value),
    unit: {
      name: `${kind}单位`,
      field: columns.unit,
      value: unit === undefined ? null : UNIT_WORDS[unit],
      code: unit === undefined ? null : UNIT_CODES[unit],
    },
    explanation: field(
      `${kind}说明`,
      columns.explanation,
      textOf(current.flatMap((each) => explain(each, current, words))),
    ),
  }
}

function explain(rule: TimeLimit, current: readonly TimeLimit[], words: GuideWords): readonly string[] {
  const { limit, when, startsAt, sources, notes } = rule
  const situation = when === undefined ? (current.length > 1 ? '其他情形' : undefined) : words.say(when)
  const parts = [
    ...(situation === undefined ? [] : [`${situation}：${printDuration(limit)}`]),
    ...(startsAt === undefined ? [] : [`起算：${LIMIT_STARTS[startsAt]}`]),
    ...(sources.length === 0 ? [] : [`依据：${sources.map(printLegalSource).join('；')}`]),
    ...notes,
  ]
  return parts.length === 0 ? [] : [parts.join('；')]
}

/** Every line, also those that are not in force. */
export function limitLines(limits: readonly TimeLimit[], words: GuideWords): readonly LimitLine[] {
  return limits.map(({ limit, when, from, to, startsAt, sources }) => ({
    limit: printDuration(limit),
    when: when === undefined ? null : words.say(when),
    from: from ?? null,
    to: to ?? null,
    startsAt: startsAt === undefined ? null : LIMIT_STARTS[startsAt],
    basis: sources.map(printLegalSource),
  }))
}
