import type { FlowGraph } from '../../graph/flow-graph.ts'
import { findGraphFaults } from '../../graph/graph-faults.ts'
import { matterConditions } from '../../graph/matter-conditions.ts'
import type { Matter } from '../../model/matter.ts'
import type { DefinitionFault } from './definition-fault.ts'
import { createConditionCheck } from './find-condition-fault.ts'

/**
 * Finds why cases cannot run on a definition (办件定义的毛病): a graph that is none, steps that are not those of the matter,
 * names that mean two things, conditions that stay 待定 whatever is known. What the compiler passes without errors has none.
 */
export function findDefinitionFault(matter: Matter, graph: FlowGraph): DefinitionFault | undefined {
  if (findGraphFaults(graph).length > 0) return { message: '流程图不完整', names: [] }
  if (graph.nodes.length === 0) return { message: '没有办理环节', names: [] }
  return (
    findTwice('环节', [...graph.nodes, ...graph.floating]) ??
    findTwice('申报信息', matter.facts) ??
    findTwice('材料', matter.materials) ??
    findTwice('情形', graph.situations) ??
    findTwice('受理条件', matter.requirements) ??
    findTwice('补正', matter.supplements) ??
    findTwice('延长', matter.extensions) ??
    findStranger(matter, graph) ??
    findOpenCondition(matter, graph)
  )
}

interface Named {
  readonly name: string
}

function findTwice(what: string, parts: readonly Named[]): DefinitionFault | undefined {
  const seen = new Set<string>()
  const twice = parts.find(({ name }) => seen.size === seen.add(name).size)
  return twice && { message: `有两个${what}都叫“${twice.name}”`, names: [twice.name] }
}

/** A node without its part in the matter, or a part of the matter without its node. */
function findStranger(matter: Matter, graph: FlowGraph): DefinitionFault | undefined {
  const drawn = [...graph.nodes, ...graph.floating].map(({ kind, name }) => `${kind} ${name}`)
  const listed = [
    ...matter.flow.flatMap((item) => (item.kind === 'parallel' ? [] : [`${item.kind} ${item.name}`])),
    ...matter.specialProcedures.map(({ name }) => `procedure ${name}`),
  ]
  const [drawnOnly] = withoutThose(drawn, listed)
  const [listedOnly] = withoutThose(listed, drawn)
  const key = drawnOnly ?? listedOnly
  if (key === undefined) return undefined
  const name = key.slice(key.indexOf(' ') + 1)
  const where = drawnOnly === undefined ? '写在事项里，流程图里没有' : '在流程图里，事项里没有写'
  return { message: `“${name}”${where}`, names: [name] }
}

function withoutThose(keys: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others)
  return keys.filter((key) => !known.has(key))
}

function findOpenCondition(matter: Matter, graph: FlowGraph): DefinitionFault | undefined {
  const check = createConditionCheck(matter.facts, graph.situations)
  for (const condition of matterConditions(matter, graph)) {
    const fault = check(condition)
    if (fault !== undefined) return fault
  }
  return undefined
}
