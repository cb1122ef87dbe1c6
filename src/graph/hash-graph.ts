import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { FlowGraph } from './flow-graph.ts'

/**
 * The content hash of a graph (内容指纹): SHA-256 in hexadecimal of its canonical JSON, keys sorted and places left out,
 * so that moving lines or adding notes changes nothing and any change of the flow changes it.
 */
export function hashGraph(graph: FlowGraph): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical(graph)))))
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key, part]) => key !== 'origin' && part !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, canonical(part)]))
}
