import { compare, parseRational, ZERO } from '../../base/rational.ts'
import { UNIT_WORDS } from '../../calendar/duration.ts'
import { resolveBareDay } from '../../calendar/profiles.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import { printTimeTaken } from '../../model/print-time-taken.ts'
import type { TimeTaken } from '../../model/time-taken.ts'
import type { SyntaxNode, TimeTakenSyntax } from '../../syntax/tree.ts'
import { reportBareDay } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { childOf, valueIn, valueOriginOf } from './read-node.ts'

/** 实际用时 of a step. What contradicts itself (ZW5008) is left out. */
export function timeTakenOf(node: SyntaxNode, construct: string, lowering: Lowering): TimeTaken | undefined {
  const child = childOf(node, construct)
  const times = valueIn(child, 'timeTaken')?.times
  if (child === undefined || times === undefined) return undefined
  const units = new Set(times.flatMap(({ unit }) => unit ?? []))
  const [written, another] = units
  if (written === undefined) return undefined
  if (another !== undefined) return contradict('units', [])
  const unit = written === 'bareDay' ? bareDay(child, longest(times), lowering) : written
  const amountOf = (word: TimeTakenSyntax['estimate']) => times.find(({ estimate }) => estimate === word)?.amount
  const [least, likely, most] = [amountOf('least'), amountOf('likely'), amountOf('most')]
  if (least !== undefined && likely !== undefined && most !== undefined) {
    const sorted = [least, likely, most].sort(byAmount)
    if (sorted.every((amount, index) => amount === [least, likely, most][index])) {
      return { kind: 'estimated', unit, least, likely, most }
    }
    const [first = least, second = likely, third = most] = sorted
    return contradict('order', [{ kind: 'estimated', unit, least: first, likely: second, most: third }])
  }
  const seen = times.map(({ amount, cases }) => ({ amount, ...(cases !== undefined && { cases: Number(cases) }) }))
  const counted = seen.filter(({ cases = 1 }) => Number.isSafeInteger(cases) && cases > 0)
  if (counted.length === seen.length) return { kind: 'observed', unit, times: seen }
  return contradict('cases', counted.length === 0 ? [] : [{ kind: 'observed', unit, times: counted }])

  function contradict(because: 'order' | 'units' | 'cases', meant: readonly TimeTaken[]): undefined {
    if (child === undefined) return
    const origin = valueOriginOf(lowering.source, child)
    const value = lowering.source.text.slice(origin.span.start, origin.span.end)
    const words = [...units].map((one) => (one === 'bareDay' ? '日' : UNIT_WORDS[one]))
    const fixes = meant.map((taken): Fix => {
      const text = printTimeTaken(taken)
      return { title: `改为“${text}”`, applicability: 'ask', edits: [{ origin, text }] }
    })
    lowering.report(diagnose('ZW5008', { value, because, units: words }, origin, { fixes }))
  }
}

/** What the bare word 日 or 天 means for the longest of the times; the author is asked to write it (ZW5004). */
function bareDay(child: SyntaxNode, amount: string, lowering: Lowering): 'workday' | 'calendarDay' {
  const unit = resolveBareDay(lowering.profile, amount)
  reportBareDay(unit, child.valueSpan, lowering, lowering.profile, /^.*[日天]/s)
  return unit
}

function longest(times: readonly TimeTakenSyntax[]): string {
  return (
    times
      .map(({ amount }) => amount)
      .sort(byAmount)
      .at(-1) ?? '0'
  )
}

function byAmount(a: string, b: string): number {
  return compare(parseRational(a) ?? ZERO, parseRational(b) ?? ZERO)
}
