import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { Step } from '../../model/flow.ts'
import type { Output } from '../../model/matter.ts'
import { childOf, valueOriginOf } from '../lower/read-node.ts'
import { insertUnder, replaceAt } from '../text/edits.ts'
import { type Check, type CheckContext, entryOf, placeOf } from './check-context.ts'

/** ZW6020: a 结果 that no step yields, in a matter whose steps say what they yield. */
export const checkUnproducedOutputs: Check = (context) => {
  const { matter } = context
  const steps = matter.flow.filter((item) => item.kind === 'step')
  const produced = new Set(steps.flatMap(({ outputs }) => outputs))
  if (produced.size === 0) return []
  const last = lastSteps(steps, context)
  return matter.outputs
    .filter(({ name }) => !produced.has(name))
    .map((output) => {
      const params = { output: output.name, steps: last.map(({ name }) => name) }
      const fixes = last.map((step) => yieldToo(step, output, context))
      return diagnose('ZW6020', params, placeOf(output, context), { fixes })
    })
}

/** The steps that nothing follows. */
function lastSteps(steps: readonly Step[], { graph }: CheckContext): readonly Step[] {
  const ends = new Set(
    graph.nodes.flatMap(({ name }, id) => (graph.edges.outStart[id] === graph.edges.outStart[id + 1] ? [name] : [])),
  )
  return steps.filter(({ name }) => ends.has(name))
}

/** Adds the result to the 产出 of a step. */
function yieldToo(step: Step, output: Output, context: CheckContext): Fix {
  const entry = entryOf(step, context)
  const line = entry && childOf(entry, 'step.outputs')
  const names = [...step.outputs, output.name].map((name) => `【${name}】`).join('、')
  const edit =
    line === undefined
      ? insertUnder(context.source, placeOf(step, context), `产出：${names}`)
      : replaceAt(valueOriginOf(context.source, line), names)
  return { title: `在环节“${step.name}”下面写“产出：${names}”`, applicability: 'ask', edits: [edit] }
}
