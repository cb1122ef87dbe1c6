import { type Duration, printDuration } from '../calendar/duration.ts'
import type { StepLimit } from '../model/flow.ts'
import type { ClockEffect } from '../model/terms.ts'
import { type ConditionScope, printConditionWords } from './condition-words.ts'

/** How the time of a piece of work counts, for people who do not know the terms (怎样计时). */
export const CLOCK_WORDS: Readonly<Record<ClockEffect, string>> = {
  counted: '计入办理时限',
  excluded: '不计入办理时限',
  paused: '期间暂停计时',
  restarted: '办完后重新计时',
  ownClock: '另外计时',
}

/** 当场 for 即办, else as written. */
export function limitWords(limit: Duration): string {
  return limit.unit === 'instant' ? '当场办' : limit.unit === 'unlimited' ? '没有规定时限' : printDuration(limit)
}

/** The lines that tell a 时限, one a situation (时限的说法): 大型餐馆：8个工作日；其他情形：5个工作日. */
export function stepLimitLines(limits: readonly StepLimit[], scope: ConditionScope): readonly string[] {
  // The first that holds counts: nothing behind one without 当 ever does.
  const rest = limits.findIndex(({ when }) => when === undefined)
  const possible = rest < 0 ? limits : limits.slice(0, rest + 1)
  return possible.map(({ limit, when }) => {
    if (when !== undefined) return `${printConditionWords(when, scope)}：${limitWords(limit)}`
    return possible.length === 1 ? limitWords(limit) : `其他情形：${limitWords(limit)}`
  })
}
