import { printConditionWords } from '../../graph/condition-words.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import { CLOCK_WORDS, stepLimitLines } from '../../graph/step-words.ts'
import { supplementLines } from '../../graph/supplement-words.ts'
import type { Matter } from '../../model/matter.ts'
import type { FlowWay } from './follow-way.ts'

/** The flow in words (流程的文字说明), for who cannot see the picture: every step in order with when, who and how long. */
export function describeFlow(matter: Matter, graph: FlowGraph, way: FlowWay): string {
  const { nodes, edges } = graph
  const places = nodes.map((_, id) => `${id + 1}`)
  const listed = nodes.map((node, id) => {
    const step = matter.flow.find((item) => item.kind === 'step' && item.name === node.name)
    const before = edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1]).map((edge) => edges.source[edge] ?? 0)
    const after = [...new Set(before)].filter((source) => source !== id - 1)
    const follows =
      after.length === 0 ? '' : `在第${[...new Set(before)].map((source) => places[source]).join('、')}步之后`
    const branches = node.branches.map(
      ({ when, target }) => `${when === undefined ? '其他情形' : printConditionWords(when, matter)}，转到${target}`,
    )
    const parts = [
      node.when === undefined ? '' : `仅当${printConditionWords(node.when, matter)}`,
      follows,
      step?.kind === 'step' ? [step.department ?? '', step.role ?? ''].filter((word) => word !== '').join(' ') : '',
      stepLimitLines(node.limits, matter).join('，'),
      node.clock === 'counted' || node.kind === 'choice' ? '' : CLOCK_WORDS[node.clock],
      branches.join('；'),
      node.outputs.length === 0 ? '' : `出具${node.outputs.join('、')}`,
      node.terminates ? '到此为止' : '',
      way.outcomes === undefined ? '' : WAY_WORDS[way.nodes[id] ?? 'plain'],
    ].filter((part) => part !== '')
    return `${places[id]}．${node.name}${parts.length === 0 ? '' : `：${parts.join('，')}`}。`
  })
  const beside = matter.supplements.map((each) => {
    return `补正：${each.name}：${supplementLines(each).join('，')}。`
  })
  return ['提交申请以后，依次是：', ...listed, ...beside].join('')
}

const WAY_WORDS = { plain: '', taken: '要走这一步', untaken: '不走这一步', open: '走不走还不知道' } as const
