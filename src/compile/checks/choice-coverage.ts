import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { coverageOf } from '../../graph/flow-checks.ts'
import { printSituation } from '../../graph/situation.ts'
import { insertBelow } from '../text/edits.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6005: a 分流 that leaves a situation without a way; decided exactly, with a situation as proof. */
export const checkChoiceCoverage: Check = (context) => {
  const { graph, measuring, reachability, source } = context
  return graph.nodes.flatMap((node, id) => {
    if (node.kind !== 'choice' || node.branches.some(({ when }) => when === undefined)) return []
    const coverage = coverageOf(graph, measuring.space(), reachability(), id)
    if (coverage.kind === 'covered') return []
    const witness = coverage.kind === 'uncovered' ? printSituation(coverage.witness) : undefined
    const last = node.branches.at(-1)?.origin ?? node.origin
    const fixes =
      last === undefined
        ? []
        : [
            {
              title: '补上“否则：”',
              applicability: 'placeholder' as const,
              edits: [insertBelow(source, last, `否则：转 ${TO_FILL_IN}`)],
            },
          ]
    return diagnose('ZW6005', { choice: node.name, witness: witness || undefined }, placeOf(node, context), { fixes })
  })
}
