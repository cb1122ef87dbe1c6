import { printAmount, printChange, printShare, reductionOf } from '../analysis/describe-target.ts'
import { describeExclusion } from '../analysis/exclusion.ts'
import type { TargetCheck, TargetTally } from '../analysis/verify-targets.ts'
import { printable } from '../diagnostics/printable.ts'
import type { SourceIndex } from '../diagnostics/source-index.ts'
import { printSituation, type SituationWitness } from '../graph/situation.ts'

/** What came out of a target (核对的结果): 实际55.0%（20→9个工作日，还差1个工作日；受理→决定）, 无法核对（没有法定时限）. */
export function describeCheck({ verdict, situation = null, chain }: TargetCheck): string {
  const where = situation === null ? '' : `；${printWorst(situation)}`
  if (verdict.kind === 'undecided') return `无法核对（${describeExclusion(verdict.because)}${where}）`
  const { target, met, shortfall } = verdict
  const reduction = reductionOf(verdict)
  const actual = `${printShare(target, reduction.ratio)}%`
  const change = printChange(reduction, target.subject)
  const lacking = met ? '' : `，还差${printAmount(shortfall, target.subject)}`
  const path = met || chain.length === 0 ? '' : `；${chain.join('→')}`
  return `实际${actual}（${change}${lacking}${path}${where}）`
}

/** For whom a target of a 一件事 stands worst: 压减最小的情形：【安置方式】为“自主就业”. */
export function printWorst(situation: SituationWitness): string {
  return `压减最小的情形：${printSituation(situation)}`
}

/** The lines that a missed target comes from (是哪几行造成的), each once; what cannot be judged is told by its reason. */
export function renderLines(
  { verdict, because }: TargetCheck,
  index: SourceIndex | undefined,
  indent: string,
): readonly string[] {
  if (index === undefined || verdict.kind === 'undecided' || verdict.met) return []
  const lines = because.flatMap((origin) => {
    const { file, start } = index.locate(origin)
    const bounds = index.lineBounds(file, start.line)
    if (bounds === undefined) return []
    const text = index.text(file)?.slice(bounds.start, bounds.end) ?? ''
    return [`${indent}${printable(file)}:${start.line}  ${printable(text.trim())}`]
  })
  return [...new Set(lines)]
}

/** How targets came out: 达到1项，未达到2项. */
export function countOutcomes({ met, missed, undecided }: TargetTally): string {
  const counts = { 达到: met, 未达到: missed, 无法核对: undecided }
  return printCounts(counts, '项')
}

/** So many of each (各有多少), without those of which there are none. */
export function printCounts(counts: Readonly<Record<string, number>>, unit: string): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${count}${unit}`)
    .join('，')
}
