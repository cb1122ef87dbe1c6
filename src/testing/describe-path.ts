import { printNumber } from '../base/print-number.ts'
import type { Facts } from '../graph/fact-value.ts'
import type { PathResult } from '../graph/path-result.ts'
import { printSituation, type SituationWitness } from '../graph/situation.ts'

/** A critical path with the time of each step (沿哪条链): 关键路径 受理（1）→现场核查（6）→决定（1），共8个工作日. */
export function describePath({ steps, workdays }: PathResult): string {
  const chain = steps.map(({ name, workdays: each }) => `${name}（${printNumber(each)}）`).join('→')
  return `关键路径 ${chain === '' ? '没有计时的环节' : chain}，共${printNumber(workdays)}个工作日`
}

/**
 * The situation in which it takes so long, as a line of its own; none where it does so in every situation. What the test
 * gives already need not be told.
 */
export function describeWorst(situation: SituationWitness | null, given: Facts): readonly string[] {
  const parts = situation?.parts.filter(({ fact }) => !given.has(fact)) ?? []
  return situation === null || parts.length === 0 ? [] : [`最不利的情形 ${printSituation({ ...situation, parts })}`]
}
