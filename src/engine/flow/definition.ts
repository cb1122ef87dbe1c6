import { failure, type Result, success } from '../../base/result.ts'
import type { DurationUnit } from '../../calendar/duration.ts'
import { findComparableUnits } from '../../graph/comparable-units.ts'
import type { Truth } from '../../graph/evaluate-condition.ts'
import type { FlowGraph, FlowNodeKind } from '../../graph/flow-graph.ts'
import { hashText } from '../../graph/hash-text.ts'
import type { Fact, Material } from '../../model/application.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { Condition } from '../../model/condition.ts'
import type { SpecialProcedure, Step } from '../../model/flow.ts'
import type { Stage } from '../../model/terms.ts'
import type { FactRecord } from '../parts.ts'
import type { Refusal } from '../refusal.ts'
import type { Check } from './compile-condition.ts'
import { type CompiledConditions, compileConditions } from './conditions.ts'
import { findDefinitionFault } from './find-definition-fault.ts'
import { type DefinitionSource, printDefinition } from './print-definition.ts'

/** A node of the flow with all that the engine asks of it (备好的流程节点). */
export interface PreparedNode {
  readonly kind: FlowNodeKind
  readonly name: string
  /** The step of the matter, for nodes that stand for one. */
  readonly step?: Step
  /** The 特别程序 of the matter, for nodes that stand for one. */
  readonly procedure?: SpecialProcedure
  readonly terminates: boolean
  /** 当 */
  readonly when?: Check
  /** The conditions of a choice's branches in the order they are tried; undefined for 否则. */
  readonly branches: readonly (Check | undefined)[]
}

/**
 * A matter made ready for cases (办件定义): immutable, its conditions compiled, its parts found by name. A case names the
 * hash of the one that it began with.
 */
export interface CaseDefinition extends DefinitionSource {
  /** SHA-256 of matter and graph, places in files left out. */
  readonly hash: string
  /** By node id. */
  readonly nodes: readonly PreparedNode[]
  /** 特别程序 without 位置, in the order of `graph.floating`. */
  readonly floating: readonly SpecialProcedure[]
  /** The ids of nodes, and the places of floating procedures, by their names. */
  readonly nodeOf: ReadonlyMap<string, number>
  readonly floatingOf: ReadonlyMap<string, number>
  /** What the matter asks for; the built-in 申请日期 and 受理日期, which nobody fills in, are not among them. */
  readonly facts: ReadonlyMap<string, Fact>
  readonly materials: ReadonlyMap<string, Material>
  /** In which units answers of type 时长 can be compared with what conditions ask, by the name of the fact. */
  readonly comparableUnits: ReadonlyMap<string, ReadonlySet<DurationUnit>>
  /** The nodes whose step collects a fact (填写), by the name of the fact. */
  readonly collectors: ReadonlyMap<string, readonly number[]>
  /** The nodes of steps of a 阶段; a step may have several. */
  readonly byStage: Readonly<Record<Stage, readonly number[]>>
  /** The nodes of steps with 终止. */
  readonly terminators: readonly number[]
  /** Whether a condition of the matter holds, 待定 included. Facts include the built-in ones as far as they are known. */
  readonly truthOf: (condition: Condition, facts: FactRecord) => Truth
  /** The facts that a 待定 condition waits for. */
  readonly neededFor: (condition: Condition, facts: FactRecord) => readonly string[]
}

/**
 * Makes a matter ready for cases (备好办件定义). What cannot carry a case to its end is refused with the reason, and so is what
 * the compiler found errors in: a line that was not read may be the one that says who may decide.
 */
export function prepareDefinition({ matter, graph, faulty }: DefinitionSource): Result<CaseDefinition, Refusal> {
  if (faulty === true) {
    return failure({
      code: 'bad-definition',
      message: `事项“${matter.name}”的文件里有错误，有错的行没有算进去，不能用来办件`,
      help: '先用 zw check 查看并改正，再用来办件；在程序里看 compile 给出的 diagnostics',
      names: [matter.name],
    })
  }
  const fault = findDefinitionFault(matter, graph)
  if (fault !== undefined) {
    return failure({
      code: 'bad-definition',
      message: `事项“${matter.name}”不能用来办件：${fault.message}`,
      help: '先用 zw check 检查并改正事项，再用来办件',
      names: fault.names,
    })
  }
  const conditions = compileConditions(graph.situations)
  const steps = new Map(matter.flow.flatMap((item) => (item.kind === 'step' ? [[item.name, item] as const] : [])))
  const procedures = new Map(matter.specialProcedures.map((procedure) => [procedure.name, procedure]))
  const nodes = graph.nodes.map((node) => prepareNode(node, steps, procedures, conditions))
  const nodesOf = (stage: Stage) => nodes.flatMap(({ step }, id) => (step?.stages.includes(stage) === true ? [id] : []))
  return success({
    hash: hashText(printDefinition({ matter, graph })),
    matter,
    graph,
    nodes,
    floating: graph.floating.flatMap(({ name }) => procedures.get(name) ?? []),
    nodeOf: new Map(nodes.map(({ name }, id) => [name, id])),
    floatingOf: new Map(graph.floating.map(({ name }, place) => [name, place])),
    facts: new Map(matter.facts.map((fact) => [fact.name, fact])),
    materials: new Map(matter.materials.map((material) => [material.name, material])),
    comparableUnits: findComparableUnits(matter, graph),
    collectors: collectorsOf(nodes),
    byStage: {
      acceptance: nodesOf('acceptance'),
      review: nodesOf('review'),
      decision: nodesOf('decision'),
      certificate: nodesOf('certificate'),
      delivery: nodesOf('delivery'),
    },
    terminators: nodes.flatMap(({ terminates }, id) => (terminates ? [id] : [])),
    truthOf: conditions.truthOf,
    neededFor: conditions.neededFor,
  })
}

function prepareNode(
  node: FlowGraph['nodes'][number],
  steps: ReadonlyMap<string, Step>,
  procedures: ReadonlyMap<string, SpecialProcedure>,
  { compiled }: CompiledConditions,
): PreparedNode {
  const { kind, name, terminates, when, branches } = node
  const step = kind === 'step' ? steps.get(name) : undefined
  const procedure = kind === 'procedure' ? procedures.get(name) : undefined
  return {
    kind,
    name,
    terminates,
    ...(step !== undefined && { step }),
    ...(procedure !== undefined && { procedure }),
    ...(when !== undefined && { when: compiled(when) }),
    branches: branches.map((branch) => (branch.when === undefined ? undefined : compiled(branch.when))),
  }
}

function collectorsOf(nodes: readonly PreparedNode[]): ReadonlyMap<string, readonly number[]> {
  const collectors = new Map<string, number[]>()
  nodes.forEach(({ step }, id) => {
    for (const fact of step?.collects ?? []) collectors.set(fact, [...(collectors.get(fact) ?? []), id])
  })
  return collectors
}

/** Whether the engine fills in a fact by itself (固有信息). */
export function isBuiltInFact(name: string): boolean {
  return BUILT_IN_FACTS.some((fact) => fact.name === name)
}
