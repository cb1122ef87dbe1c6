import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import { originOf } from '../lower/read-node.ts'
import { entriesOf } from '../names/index-names.ts'
import { replaceAt } from '../text/edits.ts'
import { type Check, type CheckContext, placeOf } from './check-context.ts'

/** ZW6010: steps of one 并联 that do not stand next to each other. */
export const checkParallelGap: Check = (context) => {
  const byName = new Map(context.graph.nodes.map((node) => [node.name, node]))
  return context.problems.flatMap((problem) => {
    if (problem.kind !== 'notAdjacent') return []
    const { steps, between } = problem
    const related = between.flatMap((name) => {
      const origin = byName.get(name)?.origin
      return origin === undefined ? [] : [{ origin, text: '夹在中间' }]
    })
    const choiceBetween = between.some((name) => byName.get(name)?.kind === 'choice')
    const fixes = choiceBetween ? [] : nameAll([...steps, ...between], problem.origin?.span.start, context)
    return diagnose('ZW6010', { steps, between }, placeOf(problem, context), { related, fixes })
  })
}

/** Names the steps in between too, in the order of the list. */
function nameAll(names: readonly string[], start: number | undefined, context: CheckContext): readonly Fix[] {
  const { block, graph, source } = context
  const line = entriesOf(block).find(({ construct, keyword }) => construct === 'parallel' && keyword.start === start)
  if (line === undefined) return []
  const listed = graph.nodes.map(({ name }) => name).filter((name) => names.includes(name))
  const text = listed.map((name) => `【${name}】`).join('、')
  const origin = { ...originOf(source, line), span: line.valueSpan }
  return [{ title: `改为“并联：${text}”`, applicability: 'ask', edits: [replaceAt(origin, text)] }]
}
