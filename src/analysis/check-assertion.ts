import type { Origin } from '../base/source-file.ts'
import { collectedFacts, isToldByApplicant } from '../graph/applicants-fact.ts'
import type { Truth } from '../graph/evaluate-condition.ts'
import type { FlowGraph } from '../graph/flow-graph.ts'
import type { NodeOutcome } from '../graph/run-flow.ts'
import { negate } from '../graph/truth.ts'
import type { Assertion } from '../model/scenario.ts'
import { ACCEPTANCE_VERDICTS, type ScenarioSet } from '../model/terms.ts'
import { checkClosing, checkFee, checkRatio, checkTime } from './check-quantity.ts'
import { compareCount, compareSets, compareTexts, describeSet, type UncertainSet } from './compare-sets.ts'
import { unitOf } from './describe-assertion.ts'
import type { Outcome } from './scenario-outcome.ts'
import type { Finding } from './scenario-result.ts'

type Of<K extends Assertion['kind']> = Extract<Assertion, { readonly kind: K }>
type Check<K extends Assertion['kind']> = (assertion: Of<K>, outcome: Outcome) => Finding

/** Compares one expectation with what came out (核对断言). */
export function checkAssertion(assertion: Assertion, outcome: Outcome): Finding {
  return checkWith(assertion.kind, assertion, outcome)
}

function checkWith<K extends Assertion['kind']>(kind: K, assertion: Of<K>, outcome: Outcome): Finding {
  const check: Check<K> = CHECKS[kind]
  return check(assertion, outcome)
}

const CHECKS: { readonly [K in Assertion['kind']]: Check<K> } = {
  acceptance: checkAcceptance,
  set: ({ subject, relation, names }, outcome) => {
    const set = SETS[subject](outcome)
    const needed = relation === 'equals' ? undefined : set.neededBy
    const neededFacts = needed && unique(names.flatMap((name) => needed.get(name) ?? []))
    return { ...fromSet(compareSets(relation, names, set.members), set, names), ...(neededFacts && { neededFacts }) }
  },
  count: ({ subject, count }, outcome) => {
    const set = SETS[subject](outcome)
    const truth = compareCount(Number(count), set.members, set.weights ?? new Map())
    const finding = fromSet(truth, set, [])
    const total = [...set.members].reduce(
      (sum, [name, member]) => (member === 'yes' ? sum + (set.weights?.get(name) ?? 1) : sum),
      0,
    )
    return { ...finding, actual: `共${total}${unitOf(subject)}：${finding.actual}` }
  },
  hints: ({ relation, texts }, { admission }) => {
    const members = new Map<string, Truth>()
    const origins: Origin[] = []
    for (const { requirement, failing, leftToPerson } of admission.requirements) {
      if (requirement.hint === undefined || leftToPerson || failing === 'no') continue
      members.set(requirement.hint, failing)
      if (requirement.origin !== undefined) origins.push(requirement.origin)
    }
    const neededFacts = admission.requirements.flatMap((each) => each.neededFacts)
    const actual = describeSet(members, (text) => `“${text}”`)
    return { truth: compareTexts(relation, texts, members), actual, neededFacts: unique(neededFacts), because: origins }
  },
  together: checkTogether,
  closing: checkClosing,
  time: checkTime,
  ratio: checkRatio,
  fee: checkFee,
}

function checkAcceptance({ truth: expected }: Of<'acceptance'>, { admission }: Outcome): Finding {
  const { verdict, requirements } = admission
  const decisive = requirements.filter(({ failing, leftToPerson }) =>
    verdict === 'yes' ? true : !leftToPerson && failing === negate(verdict),
  )
  const names = decisive.map(({ requirement }) => `“${requirement.name}”`)
  const manual = requirements.filter(({ leftToPerson }) => leftToPerson).length
  const remarks = [
    ...(verdict === 'yes' || names.length === 0 ? [] : [`${ACCEPTANCE_VERDICTS[verdict]}：${names.join('、')}`]),
    ...(manual === 0 ? [] : [`另有${manual}项需人工判断`]),
  ]
  return {
    // 待定 is an answer here like the others, which a 用例 may expect.
    truth: verdict === expected ? 'yes' : verdict === 'unknown' ? 'unknown' : 'no',
    actual: `${ACCEPTANCE_VERDICTS[verdict]}${remarks.length === 0 ? '' : `（${remarks.join('；')}）`}`,
    neededFacts: unique(requirements.flatMap(({ neededFacts }) => neededFacts)),
    because: decisive.flatMap(({ requirement }) => requirement.origin ?? []),
  }
}

function checkTogether({ steps }: Of<'together'>, { graph, run }: Outcome): Finding {
  const ids = steps.map((name) => graph.nodes.findIndex((node) => node.kind === 'step' && node.name === name))
  const [first = -1, second = -1] = [...ids].sort((a, b) => a - b)
  const states = ids.map((id) => runs(run.outcomes[id]))
  const idle = steps.filter((_, index) => states[index] === 'no')
  const open = states.includes('unknown')
  const ordered = first === second || leadsTo(graph, first, second)
  const truth = idle.length > 0 || ordered ? 'no' : open ? 'unknown' : 'yes'
  const [a = '', b = ''] = [graph.nodes[first]?.name, graph.nodes[second]?.name]
  const actual = idle.length > 0 ? `${idle.join('、')}不办理` : ordered ? `先${a}，后${b}` : open ? '待定' : '同时办理'
  const because = ids.flatMap((id) => graph.nodes[id]?.origin ?? [])
  return { truth, actual, neededFacts: open ? run.neededFacts : [], because }
}

/** Whether what stands later waits for what stands earlier. */
function leadsTo({ edges }: FlowGraph, from: number, to: number): boolean {
  const reached = new Set([from])
  for (let node = from; node < to; node++) {
    if (!reached.has(node)) continue
    for (let edge = edges.outStart[node] ?? 0; edge < (edges.outStart[node + 1] ?? 0); edge++) {
      reached.add(edges.target[edge] ?? 0)
    }
  }
  return reached.has(to)
}

interface KnownSet {
  readonly members: UncertainSet
  /** What each member counts for, where it is more than one. */
  readonly weights?: ReadonlyMap<string, number>
  readonly label?: (name: string) => string
  readonly origins: ReadonlyMap<string, readonly Origin[]>
  readonly neededFacts: readonly string[]
  /** The facts that each member waits for, where they are known apart. */
  readonly neededBy?: ReadonlyMap<string, readonly string[]>
}

/** The lines of the members that differ from what was expected; of all members where nothing was named. */
function fromSet(truth: Truth, set: KnownSet, names: readonly string[]): Finding {
  const odd = [...set.members].filter(([name, member]) => (member === 'yes') !== names.includes(name))
  const because = [...odd.map(([name]) => name), ...names].flatMap((name) => set.origins.get(name) ?? [])
  return { truth, actual: describeSet(set.members, set.label), neededFacts: set.neededFacts, because: unique(because) }
}

const SETS: { readonly [K in ScenarioSet]: (outcome: Outcome) => KnownSet } = {
  failedRequirements: ({ admission }) => {
    const judged = admission.requirements.filter(({ leftToPerson }) => !leftToPerson)
    return {
      members: new Map(judged.map(({ requirement, failing }) => [requirement.name, failing])),
      origins: originsOf(judged.map(({ requirement }) => requirement)),
      neededFacts: unique(judged.flatMap(({ neededFacts }) => neededFacts)),
    }
  },
  neededFacts: (outcome) => {
    const facts = neededOfApplicant(outcome)
    return {
      members: new Map(facts.map((name) => [name, 'yes'])),
      origins: originsOf(outcome.matter.facts),
      neededFacts: [],
    }
  },
  materials: ({ materials, evaluator }) => ({
    members: new Map(mostNeeded(materials).map(({ name, required }) => [name, required])),
    weights: new Map(mostNeeded(materials).map(({ name, count }) => [name, count])),
    label: (name) => {
      const choices = materials.find((material) => material.name === name)?.choices ?? []
      return choices.length === 0 || choices.join('或') === name ? name : `${name}（${choices.join('、')}中任选）`
    },
    origins: originsOf(materials),
    neededFacts: unique(materials.flatMap(({ when }) => (when === undefined ? [] : evaluator.neededFor(when)))),
  }),
  steps: ({ graph, run }) => {
    const steps = graph.nodes.flatMap((node, id) => (node.kind === 'step' ? [{ ...node, id }] : []))
    return {
      members: new Map(steps.map(({ name, id }) => [name, runs(run.outcomes[id])])),
      origins: originsOf(steps),
      neededFacts: run.neededFacts,
    }
  },
  components: ({ made, evaluator }) => {
    const components = made?.components ?? []
    const needed = components.map(
      ({ name, when }) => [name, when === undefined ? [] : evaluator.neededFor(when)] as const,
    )
    return {
      members: new Map(
        components.map(({ name, when }) => [name, when === undefined ? 'yes' : evaluator.truthOf(when)]),
      ),
      origins: originsOf(components),
      neededFacts: unique(needed.flatMap(([, facts]) => facts)),
      neededBy: new Map(needed),
    }
  },
  outputs: ({ matter, graph, run }) => {
    const members = new Map<string, Truth>()
    const stated = graph.nodes.some(({ outputs }) => outputs.length > 0)
    for (const [id, { outputs }] of graph.nodes.entries()) {
      const state = runs(run.outcomes[id])
      for (const name of outputs) if (members.get(name) !== 'yes' && state !== 'no') members.set(name, state)
    }
    // Where no step says what it issues, the matter ends with all of its outputs.
    if (!stated) for (const { name } of matter.outputs) members.set(name, 'yes')
    return { members, origins: originsOf(matter.outputs), neededFacts: run.neededFacts }
  },
}

/** Of lines of one name, a document by itself and as one of a 任选, the one that is needed. */
function mostNeeded(materials: Outcome['materials']): Outcome['materials'] {
  const found = new Map<string, Outcome['materials'][number]>()
  for (const material of materials) {
    const known = found.get(material.name)?.required
    if (known === undefined || material.required === 'yes' || known === 'no') found.set(material.name, material)
  }
  return [...found.values()]
}

/** What the applicant has still to be asked (还需要的信息); what a step or a role fills in is not asked of the applicant. */
function neededOfApplicant({ matter, admission, materials, evaluator, run }: Outcome): readonly string[] {
  const needed = new Set([
    ...admission.requirements.flatMap(({ neededFacts }) => neededFacts),
    ...materials.flatMap(({ when }) => (when === undefined ? [] : evaluator.neededFor(when))),
    ...run.neededFacts,
  ])
  const collected = collectedFacts(matter.flow)
  return matter.facts.flatMap((fact) =>
    needed.has(fact.name) && isToldByApplicant(fact, collected) ? [fact.name] : [],
  )
}

function runs(outcome: NodeOutcome | undefined): Truth {
  return outcome === 'run' ? 'yes' : outcome === 'blocked' || outcome === 'waiting' ? 'unknown' : 'no'
}

function originsOf(
  parts: readonly { readonly name: string; readonly origin?: Origin | undefined }[],
): ReadonlyMap<string, readonly Origin[]> {
  return new Map(parts.map(({ name, origin }) => [name, origin === undefined ? [] : [origin]]))
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)]
}
