import { diagnose } from '../../diagnostics/diagnose.ts'
import type { ScenarioEvent } from '../../model/scenario.ts'
import type { EventSyntax, Name, SyntaxNode } from '../../syntax/tree.ts'
import { findDeclaration, isNamed, reportUnknownName, resolveName } from '../names/resolve-name.ts'
import { lowerDate } from './dates.ts'
import { lowerDuration } from './durations.ts'
import type { FactInScope, Lowering } from './lowering.ts'
import { keywordOf, namesOf, originOf } from './read-node.ts'
import { lowerValue } from './scenario-premises.ts'

type Of<K extends EventSyntax['kind']> = Extract<EventSyntax, { readonly kind: K }>
type Origin = ScenarioEvent['origin']

/** What one line 当 says has happened; nothing for lines of another kind. */
export function lowerEvent(node: SyntaxNode, lowering: Lowering): readonly ScenarioEvent[] {
  if (node.value.kind !== 'event') return []
  const { event } = node.value
  const origin = originOf(lowering.source, node)
  switch (event.kind) {
    case 'dated': {
      const date = lowerDate(event.date, keywordOf(node, lowering.source), event.span, lowering)
      return date === undefined ? [] : [{ kind: 'dated', what: event.what, date, origin }]
    }
    case 'happens':
      return lowerHappening(event.name, event, origin, lowering)
    case 'took':
      return lowerLength(event, origin, lowering)
    case 'outcome':
      return lowerOutcome(event, node, lowering)
  }
}

const HAPPENINGS = [
  ['supplement', 'supplements'],
  ['procedure', 'procedures'],
  ['extension', 'extensions'],
] as const

function lowerHappening(
  name: Name,
  { duration, span }: Pick<Of<'happens'>, 'duration' | 'span'>,
  origin: Origin,
  lowering: Lowering,
): readonly ScenarioEvent[] {
  for (const [what, kind] of HAPPENINGS) {
    const declared = findDeclaration(name, kind, lowering)
    if (declared === undefined) continue
    const length = duration && lowerDuration(duration, span, lowering)
    return [
      {
        kind: 'happens',
        what,
        name: declared.name.text,
        ...(length !== undefined && { duration: length }),
        ...(origin !== undefined && { origin }),
      },
    ]
  }
  reportUnknownName(name, ['procedures', 'supplements', 'extensions'], lowering)
  return []
}

/** How long a step took; a 特别程序 or 补正 that took some time has happened. */
function lowerLength(event: Of<'took'>, origin: Origin, lowering: Lowering): readonly ScenarioEvent[] {
  const isProcedure = HAPPENINGS.some(([, kind]) => isNamed(event.name.key, kind, lowering))
  if (isProcedure && !isNamed(event.name.key, 'steps', lowering)) {
    return lowerHappening(event.name, event, origin, lowering)
  }
  const step = resolveName(event.name, 'steps', lowering)
  if (step === undefined) return []
  const duration = lowerDuration(event.duration, event.span, lowering)
  return [{ kind: 'took', step, duration, ...(origin !== undefined && { origin }) }]
}

/** 决定 结果为 通过: the fact that the step fills in and that has this value among its 取值. */
function lowerOutcome({ name, value }: Of<'outcome'>, node: SyntaxNode, lowering: Lowering): readonly ScenarioEvent[] {
  const declared = findDeclaration(name, 'steps', lowering)
  if (declared === undefined) {
    reportUnknownName(name, ['steps'], lowering)
    return []
  }
  const collected = declared.collects ?? namesOf(declared.node, 'step.collects').map(({ key }) => key)
  const facts = collected.flatMap((key) => lowering.facts.get(key) ?? [])
  const fact = facts.find((one) => hasOption(one, value)) ?? facts[0]
  if (fact === undefined) {
    const { valueSpan: span } = node
    const written = lowering.source.text.slice(span.start, span.end)
    const reason = `环节“${declared.name.text}”没有“填写：”，不知道结果是哪一项信息`
    const params = {
      keyword: keywordOf(node, lowering.source),
      value: written,
      expected: '办理中发生的事',
      example: '决定 结果为 通过',
      reason,
    }
    lowering.report(diagnose('ZW1102', params, { file: lowering.source.uri, span }))
    return []
  }
  const origin = originOf(lowering.source, node)
  return lowerValue(fact, value, lowering).map((given) => ({
    kind: 'outcome',
    step: declared.name.text,
    fact: fact.fact.name,
    value: given,
    origin,
  }))
}

function hasOption({ options }: FactInScope, value: Of<'outcome'>['value']): boolean {
  return value.kind === 'name' && options.has(value.name.key)
}
