import { type Conversion, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import type { FlowFact, FlowGraph, FlowSituation } from '../../graph/flow-graph.ts'
import { matterConditions } from '../../graph/matter-conditions.ts'
import { type Measuring, startMeasuring } from '../../graph/measuring.ts'
import { createSituationSpace, type SituationSpace } from '../../graph/situation-space.ts'
import type { Matter } from '../../model/matter.ts'
import { inlineSituations } from './inline-situations.ts'

/** How two versions are held against each other; each by the rules of its own day. */
export interface DiffOptions {
  readonly conversion?: Conversion | undefined
  /** The days whose limits count, `YYYY-MM-DD`; without them the latest. */
  readonly asOf?: { readonly before?: string | undefined; readonly after?: string | undefined } | undefined
}

/** Two versions measured over the same situations (同一情形空间). */
export interface JointMeasuring {
  readonly space: SituationSpace
  readonly before: Measuring
  readonly after: Measuring
  /** Facts of one name and different kinds: conditions on them cannot be held against each other. */
  readonly differingFacts: readonly string[]
}

/** Room for the conditions of both. */
const ROOM = 2_000_000

/** Prepares two versions of a matter for comparing who is affected by what: one space, cut at the constants of both. */
export function measureJointly(before: Matter, after: Matter, options: DiffOptions): JointMeasuring {
  const { conversion = DEFAULT_CONVERSION, asOf = {} } = options
  const former = inlineSituations(before, differingSituations(before, after))
  const graphs = { before: buildGraph(former).graph, after: buildGraph(after).graph }
  const { facts, differing } = mergeFacts(graphs.before.facts, graphs.after.facts)
  const conditions = [...matterConditions(former, graphs.before), ...matterConditions(after, graphs.after)]
  const space = createSituationSpace(facts, mergeSituations(graphs.before, graphs.after), conditions, ROOM)
  return {
    space,
    before: startMeasuring(former, graphs.before, { asOf: asOf.before, conversion, space }),
    after: startMeasuring(after, graphs.after, { asOf: asOf.after, conversion, space }),
    differingFacts: differing,
  }
}

/** Situations of one name that rest on different words, and all that rest on them. */
function differingSituations(before: Matter, after: Matter): ReadonlySet<string> {
  const now = new Map(after.situations.map(({ name, when }) => [name, JSON.stringify(when)]))
  const isSame = ({ name, when }: { readonly name: string; readonly when: unknown }) =>
    now.get(name) === undefined || now.get(name) === JSON.stringify(when)
  return before.situations.every(isSame) ? new Set() : new Set(before.situations.map(({ name }) => name))
}

function mergeSituations(before: FlowGraph, after: FlowGraph): readonly FlowSituation[] {
  const known = new Set(after.situations.map(({ name }) => name))
  return [...after.situations, ...before.situations.filter(({ name }) => !known.has(name))]
}

function mergeFacts(before: readonly FlowFact[], after: readonly FlowFact[]) {
  const former = new Map(before.map((fact) => [fact.name, fact]))
  const differing: string[] = []
  const merged = after.map((fact): FlowFact => {
    const was = former.get(fact.name)
    former.delete(fact.name)
    if (was === undefined) return fact
    if (was.type !== fact.type || was.unit !== fact.unit) differing.push(fact.name)
    return { ...fact, options: [...new Set([...fact.options, ...was.options])] }
  })
  return { facts: [...merged, ...former.values()], differing }
}
