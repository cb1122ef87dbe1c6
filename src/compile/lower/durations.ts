import type { Span } from '../../base/span.ts'
import { type Duration, UNIT_WORDS } from '../../calendar/duration.ts'
import { type CountingProfile, resolveBareDay } from '../../calendar/profiles.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { DurationSyntax, SyntaxNode } from '../../syntax/tree.ts'
import type { Lowering } from './lowering.ts'
import { childOf, valueIn } from './read-node.ts'

type DayUnit = 'workday' | 'calendarDay'

/** The time limit that an attribute states (时限). */
export function durationOf(node: SyntaxNode, construct: string, lowering: Lowering): Duration | undefined {
  const child = childOf(node, construct)
  const value = valueIn(child, 'duration')
  return child && value && lowerDuration(value.duration, child.valueSpan, lowering)
}

/**
 * A length of time with its unit. The bare words 日 and 天 take the unit that the counting profile gives them,
 * and the author is asked to write it. `span` is where the length of time stands.
 */
export function lowerDuration(
  duration: DurationSyntax,
  span: Span,
  lowering: Lowering,
  profile: CountingProfile = lowering.profile,
): Duration {
  if (!('amount' in duration)) return duration
  const { unit, amount } = duration
  if (unit !== 'bareDay') return { unit, amount }
  const dayUnit = resolveBareDay(profile, amount)
  reportBareDay(dayUnit, span, lowering, profile)
  return { unit: dayUnit, amount }
}

/** How long a result is valid (有效期): a bare 日 there is a natural day, since it limits no agency. */
export function validityOf(node: SyntaxNode, construct: string, lowering: Lowering): Duration | undefined {
  const child = childOf(node, construct)
  const duration = valueIn(child, 'duration')?.duration
  if (child === undefined || duration === undefined) return undefined
  if (!('amount' in duration)) return duration
  const { unit, amount } = duration
  if (unit !== 'bareDay') return { unit, amount }
  reportBareDay('calendarDay', child.valueSpan, lowering)
  return { unit: 'calendarDay', amount }
}

/** Asks the author to write which days the bare words 日 and 天 are (ZW5004), in the part of the value that the pattern finds. */
export function reportBareDay(
  reading: DayUnit,
  span: Span,
  lowering: Lowering,
  profile?: CountingProfile,
  pattern = /^[^日天]*[日天]/,
): void {
  const written = lowering.source.text.slice(span.start, span.end)
  const limit = pattern.exec(written)?.[0] ?? written
  const origin = { file: lowering.source.uri, span: { start: span.start, end: span.start + limit.length } }
  const units: readonly DayUnit[] = reading === 'workday' ? ['workday', 'calendarDay'] : ['calendarDay', 'workday']
  const fixes = units.map((unit): Fix => {
    const text = limit.replace(/[日天]/g, `个${UNIT_WORDS[unit]}`)
    return { title: `改为“${text}”`, applicability: 'ask', edits: [{ origin, text }] }
  })
  const params = { limit, reading: UNIT_WORDS[reading], statute: profile && statuteOf(profile) }
  lowering.report(diagnose('ZW5004', params, origin, { fixes }))
}

/** 行政许可法第八十二条; nothing where the statute has no article on the word 日. */
function statuteOf({ name, source }: CountingProfile): string | undefined {
  return source.startsWith('第') ? `${name}${source}` : undefined
}
