import type { RunMode } from './node-modes.ts'

/** What waits for what, and the ways in which each node takes time (计时网络). Nodes stand in a topological order. */
export interface Chains {
  /** The ways of a node exclude each other; where none holds it takes no time. */
  readonly modes: readonly (readonly RunMode[])[]
  readonly before: readonly (readonly number[])[]
}
