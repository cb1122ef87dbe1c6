import { diagnose } from '../../../diagnostics/diagnose.ts'
import type { FlowGraph } from '../../../graph/flow-graph.ts'
import type { SharedStep } from '../../../model/bundle.ts'
import { SHARED_STEPS } from '../../../model/terms.ts'
import { orderByNeed } from '../../corpus/compile-order.ts'
import { originOf } from '../../lower/read-node.ts'
import { entriesOf } from '../../names/index-names.ts'
import type { BundleCheck, BundleContext } from './bundle-context.ts'
import { checkComponentCycles } from './component-cycles.ts'
import { feedingNeeds } from './component-order.ts'

const SHARED: ReadonlySet<string> = new Set(['sharedAcceptance', 'jointInspection', 'sharedDelivery'])

/**
 * ZW8110: steps that are made one although one has to wait for the other, by the order within a component, by 前序 or by the
 * result that is used. Components that wait for each other anyway are reported by themselves.
 */
export const checkJoinedCycles: BundleCheck = (context) => {
  const { bundle, block, source } = context
  if (bundle.sharedSteps.every(({ kind }) => kind === 'acceptance')) return []
  if (checkComponentCycles(context).length > 0) return []
  const before = drawBundle(context)
  const { loops } = orderByNeed([...before.keys()], (step) => [...(before.get(step) ?? [])])
  const [loop] = loops.filter((each) => bundle.sharedSteps.some((shared) => each.includes(titleOf(shared))))
  const joint = bundle.sharedSteps.find((shared) => loop?.includes(titleOf(shared)) === true)
  if (loop === undefined || joint === undefined) return []
  const nodes = entriesOf(block).filter(({ construct }) => SHARED.has(construct))
  const node = nodes[bundle.sharedSteps.indexOf(joint)] ?? block
  const place = loop.indexOf(titleOf(joint))
  const chain = [...loop.slice(place), ...loop.slice(0, place), titleOf(joint)].toReversed()
  return [diagnose('ZW8110', { chain }, originOf(source, node))]
}

/** What a shared step is called among the steps. */
function titleOf({ kind, name, step }: SharedStep): string {
  return step ?? (kind === 'inspection' ? name : SHARED_STEPS[kind])
}

/** For each step of the bundle those that it waits for; what is made one goes by the name of the shared step. */
function drawBundle({ bundle, components }: BundleContext): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, Set<string>>()
  const delivery = bundle.sharedSteps.find(({ kind }) => kind === 'delivery')
  const acceptance = bundle.sharedSteps.find(({ kind }) => kind === 'acceptance')
  const accepted = acceptance && titleOf(acceptance)
  for (const [component, { graph }] of components) {
    for (const { name } of graph.nodes) wait(called(component, graph, name))
    graph.edges.source.forEach((source, edge) => {
      const [from, to] = [graph.nodes[source], graph.nodes[graph.edges.target[edge] ?? -1]]
      if (from === undefined || to === undefined) return
      const [later, earlier] = [called(component, graph, to.name), called(component, graph, from.name)]
      // Steps of one component that are made one need not wait.
      if (later !== earlier) wait(later, earlier)
    })
    if (delivery !== undefined) for (const each of exitsOf(component, graph)) wait(titleOf(delivery), each)
  }
  for (const { name, after } of bundle.components) for (const earlier of after) order(name, earlier, undefined)
  for (const { component, needs, output } of feedingNeeds(bundle, components)) order(component, needs, output)
  // 统一受理 waits for nothing.
  for (const shared of bundle.sharedSteps) if (shared.kind === 'acceptance') before.get(titleOf(shared))?.clear()
  return before

  function wait(later: string, earlier?: string): void {
    const known = before.get(later) ?? new Set<string>()
    before.set(later, known)
    if (earlier !== undefined) known.add(earlier)
  }

  function order(component: string, earlier: string, output: string | undefined): void {
    const [graph, other] = [components.get(component)?.graph, components.get(earlier)?.graph]
    if (graph === undefined || other === undefined || component === earlier) return
    const issuing = output === undefined ? [] : issuersOf(earlier, other, output)
    // What comes right behind 统一受理 begins the component, since that waits for nothing.
    const first = graph.nodes.filter(({ name }, id) =>
      namesBefore(component, graph, id).every(
        (before) => before === accepted || before === called(component, graph, name),
      ),
    )
    for (const { name } of first) {
      for (const each of issuing.length > 0 ? issuing : exitsOf(earlier, other)) {
        wait(called(component, graph, name), each)
      }
    }
  }

  function sharedFor(component: string, { nodes }: FlowGraph, step: string): SharedStep | undefined {
    const stages = nodes.find(({ name }) => name === step)?.stages ?? []
    return bundle.sharedSteps.find(({ kind, steps }) =>
      steps.length > 0
        ? steps.some((path) => path.component === component && path.name === step)
        : kind !== 'inspection' && stages.length > 0 && stages.every((stage) => stage === kind),
    )
  }

  function called(component: string, graph: FlowGraph, step: string): string {
    const shared = sharedFor(component, graph, step)
    return shared === undefined ? `${component}·${step}` : titleOf(shared)
  }

  /** The last steps of a component before 统一出件. */
  function exitsOf(component: string, graph: FlowGraph): readonly string[] {
    const behind = (id: number) =>
      [...graph.edges.source.keys()].flatMap((edge) =>
        graph.edges.source[edge] === id ? (graph.edges.target[edge] ?? []) : [],
      )
    const over = new Set(
      graph.nodes.flatMap(({ name }, id) => (sharedFor(component, graph, name)?.kind === 'delivery' ? [id] : [])),
    )
    for (const id of over) for (const later of behind(id)) over.add(later)
    return graph.nodes.flatMap(({ name }, id) =>
      !over.has(id) && behind(id).every((later) => over.has(later)) ? [called(component, graph, name)] : [],
    )
  }

  /** The steps that issue a result; in place of a delivery that is shared, the steps before it. */
  function issuersOf(component: string, graph: FlowGraph, output: string): readonly string[] {
    return graph.nodes.flatMap(({ name, outputs }, id) => {
      if (!outputs.includes(output)) return []
      if (sharedFor(component, graph, name)?.kind !== 'delivery') return [called(component, graph, name)]
      return namesBefore(component, graph, id)
    })
  }

  function namesBefore(component: string, graph: FlowGraph, id: number): readonly string[] {
    const sources = graph.edges.inEdge.slice(graph.edges.inStart[id], graph.edges.inStart[id + 1])
    return sources.flatMap((edge) => {
      const from = graph.nodes[graph.edges.source[edge] ?? -1]
      return from === undefined ? [] : [called(component, graph, from.name)]
    })
  }
}
