import { judgeAdmission } from '../../graph/admission.ts'
import { collectedFacts, isToldByApplicant } from '../../graph/applicants-fact.ts'
import { createEvaluator, type Truth } from '../../graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../../graph/fact-value.ts'
import type { Fact } from '../../model/application.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import { blockingFacts } from './blocking-facts.ts'
import { type CandidateValue, candidateValues, comparisonsIn } from './candidate-values.ts'
import { type Circumstances, explainedCase } from './explained-case.ts'
import type { Remedy } from './remedy.ts'
import { widenChanges } from './widen-changes.ts'

/** What may be changed (可以改的). */
export interface ChangeOptions extends Circumstances {
  /** Whether a fact that is known could be different; `usual` says so of what the applicant himself tells. */
  readonly changeable?: ((fact: Fact, usual: boolean) => boolean) | undefined
}

/** The smallest changes with which an applicant would meet the conditions of acceptance. */
export interface SmallestChanges {
  readonly verdict: Truth
  /**
   * All with the fewest facts changed, and of these the fewest left to tell, each with the values closest to what is
   * known; empty where nothing is needed, or no change of what may be changed would help.
   */
  readonly remedies: readonly Remedy[]
  /** False where there may be more of them, or the search gave up. */
  readonly complete: boolean
}

/** Most remedies that are listed. */
const MOST = 5
/** After so many cases looked at the search gives up. */
const MAX_CASES = 20_000

/** Facts with other values than they have, and what that costs: `changes`, then `answers`, then `distance` count. */
interface Trial {
  readonly values: ReadonlyMap<string, CandidateValue>
  readonly cost: Cost
  /** No way on costs less. */
  readonly bound: Cost
}

interface Cost {
  readonly changes: number
  readonly answers: number
  readonly distance: number
}

/**
 * The smallest changes that would make an applicant meet the conditions of acceptance (怎样才行): the fewest facts that are
 * known changed, then the fewest unknown ones still to be told, then the closest values.
 *
 * Best first: whatever is not met names facts of which one has to change, so only these are tried; conditions that have no
 * fact in common each need one, and that bounds what a way still costs from below.
 */
export function smallestChanges(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  facts: Facts,
  options: ChangeOptions = {},
): SmallestChanges {
  const { matter, graph } = measurable
  const about = explainedCase(measurable, facts, options)
  const collected = collectedFacts(matter.flow)
  const { changeable = (_fact: Fact, usual: boolean) => usual } = options
  const isChangeable = (fact: Fact) => changeable(fact, isToldByApplicant(fact, collected))
  const fixed = new Set(
    [...facts.keys()].filter((name) => !matter.facts.some((fact) => fact.name === name && isChangeable(fact))),
  )
  const { requirements } = matter
  const conditions = requirements.flatMap(({ rule, when, except }) => [rule ?? [], when ?? [], except].flat())
  const compared = comparisonsIn(conditions, about.definitionOf)
  const verdictOf = (given: Facts) =>
    judgeAdmission(requirements, createEvaluator(graph.situations, given), about.judgements).verdict

  const queue = createQueue()
  const seen = new Set<string>()
  const found: Trial[] = []
  let looked = 0
  if (verdictOf(facts) !== 'yes') consider(new Map(), NOTHING)
  for (let trial = queue.take(); trial !== undefined; trial = queue.take()) {
    const [first] = found
    if (first !== undefined && compareNumber(trial.bound, first.cost) > 0) break
    if (found.length >= MOST || ++looked > MAX_CASES) return result(false)
    if (found.some((other) => sameFacts(other, trial.values))) continue
    const given = withValues(facts, trial.values)
    const [block] = blocksIn(given)
    if (block === undefined) found.push(trial)
    // The last one considered is the first to be taken.
    else for (const name of block.toReversed()) branch(trial, name, given)
  }
  return result(true)

  function result(complete: boolean): SmallestChanges {
    const holds = (values: ReadonlyMap<string, FactValue>) => verdictOf(new Map([...facts, ...values])) === 'yes'
    return {
      verdict: verdictOf(facts),
      remedies: found.map(({ values }) =>
        widenChanges(values, { facts, declared: about.declared, holds, candidatesFor }),
      ),
      complete,
    }
  }

  /** The facts in the way of each condition that is not met, the smallest sets first. */
  function blocksIn(given: Facts): readonly (readonly string[])[] {
    const standing = {
      evaluator: createEvaluator(graph.situations, given),
      definitionOf: about.definitionOf,
      judgements: about.judgements,
    }
    return requirements
      .flatMap((requirement) => {
        const block = blockingFacts(requirement, standing)
        return block === undefined ? [] : [[...block]]
      })
      .toSorted((a, b) => a.length - b.length)
  }

  function branch({ values, cost }: Trial, name: string, given: Facts): void {
    if (values.has(name) || fixed.has(name)) return
    const before = facts.get(name)
    for (const candidate of candidatesFor(name, given).toReversed()) {
      const distance = distanceTo(candidate, before)
      if (distance === 0 && before !== undefined) continue
      const more: Cost =
        before === undefined
          ? { ...cost, answers: cost.answers + 1 }
          : { ...cost, changes: cost.changes + 1, distance: cost.distance + distance }
      consider(new Map([...values, [name, candidate]]), more)
    }
  }

  function candidatesFor(name: string, given: Facts): readonly CandidateValue[] {
    return candidateValues(about.declared.get(name) ?? BUILT_IN, compared.get(name) ?? [], given)
  }

  function consider(values: ReadonlyMap<string, CandidateValue>, cost: Cost): void {
    const key = [...values]
      .map(([name, { cell, domain }]) => `${name}\0${cell}\0${JSON.stringify(domain.cells[cell]?.example ?? null)}`)
      .sort()
      .join('\0\0')
    if (seen.has(key)) return
    seen.add(key)
    const bound = boundOf(blocksIn(withValues(facts, values)), values, cost)
    if (bound !== undefined) queue.put({ values, cost, bound })
  }

  /** At least one fact of every block has to change; undefined where one has none that could. */
  function boundOf(
    blocks: readonly (readonly string[])[],
    values: ReadonlyMap<string, CandidateValue>,
    cost: Cost,
  ): Cost | undefined {
    const used = new Set<string>()
    let bound = cost
    for (const block of blocks) {
      const open = block.filter((name) => !values.has(name) && !fixed.has(name))
      if (open.length === 0) return undefined
      if (open.some((name) => used.has(name))) continue
      for (const name of open) used.add(name)
      bound = open.every((name) => facts.has(name))
        ? { ...bound, changes: bound.changes + 1, distance: bound.distance + 1 }
        : { ...bound, answers: bound.answers + 1 }
    }
    return bound
  }
}

const NOTHING: Cost = { changes: 0, answers: 0, distance: 0 }
/** 申请日期 and 受理日期, which every matter knows of. */
const BUILT_IN = { type: 'date', options: [] } as const

function withValues(facts: Facts, values: ReadonlyMap<string, CandidateValue>): Facts {
  return new Map([...facts, ...[...values].map(([name, { value }]) => [name, value] as const)])
}

/** How many ranges a candidate is away from a value; 1 where they have no order. */
function distanceTo({ domain, cell }: CandidateValue, before: FactValue | undefined): number {
  const from = before === undefined ? undefined : domain.cellOf(before)
  if (from === undefined) return 1
  return domain.ordered ? Math.abs(cell - from) : Number(cell !== from)
}

/** Fewest facts first; how far values move is left out. */
function compareNumber(a: Cost, b: Cost): number {
  return a.changes - b.changes || a.answers - b.answers
}

function sameFacts({ values: a }: Trial, b: ReadonlyMap<string, CandidateValue>): boolean {
  return a.size === b.size && [...a.keys()].every((name) => b.has(name))
}

/** Trials by what they cost at least; of equal ones the last that was put in comes out first. */
function createQueue() {
  const stacks = new Map<string, { readonly bound: Cost; readonly trials: Trial[] }>()
  return {
    put: (trial: Trial) => {
      const { bound } = trial
      const key = `${bound.changes},${bound.answers},${bound.distance}`
      const stack = stacks.get(key) ?? { bound, trials: [] }
      stacks.set(key, stack)
      stack.trials.push(trial)
    },
    take: (): Trial | undefined => {
      const open = [...stacks.values()].filter(({ trials }) => trials.length > 0)
      return open
        .toSorted((a, b) => compareNumber(a.bound, b.bound) || a.bound.distance - b.bound.distance)[0]
        ?.trials.pop()
    },
  }
}
