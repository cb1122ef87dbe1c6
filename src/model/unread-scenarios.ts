import type { Origin } from '../base/source-file.ts'
import type { Scenario } from './scenario.ts'

/** A line with an error. */
export interface UnreadLine {
  /** Unit: from 1. */
  readonly line: number
  readonly origin: Origin
}

/**
 * The 用例 that have lines with errors (有错的用例), by where they begin: what such a line takes as given or expects is not in
 * the model, so that what is left of the 用例 proves nothing.
 */
export type UnreadScenarios = ReadonlyMap<string, readonly UnreadLine[]>

/** The lines with errors of a 用例; none where all of it was read. */
export function unreadLinesOf({ origin }: Scenario, unread: UnreadScenarios | undefined): readonly UnreadLine[] {
  return (origin && unread?.get(scenarioKey(origin))) ?? []
}

/** What a 用例 goes by: where it begins. */
export function scenarioKey({ file, span }: Origin): string {
  return `${file} ${span.start}`
}

/** 第137行有错 (说明为什么无法核对). */
export function describeUnread(lines: readonly UnreadLine[]): string {
  return `第${lines.map(({ line }) => line).join('、')}行有错`
}
