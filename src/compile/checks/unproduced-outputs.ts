import { diagnose } from '../../diagnostics/diagnose.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6020: a 结果 that no step yields, in a matter whose steps say what they yield. */
export const checkUnproducedOutputs: Check = (context) => {
  const { matter, graph } = context
  const steps = matter.flow.filter((item) => item.kind === 'step')
  const produced = new Set(steps.flatMap(({ outputs }) => outputs))
  if (produced.size === 0) return []
  const last = graph.nodes.flatMap(({ kind, name }, id) =>
    kind === 'step' && graph.edges.outStart[id] === graph.edges.outStart[id + 1] ? [name] : [],
  )
  return matter.outputs
    .filter(({ name }) => !produced.has(name))
    .map((output) => diagnose('ZW6020', { output: output.name, steps: last }, placeOf(output, context)))
}
