import type { Origin } from '../base/source-file.ts'
import type { Condition } from '../model/condition.ts'
import type { StepLimit } from '../model/flow.ts'
import type { ClockEffect, FactType, Stage } from '../model/terms.ts'

/** What a node stands for: a 环节, a 分流, or a 特别程序 that has its 位置 in the flow. */
export type FlowNodeKind = 'step' | 'choice' | 'procedure'

/** One way out of a 分流; the last one has no condition when the author wrote 否则. */
export interface FlowBranch {
  readonly when?: Condition | undefined
  /** The name after 转, as written; whether an edge leads there is for the edges to say. */
  readonly target: string
  readonly origin?: Origin | undefined
}

/** One piece of work or one decision on the way (流程节点). All kinds have the same shape, so that loops over nodes stay flat. */
export interface FlowNode {
  readonly kind: FlowNodeKind
  readonly name: string
  readonly stages: readonly Stage[]
  /** 时限; the first whose condition holds counts. */
  readonly limits: readonly StepLimit[]
  /** 计时 */
  readonly clock: ClockEffect
  /** 当: where it does not hold the node is passed over. */
  readonly when?: Condition | undefined
  /** The ways out of a choice, in the order they are tried; empty for other kinds. */
  readonly branches: readonly FlowBranch[]
  readonly outputs: readonly string[]
  /** 终止：是 */
  readonly terminates: boolean
  readonly origin?: Origin | undefined
}

/** The branch of an edge that does not leave a choice by one of its branches. */
export const NO_BRANCH = -1

/**
 * The edges in compressed arrays. Edge e leads from `source[e]` to `target[e]`.
 * The edges that leave node n are `outStart[n]` to `outStart[n + 1] - 1`;
 * those that reach it are `inEdge[i]` for i from `inStart[n]` to `inStart[n + 1] - 1`.
 */
export interface FlowEdges {
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** Index into the branches of the choice that the edge leaves, else {@link NO_BRANCH}. */
  readonly branch: readonly number[]
  readonly outStart: readonly number[]
  readonly inStart: readonly number[]
  readonly inEdge: readonly number[]
}

/** A fact as far as conditions need it (信息): its type and its 取值. */
export interface FlowFact {
  readonly name: string
  readonly type: FactType
  readonly options: readonly string[]
  readonly unit?: string | undefined
}

/** A named condition that other conditions refer to (情形). */
export interface FlowSituation {
  readonly name: string
  readonly when: Condition
}

/**
 * The executable flow of a matter (流程图): flat, immutable, plain JSON, and enough by itself to run and to measure.
 *
 * A node's id is its index in `nodes`.
 * Invariant: `source[e] < target[e]` for every edge, so the order of the nodes is a topological order and there is no cycle.
 * Invariant: edges are sorted by source, then target, then branch, and none stands there twice.
 * Invariant: an edge has a branch only where its source is a choice that has that branch.
 * `findGraphFaults` checks all of this for a graph that comes from outside.
 */
export interface FlowGraph {
  readonly nodes: readonly FlowNode[]
  readonly edges: FlowEdges
  /** 特别程序 without 位置: started by hand between acceptance and decision, on no path. */
  readonly floating: readonly FlowNode[]
  readonly facts: readonly FlowFact[]
  readonly situations: readonly FlowSituation[]
}
