import type { FlowGraph } from '../../../graph/flow-graph.ts'
import type { Matter } from '../../../model/matter.ts'
import type { PartOf } from './drawing.ts'

/** Which part of the matter each node of its flow is (节点对应的部分), by node id; names that stand twice are taken in turn. */
export function partsOfNodes(matter: Matter, graph: FlowGraph): readonly (PartOf | undefined)[] {
  const listed = new Map<string, number[]>()
  const put = (kind: string, name: string, index: number) => {
    const key = `${kind} ${name}`
    listed.set(key, [...(listed.get(key) ?? []), index])
  }
  matter.flow.forEach((item, index) => {
    if (item.kind !== 'parallel') put(item.kind, item.name, index)
  })
  matter.specialProcedures.forEach(({ name, placement }, index) => {
    if (placement !== undefined) put('procedure', name, index)
  })
  return graph.nodes.map(({ kind, name }) => {
    const index = listed.get(`${kind} ${name}`)?.shift()
    return index === undefined ? undefined : { list: kind === 'procedure' ? 'specialProcedures' : 'flow', index }
  })
}
