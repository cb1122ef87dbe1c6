import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Measure } from '../../model/measure.ts'
import { MEASURE_KINDS } from '../../model/terms.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { NameKind } from '../names/name-space.ts'
import { resolveNames } from '../names/resolve-name.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { durationOf } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { childOf, isYes, nameOf, namesOf, originOf, termOf, textOf, valueIn } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** What cannot be left out of an 优化措施, and why. */
const REQUIRED = [
  { construct: 'measure.kind', keyword: '类型', purpose: '请写明是哪一类措施：并联、取消环节、合并环节、提速等' },
  {
    construct: 'measure.cost',
    keyword: '成本',
    purpose: '成本用来比较哪些措施最省，如“成本：3人日”；不花成本的写“成本：0”',
  },
] as const

/** One 优化措施; without its 类型 or 成本 nothing can be planned with it, so it is left out. */
export function lowerMeasure(node: SyntaxNode, lowering: Lowering): Measure | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  reportMissing(name, node, lowering)
  const taken = isYes(node, 'measure.taken')
  // What has been taken may have taken away what it names.
  const named = (construct: string, kind: NameKind) =>
    taken
      ? namesOf(node, construct).map((each) => lowering.names[kind].byKey.get(each.key)?.name.text ?? each.text)
      : resolveNames(namesOf(node, construct), kind, lowering)
  const names = {
    steps: named('measure.steps', 'steps'),
    materials: named('measure.materials', 'materials'),
    requires: named('measure.requires', 'measures'),
    excludes: named('measure.excludes', 'measures'),
  }
  const kind = termOf(node, 'measure.kind', MEASURE_KINDS)
  const cost = valueIn(childOf(node, 'measure.cost'), 'count')
  if (kind === undefined || cost === undefined) return undefined
  const { amount, unit } = cost
  const measure: Draft<Measure> = {
    name,
    kind,
    ...names,
    cost: { amount, ...(unit !== undefined && { unit }) },
    ...lowerAnnotations(node, lowering),
  }
  setIfGiven(measure, 'limit', durationOf(node, 'measure.limit', lowering))
  setIfGiven(measure, 'deferral', durationOf(node, 'measure.deferral', lowering))
  setIfGiven(measure, 'precondition', textOf(node, 'measure.precondition'))
  if (taken) measure.taken = true
  return measure
}

function reportMissing(name: string, node: SyntaxNode, lowering: Lowering): void {
  if (lowering.hasUnused(node)) return
  for (const { construct, keyword, purpose } of REQUIRED) {
    if (childOf(node, construct) !== undefined) continue
    const params = { entry: `优化措施“${name}”`, keyword, purpose }
    lowering.report(diagnose('ZW2007', params, originOf(lowering.source, node)))
  }
}
