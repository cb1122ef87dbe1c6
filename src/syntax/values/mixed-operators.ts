import type { ConditionSyntax } from '../tree.ts'
import type { ConditionState } from './condition-state.ts'
import { fix, found } from './reading.ts'

/**
 * Reports 且 and 或 side by side without brackets (ZW3007), with the reading that holds. An operand in brackets begins
 * with a bracket, so its span tells it apart.
 */
export function tellMixed(state: ConditionState, operands: readonly ConditionSyntax[]): void {
  const { reading } = state
  const text = reading.report.source.text
  const bare = operands.filter(
    (operand) => operand.kind === 'and' && operand.operands[0]?.span.start === operand.span.start,
  )
  const first = operands[0]
  const last = operands.at(-1)
  if (bare.length === 0 || first === undefined || last === undefined || state.failed) return
  const written = (part: ConditionSyntax) => text.slice(part.span.start, part.span.end)
  const shown = operands.map((part) => (bare.includes(part) ? `（${written(part)}）` : written(part)))
  const span = { start: first.span.start, end: last.span.end }
  found(reading, 'ZW3007', { reading: shown.join(' 或 ') }, span, () => [
    fix(
      reading,
      '按现在的读法加上括号',
      'ask',
      bare.flatMap((part) => [
        { start: part.span.start, end: part.span.start, text: '（' },
        { start: part.span.end, end: part.span.end, text: '）' },
      ]),
    ),
    ...otherReading(state, operands),
  ])
}

/** For 甲 或 乙 且 丙: the brackets around 甲 或 乙. */
function otherReading(state: ConditionState, operands: readonly ConditionSyntax[]): ReturnType<typeof fix>[] {
  const [left, right] = operands
  if (left === undefined || right === undefined || operands.length !== 2) return []
  const inner = (part: ConditionSyntax, at: number) => (part.kind === 'and' ? (part.operands.at(at) ?? part) : part)
  const from = inner(left, -1).span.start
  const to = inner(right, 0).span.end
  return [
    fix(state.reading, '改成先“或”后“且”', 'ask', [
      { start: from, end: from, text: '（' },
      { start: to, end: to, text: '）' },
    ]),
  ]
}
