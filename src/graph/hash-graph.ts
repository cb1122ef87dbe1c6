import { printCanonicalJson } from '../base/canonical-json.ts'
import type { FlowGraph } from './flow-graph.ts'
import { hashText } from './hash-text.ts'

/**
 * The content hash of a graph (内容指纹): SHA-256 in hexadecimal of its canonical JSON, keys sorted and places left out,
 * so that moving lines or adding notes changes nothing and any change of the flow changes it.
 */
export function hashGraph(graph: FlowGraph): string {
  return hashText(printCanonicalJson(graph, 'origin'))
}
