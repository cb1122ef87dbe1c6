import { printDuration } from '../../calendar/duration.ts'
import { failureOf } from '../../graph/admission.ts'
import { ALWAYS, type Diagram, NEVER } from '../../graph/decision-diagram.ts'
import type { LimitClass, Measuring } from '../../graph/measuring.ts'
import { computeReachability } from '../../graph/reachability.ts'
import { describeSituations, type SituationWords } from '../../graph/situation-words.ts'
import type { Matter } from '../../model/matter.ts'
import { type BurdenChange, compareBurdens } from './compare-burdens.ts'
import { compareMaterials, type MaterialChange } from './compare-materials.ts'
import { type DiffOptions, type JointMeasuring, measureJointly } from './joint-measuring.ts'
import { materialGroups } from './material-demand.ts'

/** Whom a change is for (影响的情形): in words; null where conditions cannot be held against each other. */
export type Whom = SituationWords | null

/** What becomes different for an applicant, and for which (对申请人的变化). */
export type OutcomeChange =
  /** They can apply now, or no longer; 人工判断 left out. */
  | { readonly kind: 'admitted' | 'excluded'; readonly whom: Whom }
  /** A limit is another one; undefined where there is none. */
  | {
      readonly kind: 'statutory' | 'promised'
      readonly before: LimitClass['rule'] | undefined
      readonly after: LimitClass['rule'] | undefined
      readonly whom: Whom
    }
  /** A document need be handed in now, or no longer, or is asked for in another way. */
  | (MaterialChange & { readonly whom: Whom })
  /** It costs more or less, or another number of trips. */
  | (BurdenChange & { readonly whom: Whom })
  /** A step is gone through now, or no longer. */
  | { readonly kind: 'stepAdded' | 'stepRemoved'; readonly name: string; readonly whom: Whom }

/** Most alternatives by which those affected are told. */
const MOST_ALTERNATIVES = 6

/**
 * What differs for applicants between two versions of a matter, and for whom exactly (变化的影响). The situations of both are
 * cut at the constants of both, so that 经营面积 150 → 200 is told as those between. Sets that no situation is in are left out.
 */
export function compareOutcomes(before: Matter, after: Matter, options: DiffOptions = {}): readonly OutcomeChange[] {
  const joint = measureJointly(before, after, options)
  const { store } = joint.space
  return findOutcomes(joint).map(({ set, change }) => ({
    ...change,
    whom: store.isDecided(set) ? describeSituations(joint.space, set, MOST_ALTERNATIVES) : null,
  }))
}

/** A change with the situations in which it is one. */
interface FoundOutcome {
  readonly change: ChangeOf<OutcomeChange>
  readonly set: Diagram
}

type ChangeOf<C extends OutcomeChange> = C extends OutcomeChange ? Omit<C, 'whom'> : never

/** The changes with the sets of situations that they are for. */
export function findOutcomes(joint: JointMeasuring): readonly FoundOutcome[] {
  const { store } = joint.space
  const appearing = (
    of: (measuring: Measuring) => ReadonlyMap<string, Diagram>,
    changeOf: (name: string, isNew: boolean) => FoundOutcome['change'],
  ): readonly FoundOutcome[] => {
    const sets = both(joint, of)
    return [...new Set([...sets.before.keys(), ...sets.after.keys()])].flatMap((name) => {
      const [was, now] = [sets.before.get(name) ?? NEVER, sets.after.get(name) ?? NEVER]
      return [
        { set: store.and(was, store.not(now)), change: changeOf(name, false) },
        { set: store.and(now, store.not(was)), change: changeOf(name, true) },
      ]
    })
  }
  const eligible = (measuring: Measuring) => new Map([['', eligibleIn(measuring)]])
  return [
    ...appearing(eligible, (_, isNew) => ({ kind: isNew ? 'admitted' : 'excluded' })).toReversed(),
    ...compareLimits(joint, 'statutory'),
    ...compareLimits(joint, 'promised'),
    ...compareBurdens(joint.before.matter, joint.after.matter).map((change) => ({ set: ALWAYS, change })),
    ...compareMaterials(store, materialGroups(joint.before), materialGroups(joint.after)),
    ...appearing(stepsOf, (name, isNew) => ({ kind: isNew ? 'stepAdded' : 'stepRemoved', name })),
  ].filter(({ set }) => set !== NEVER)
}

interface Sides<T> {
  readonly before: T
  readonly after: T
}

function both<T>({ before, after }: JointMeasuring, of: (measuring: Measuring) => T): Sides<T> {
  return { before: of(before), after: of(after) }
}

/** Who meets every condition of acceptance that a rule decides. */
function eligibleIn({ matter, space }: Measuring): Diagram {
  const { store, diagramOf } = space()
  return matter.requirements
    .filter(({ rule }) => rule !== undefined)
    .reduce((sum, requirement) => store.and(sum, store.not(diagramOf(failureOf(requirement)))), ALWAYS)
}

function stepsOf({ graph, space }: Measuring): ReadonlyMap<string, Diagram> {
  const { runs } = computeReachability(graph, space())
  return new Map(
    graph.nodes.flatMap((node, id) => (node.kind === 'choice' ? [] : [[node.name, runs[id] ?? NEVER] as const])),
  )
}

function compareLimits(joint: JointMeasuring, kind: 'statutory' | 'promised'): readonly FoundOutcome[] {
  const { store } = joint.space
  const { before, after } = both(joint, (measuring) => withoutLimit(measuring, kind))
  const found = new Map<string, FoundOutcome>()
  for (const was of before) {
    for (const now of after) {
      const [formerly, presently] = [wordsOf(was.rule), wordsOf(now.rule)]
      if (formerly === presently) continue
      const key = `${formerly}→${presently}`
      const set = store.or(found.get(key)?.set ?? NEVER, store.and(was.situations, now.situations))
      found.set(key, { set, change: { kind, before: was.rule, after: now.rule } })
    }
  }
  return [...found.values()]
}

/** The limits, and where there is none. */
function withoutLimit(measuring: Measuring, kind: 'statutory' | 'promised') {
  const { store } = measuring.space()
  const classes = measuring[kind]()
  const covered = classes.reduce((sum, { situations }) => store.or(sum, situations), NEVER)
  return [...classes, { rule: undefined, situations: store.not(covered) }]
}

function wordsOf(rule: LimitClass['rule'] | undefined): string {
  return rule === undefined ? '' : printDuration(rule.limit)
}
