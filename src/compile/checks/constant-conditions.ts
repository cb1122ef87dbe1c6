import type { Origin } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findUntakenBranches } from '../../graph/flow-checks.ts'
import { type Verdict, verdictOf } from '../../graph/situation-space.ts'
import { childOf } from '../lower/read-node.ts'
import { type Check, type CheckContext, entryOf, placeOf } from './check-context.ts'
import { definitionsOf, mentionsIn } from './condition-mentions.ts'
import { type StatedCondition, statedConditions } from './condition-places.ts'

/** ZW3009: a condition that holds in every situation or in none; also a 如果 that earlier ones leave nothing for. */
export const checkConstantConditions: Check = (context) => {
  const { matter, measuring } = context
  const constant: { readonly stated: StatedCondition; readonly verdict: 'always' | 'never' }[] = []
  for (const stated of statedConditions(matter)) {
    const verdict = verdictOf(measuring.space(), stated.condition)
    if (verdict !== 'depends') constant.push({ stated, verdict })
  }
  // What rests on a situation that is constant itself is only its echo.
  const situations = new Set(constant.flatMap(({ stated }) => stated.situation ?? []))
  const definitions = definitionsOf(matter.situations)
  const found = constant
    .filter(({ stated }) =>
      [...mentionsIn(stated.condition, definitions).situations].every((name) => !situations.has(name)),
    )
    .map(({ stated, verdict }) => report(verdict, whereStated(stated, context), context))
  return [...found, ...untakenBranches(context)]
}

/** Branches whose condition could hold, but never where the earlier ones did not. */
function untakenBranches(context: CheckContext): readonly Diagnostic[] {
  const { graph, reachability, measuring } = context
  return graph.nodes.flatMap((node, id) => {
    if (node.kind !== 'choice') return []
    return findUntakenBranches(graph, measuring.space(), reachability(), id).flatMap((index) => {
      const branch = node.branches[index]
      if (branch?.when === undefined || branch.origin === undefined) return []
      if (verdictOf(measuring.space(), branch.when) !== 'depends') return []
      const label = '前面的“如果”已经包括了这里的情形，轮不到这一行'
      return report('never', branch.origin, context, label)
    })
  })
}

function report(
  verdict: Exclude<Verdict, 'depends'>,
  origin: Origin,
  { source }: CheckContext,
  label?: string,
): Diagnostic {
  const condition = source.text.slice(origin.span.start, origin.span.end)
  return diagnose('ZW3009', { verdict, condition }, origin, label === undefined ? {} : { label })
}

/** The value of the line that states a condition. */
function whereStated({ part, construct }: StatedCondition, context: CheckContext): Origin {
  const entry = entryOf(part, context)
  const line = entry && construct && childOf(entry, construct)
  return line ? { file: context.source.uri, span: line.valueSpan } : placeOf(part, context)
}
