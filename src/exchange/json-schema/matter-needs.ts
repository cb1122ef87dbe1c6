import { failureOf } from '../../graph/admission.ts'
import { ruleCondition } from '../../graph/decision-table.ts'
import { type FlowGraph, type FlowNode, NO_BRANCH } from '../../graph/flow-graph.ts'
import type { MaterialChoice } from '../../model/application.ts'
import type { Condition } from '../../model/condition.ts'
import type { Matter } from '../../model/matter.ts'
import { createNeedsCollector, type NeedsCollector } from './fact-needs.ts'
import { type Settled, settledByAny, settledByEvery } from './settled.ts'

/**
 * What each fact of a matter is asked for (信息用来判断什么): what makes it needless, by its name. A fact that decides nothing is
 * not there: it is what the application says.
 */
export function findNeeds(matter: Matter, graph: FlowGraph): ReadonlyMap<string, Settled | undefined> {
  const collector = createNeedsCollector(matter.situations)
  const { ask } = collector
  for (const requirement of matter.requirements) ask(failureOf(requirement))
  askMaterials(matter, collector)
  askFlow(graph, collector)
  for (const { when } of matter.extensions) ask(when)
  // A dated line may not be in force: it takes nothing from those behind it.
  for (const limits of [matter.statutoryLimits, matter.promisedLimits]) {
    askInTurn(limits, ({ from, to }) => from === undefined && to === undefined, undefined, collector)
  }
  for (const { hits, rules } of matter.decisionTables) {
    const rows = rules.map((rule) => ({ when: ruleCondition(rule) }))
    askInTurn(rows, () => hits !== 'all', undefined, collector)
  }
  return collector.needs()
}

/** Asks what decides among several, of which the first that holds counts. `takesAll`: whether one leaves nothing to those behind. */
function askInTurn<T extends { readonly when?: Condition | undefined }>(
  lines: readonly T[],
  takesAll: (line: T) => boolean,
  unless: Settled | undefined,
  { ask }: NeedsCollector,
): void {
  let over = unless
  for (const line of lines) {
    ask(line.when, over)
    if (takesAll(line)) over = settledByAny([over, truthOf(line.when, 'yes') ?? { kind: 'sure' }])
  }
}

function truthOf(condition: Condition | undefined, is: 'yes' | 'no'): Settled | undefined {
  return condition && { kind: 'truth', condition, is }
}

function askMaterials({ materials, materialChoices }: Matter, { ask }: NeedsCollector): void {
  const chosenFrom = new Set(materialChoices.flatMap((choice) => choice.materials))
  for (const { name, necessity, source, when } of materials) {
    // What is 免提交 is still fetched from where it is kept; who has it must know whether it is needed.
    if (!chosenFrom.has(name) && (necessity !== 'waived' || source === 'dataSharing')) ask(when)
  }
  const byName = new Map(materials.map((material) => [material.name, material]))
  for (const choice of materialChoices) {
    if (isFree(choice)) continue
    ask(choice.when)
    for (const name of choice.materials) ask(byName.get(name)?.when, truthOf(choice.when, 'no'))
  }

  function isFree({ atLeast, materials: members }: MaterialChoice): boolean {
    const free = members.map((name) => byName.get(name)).filter((one) => one?.necessity === 'waived')
    return free.filter((one) => one?.when === undefined).length >= atLeast
  }
}

function askFlow(graph: FlowGraph, collector: NeedsCollector): void {
  const { ask } = collector
  const gone = findPassed(graph)
  for (const [id, node] of graph.nodes.entries()) askNode(node, gone[id])
  for (const node of graph.floating) askNode(node, undefined)

  function askNode(node: FlowNode, unreached: Settled | undefined): void {
    ask(node.when, unreached)
    const idle = settledByAny([unreached, truthOf(node.when, 'no')])
    askInTurn(node.limits, () => true, idle, collector)
    askInTurn(node.branches, () => true, idle, collector)
  }
}

/** By node: what makes it sure that no way leads there (不经过); undefined where one always may. */
function findPassed({ nodes, edges }: FlowGraph): readonly (Settled | undefined)[] {
  const passed: (Settled | undefined)[] = []
  for (const id of nodes.keys()) {
    const incoming = edges.inEdge.slice(edges.inStart[id] ?? 0, edges.inStart[id + 1] ?? 0)
    passed.push(incoming.length === 0 ? undefined : settledByEvery(incoming.map(closed)))
  }
  return passed

  function closed(edge: number): Settled | undefined {
    const source = edges.source[edge] ?? 0
    const node = nodes[source]
    if (node === undefined) return undefined
    const branch = edges.branch[edge] ?? NO_BRANCH
    return settledByAny([
      passed[source],
      // Where a step with 终止 runs the case ends.
      node.terminates ? (truthOf(node.when, 'yes') ?? { kind: 'sure' }) : undefined,
      ...(branch === NO_BRANCH ? [] : notTaken(node, branch)),
    ])
  }
}

function notTaken({ when, branches }: FlowNode, branch: number): readonly (Settled | undefined)[] {
  return [
    truthOf(when, 'no'),
    ...branches.slice(0, branch).map((earlier) => truthOf(earlier.when, 'yes')),
    truthOf(branches[branch]?.when, 'no'),
  ]
}
