import { bundleMatters } from '../analysis/bundle/bundle-matters.ts'
import { describeProblem } from '../analysis/bundle/describe-problem.ts'
import { HARMLESS } from '../analysis/bundle/harmless-problems.ts'
import type { CompiledBundle, CompiledMatter } from '../compile/compiled.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { CommandFailure } from './command-failure.ts'

/** The one matter that a bundle makes (一件事合成的事项), as commands take matters; what cannot be made is told with its reasons. */
export function makeBundle({ bundle, components, file, unread, faulty }: CompiledBundle): CompiledMatter {
  const matters = new Map([...components].map(([name, { matter }]) => [name, matter]))
  const { matter, problems } = bundleMatters(bundle, matters)
  const faults = problems.filter(({ kind }) => !HARMLESS.has(kind))
  if (faults.length > 0) {
    const reasons = faults.map(describeProblem).join('；')
    throw new CommandFailure(`一件事“${bundle.name}”合不成一个事项：${reasons}。用 zw check 查看是哪一行`)
  }
  const isFaulty = faulty === true || [...components.values()].some((each) => each.faulty === true)
  return {
    matter,
    graph: buildGraph(matter).graph,
    file,
    ...(unread !== undefined && { unread }),
    ...(isFaulty && { faulty: true }),
  }
}
