import type { Formula } from '../../../../analysis/bundle/formula.ts'
import { guessStages } from '../../../../compile/lower/stages.ts'
import type { FlowItem, Step } from '../../../../model/flow.ts'
import type { ImportedPart } from '../../../import-report.ts'
import { partOf } from './collect-graph.ts'
import type { ForeignGraph, ForeignNode } from './foreign-graph.ts'
import { createNaming } from './plain-text.ts'
import type { Question } from './questions.ts'

/** What steps are made from. */
interface Drawn {
  readonly graph: ForeignGraph
  readonly questions: readonly Question[]
  readonly reached: ReadonlyMap<string, Formula>
  /** The step that an element carries from before, where it carries one. */
  readonly carried: (node: ForeignNode) => Step | undefined
}

/**
 * Makes the steps of a picture (环节). Each follows those that the picture leads from to it, through whatever gateways; what
 * gateways decide is said by each step itself, as 当: so it holds whichever way the picture joins what it parted.
 */
export function buildSteps({ graph, questions, reached, carried }: Drawn): {
  readonly flow: readonly FlowItem[]
  readonly parts: readonly ImportedPart[]
  /** Who answers what several steps may come before, by the name of the fact: no one of them can be told to. */
  readonly fillers: ReadonlyMap<string, string>
} {
  const work = graph.nodes.filter(({ kind }) => kind === 'work')
  const before = workBefore(graph)
  const roots = work.filter(({ id }) => before.get(id)?.size === 0)
  const listed = [...roots, ...work.filter((node) => !roots.includes(node))]
  const naming = createNaming()
  const names = new Map(listed.map((node) => [node.id, naming(node.name, '未命名的环节')]))
  const parts: ImportedPart[] = []
  const steps = listed.map((node, index): Step => {
    const name = names.get(node.id) ?? ''
    const waits = nearest(before, before.get(node.id) ?? new Set()).map((id) => names.get(id) ?? '')
    // What follows one of several that stand side by side by its place alone would follow them all.
    const isBehindSide = roots.length > 1 && index === roots.length
    const follows =
      index > 0 && !isBehindSide && waits.length === 1 && waits[0] === names.get(listed[index - 1]?.id ?? '')
    const formula = reached.get(node.id) ?? true
    const asked = questions.filter(({ gateway }) => answererOf(gateway) === node.id)
    parts.push(partOf(node.element, 'structured', `环节“${name}”`))
    const from = carried(node)
    const { after: _after, when: _when, mandatoryAfter = [], ...kept } = from ?? emptyStep(name)
    const mandatory = mandatoryAfter.filter((each) => [...names.values()].includes(each))
    return {
      ...kept,
      name,
      stages: from?.stages ?? guessStages(name),
      ...(from === undefined && node.lane !== undefined && { role: node.lane }),
      ...(mandatory.length > 0 && { mandatoryAfter: mandatory }),
      limits: from !== undefined && from.limits.length > 0 ? from.limits : limitsOf(node),
      ...(typeof formula !== 'boolean' && { when: formula }),
      ...(waits.length > 0 && !follows && { after: waits }),
      modes: from?.modes ?? (node.isAutomatic ? ['automatic'] : []),
      outputs: [...new Set([...kept.outputs, ...node.outputs])],
      collects: [...new Set([...kept.collects, ...asked.flatMap((question) => question.asked)])],
      terminates:
        endsCase(graph, node) || (from?.terminates === true && !work.some(({ id }) => before.get(id)?.has(node.id))),
      notes: from?.notes ?? node.notes,
    }
  })
  const [first, ...others] = roots
  const side = first !== undefined && others.length > 0 ? [parallelOf(roots.map(({ id }) => names.get(id) ?? ''))] : []
  const fillers = questions.flatMap(({ gateway, asked }) => {
    const last = lastWork(before, gateway)
    const role = gateway.lane ?? graph.nodes.find(({ id }) => id === last.at(-1))?.lane
    return answererOf(gateway) !== undefined || role === undefined ? [] : asked.map((name) => [name, role] as const)
  })
  return { flow: [...steps, ...side], parts, fillers: new Map(fillers) }

  /** The one step that is always done before a gateway is come to. */
  function answererOf(gateway: ForeignNode): string | undefined {
    const [last, ...more] = lastWork(before, gateway)
    if (last === undefined || more.length > 0) return undefined
    return JSON.stringify(reached.get(last)) === JSON.stringify(reached.get(gateway.id)) ? last : undefined
  }
}

function limitsOf({ limit }: ForeignNode): Step['limits'] {
  return limit === undefined ? [] : [{ limit }]
}

function emptyStep(name: string): Step {
  return {
    kind: 'step',
    name,
    stages: ['review'],
    limits: [],
    modes: [],
    outputs: [],
    collects: [],
    terminates: false,
    sources: [],
    notes: [],
  }
}

function parallelOf(steps: readonly string[]): FlowItem {
  return { kind: 'parallel', steps: [...steps], sources: [], notes: [] }
}

/** The work that comes right before each shape, through whatever is no work. */
function workBefore({ nodes, flows }: ForeignGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]))
  const before = new Map<string, Set<string>>(nodes.map(({ id }) => [id, new Set()]))
  const leaving = new Map<string, string[]>()
  for (const { from, to } of flows) leaving.set(from, [...(leaving.get(from) ?? []), to])
  for (const { id } of nodes) {
    const brought = kinds.get(id) === 'work' ? [id] : [...(before.get(id) ?? [])]
    for (const to of leaving.get(id) ?? []) for (const each of brought) before.get(to)?.add(each)
  }
  return before
}

/** Of some work, that which none of the others waits for anyway. */
function nearest(before: ReadonlyMap<string, ReadonlySet<string>>, work: ReadonlySet<string>): readonly string[] {
  const further = new Set<string>()
  for (const id of work) {
    const waiting = new Set(before.get(id) ?? [])
    // Grows while it is gone through.
    for (const each of waiting) for (const next of before.get(each) ?? []) waiting.add(next)
    for (const each of waiting) further.add(each)
  }
  return [...work].filter((id) => !further.has(id))
}

/** Who answers what a gateway asks: those who did the work before it. */
function lastWork(before: ReadonlyMap<string, ReadonlySet<string>>, { id, kind }: ForeignNode): readonly string[] {
  return kind === 'work' ? [id] : nearest(before, before.get(id) ?? new Set())
}

/** True where the case ends with the work, whatever runs beside it. */
function endsCase({ nodes, flows }: ForeignGraph, { id }: ForeignNode): boolean {
  const kinds = new Map(nodes.map((node) => [node.id, node.kind]))
  const seen = new Set<string>()
  for (let at = id; !seen.has(at); ) {
    seen.add(at)
    const [next, ...others] = flows.filter(({ from }) => from === at)
    if (next === undefined || others.length > 0) return false
    const kind = kinds.get(next.to)
    if (kind === 'terminate') return true
    if (kind === 'work') return false
    at = next.to
  }
  return false
}
