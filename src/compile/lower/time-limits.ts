import { diagnose } from '../../diagnostics/diagnose.ts'
import { LIMIT_STARTS } from '../../model/terms.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import type { DateSyntax, SyntaxNode } from '../../syntax/tree.ts'
import { printDate } from '../text/words.ts'
import { conditionOf } from './conditions.ts'
import { lowerDate } from './dates.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { lowerDuration } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { profileOf } from './profiles.ts'
import { childOf, keywordOf, termOf, valueIn, valueOriginOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One line of 法定时限 or 承诺时限. */
export function lowerTimeLimit(node: SyntaxNode, lowering: Lowering): TimeLimit | undefined {
  const value = valueIn(node, 'duration')
  if (value === undefined) return undefined
  const profile = profileOf(childOf(node, 'limit.profile'), lowering)
  const limit: Draft<TimeLimit> = {
    limit: lowerDuration(value.duration, node.valueSpan, lowering, profile),
    ...lowerAnnotations(node, lowering),
  }
  const from = lowerEnd(value.from, node, lowering)
  const to = lowerEnd(value.to, node, lowering)
  if (from !== undefined && to !== undefined && to < from) {
    const params = { from: printDate(from), to: printDate(to) }
    lowering.report(diagnose('ZW8006', params, valueOriginOf(lowering.source, node)))
  }
  setIfGiven(limit, 'from', from)
  setIfGiven(limit, 'to', to)
  setIfGiven(limit, 'when', conditionOf(node, 'when', lowering))
  setIfGiven(limit, 'startsAt', termOf(node, 'limit.startsAt', LIMIT_STARTS))
  setIfGiven(limit, 'profile', profile?.name)
  return limit
}

function lowerEnd(date: DateSyntax | undefined, node: SyntaxNode, lowering: Lowering): string | undefined {
  return date === undefined ? undefined : lowerDate(date, keywordOf(node, lowering.source), node.valueSpan, lowering)
}
