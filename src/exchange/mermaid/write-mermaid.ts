import type { BundledMatter } from '../../analysis/bundle/bundle-parts.ts'
import { type Framing, frameComponents, unframed } from '../../analysis/bundle/frame-components.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { printConditionWords } from '../../graph/condition-words.ts'
import { type EndResults, endResultLines, endResults } from '../../graph/end-results.ts'
import { type FlowGraph, NO_BRANCH } from '../../graph/flow-graph.ts'
import { impliedEdges } from '../../graph/implied-edges.ts'
import { CLOCK_WORDS, stepLimitLines } from '../../graph/step-words.ts'
import { supplementLines, supplementNode } from '../../graph/supplement-words.ts'
import type { Matter } from '../../model/matter.ts'
import { escapeMermaid } from './escape-mermaid.ts'

/** What a Mermaid diagram is drawn from beside the matter (画法). */
export interface MermaidOptions {
  /** The flow of the matter, where the caller has it already. */
  readonly graph?: FlowGraph | undefined
  /** What a 一件事 is made of: each component becomes a subgraph, results go along dashed lines. */
  readonly bundle?: Pick<BundledMatter, 'order' | 'steps' | 'feeds'> | undefined
}

/**
 * The flow of a matter as a Mermaid flowchart (流程图文本), for wikis and notes that draw it themselves. Node `n3` is the node
 * with id 3 of the flow graph, `e3` the end behind it.
 */
export function writeMermaid(matter: Matter, options: MermaidOptions = {}): string {
  const graph = options.graph ?? buildGraph(matter).graph
  const framing = options.bundle === undefined ? unframed(graph) : frameComponents(graph, options.bundle)
  const resultsAt = endResults(matter, graph)
  const boxes = graph.nodes.map((_, id) => ({
    frame: framing.frameOf(id),
    lines: boxOf(matter, graph, framing, id, resultsAt(id)),
  }))
  const inFrame = (frame: string | undefined) =>
    boxes.filter((box) => box.frame === frame).flatMap(({ lines }) => lines)
  const framed = framing.frames.flatMap(({ id, title, when }, index) => [
    `subgraph f${index}["${label([title, when && `仅当${printConditionWords(when, matter)}`])}"]`,
    ...inFrame(id).map((line) => `  ${line}`),
    'end',
  ])
  const lines = [
    'start(["提交申请"])',
    ...inFrame(undefined),
    ...framed,
    ...linesOf(matter, graph, framing),
    ...supplementsOf(matter, graph),
  ]
  return ['flowchart TD', ...lines.map((line) => `  ${line}`), ''].join('\n')
}

/** A node, and the end behind it where there is one. */
function boxOf(matter: Matter, graph: FlowGraph, framing: Framing, id: number, results: EndResults): readonly string[] {
  const node = graph.nodes[id]
  if (node === undefined) return []
  const name = framing.shortName(id)
  if (node.kind === 'choice') return [`n${id}{"${label([name])}"}`]
  const step = matter.flow.find((item) => item.kind === 'step' && item.name === node.name)
  const when = framing.ownWhen(id)
  const text = label([
    when && `仅当${printConditionWords(when, matter)}`,
    node.kind === 'procedure' ? `特别程序：${name}` : name,
    ...(step?.kind === 'step' ? [step.department, step.role] : []),
    ...stepLimitLines(node.limits, matter),
    node.clock === 'counted' ? undefined : CLOCK_WORDS[node.clock],
    isEnd(graph, id) || node.outputs.length === 0 ? undefined : `出具：${node.outputs.join('、')}`,
  ])
  const box = node.kind === 'procedure' ? `n${id}[["${text}"]]` : `n${id}["${text}"]`
  if (!isEnd(graph, id)) return [box]
  return [
    box,
    `e${id}(["${label([endWords(graph, id), ...endResultLines(results, node.terminates ? '发给' : '取得')])}"])`,
  ]
}

function linesOf(matter: Matter, graph: FlowGraph, framing: Framing): readonly string[] {
  const { nodes, edges } = graph
  const implied = impliedEdges(graph)
  const starts = nodes.flatMap((_, id) => (edges.inStart[id] === edges.inStart[id + 1] ? [`start --> n${id}`] : []))
  const drawn = edges.source.flatMap((source, edge) => {
    if (implied.has(edge)) return []
    const ends = [`n${source}`, `n${edges.target[edge] ?? 0}`] as const
    const documents = framing.feedOf(edge)
    if (documents.length > 0) return [`${ends[0]} -.->|"${label(documents)}"| ${ends[1]}`]
    const branch = edges.branch[edge] ?? NO_BRANCH
    if (branch === NO_BRANCH) return [ends.join(' --> ')]
    const when = nodes[source]?.branches[branch]?.when
    const words = when === undefined ? '其他情形' : printConditionWords(when, matter)
    return [`${ends[0]} -->|"${label([words])}"| ${ends[1]}`]
  })
  const ends = nodes.flatMap((_, id) => (isEnd(graph, id) ? [`n${id} --> e${id}`] : []))
  return [...starts, ...drawn, ...ends]
}

/** 补正 as a way there and back. */
function supplementsOf(matter: Matter, graph: FlowGraph): readonly string[] {
  if (graph.nodes.length === 0) return []
  return matter.supplements.flatMap((supplement, index) => {
    const node = supplementNode(graph, supplement)
    const text = label([`补正：${supplement.name}`, ...supplementLines(supplement)])
    return [`s${index}[/"${text}"/]`, `n${node} -.-> s${index}`, `s${index} -.-> n${node}`]
  })
}

function isEnd({ nodes, edges }: FlowGraph, id: number): boolean {
  const node = nodes[id]
  return node?.kind !== 'choice' && (node?.terminates === true || edges.outStart[id] === edges.outStart[id + 1])
}

function endWords({ nodes }: FlowGraph, id: number): string {
  return nodes[id]?.terminates === true ? '到此为止' : '办结'
}

/** One line of the label for each text that is there. */
function label(texts: readonly (string | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined || text === '' ? [] : [escapeMermaid(text)])).join('<br/>')
}
