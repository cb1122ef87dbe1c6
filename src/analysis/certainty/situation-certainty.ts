import { compare, divide, multiply, type Rational, subtract, ZERO } from '../../base/rational.ts'
import type { Measuring } from '../../graph/measuring.ts'
import type { SituationClass } from '../../graph/situation-classes.ts'
import { describeSituations, type SituationWords } from '../../graph/situation-words.ts'
import type { OutcomePart } from '../cases/outcome-aspects.ts'
import type { LimitFigure } from '../longest-limit.ts'
import { type ChanceNetwork, waitsOf } from './chance-network.ts'
import { type NetworkTime, networkTime, type StepSensitivity } from './completion-time.ts'
import {
  certain,
  type Distribution,
  meanTime,
  noLonger,
  oneAfterAnother,
  shareWithin,
  timeKeptBy,
} from './distribution.ts'
import { type LadderStep, promiseLadder } from './promise-ladder.ts'
import type { TimeGrid } from './time-grid.ts'

/** The certainty in all situations in which the same steps run and the same promise holds. */
export interface SituationCertainty {
  readonly situations: SituationWords
  /** Null where nothing is promised. */
  readonly promised: LimitFigure | null
  /** The share of cases that keep the promise; null without one of a certain length. */
  readonly kept: Rational | null
  /** The shortest promise that the wanted share of cases keeps. Unit: workdays. */
  readonly keptBy: Rational
  /** Unit: workdays. */
  readonly mean: Rational
  /** The share of cases that each promise of whole days would keep, up to the first that all keep. */
  readonly ladder: readonly LadderStep[]
  readonly method: Method
}

/** How much the promise rests on one step (敏感性). Unit: shares of all cases. */
export interface StepWeight extends StepSensitivity {
  /** By how much the share rises if the step never takes longer than its 时限; null where it has none, or always takes longer. */
  readonly gain: Rational | null
}

/** Computed exactly, or drawn by chance with the standard error of every share at most. */
export type Method =
  | { readonly kind: 'exact' }
  | { readonly kind: 'sampled'; readonly runs: number; readonly seed: number; readonly standardError: Rational }

/** Most alternatives by which one kind of situation is told. */
const MOST_ALTERNATIVES = 8

/** What the situations of a matter are assessed by. */
export interface Assessment {
  readonly measuring: Measuring
  readonly grid: TimeGrid
  /** By the name of the step: its times on the grid. */
  readonly laid: ReadonlyMap<string, Distribution>
  readonly isTimed: (node: number) => boolean
  /** By node: the longest 时限; 0 without one. Unit: workdays. */
  readonly limits: readonly Rational[]
  readonly share: Rational
  readonly runs: number
  readonly seed: number | undefined
}

/** A kind of situations with what its figures were computed from. */
export interface AssessedClass {
  readonly network: ChanceNetwork
  /** The nodes that run for a time known to differ. */
  readonly steps: readonly number[]
  readonly result: SituationCertainty
}

/** The certainty in one kind of situations. */
export function assessClass({ situations, outcome }: SituationClass<OutcomePart>, plan: Assessment): AssessedClass {
  const { measuring, grid, share, runs, seed } = plan
  const { network, steps } = networkOf(outcome, plan)
  const time = networkTime(network, runs, seed)
  const limit = outcome.flatMap((part) => (part.kind === 'promised' ? [part.limit] : []))[0]
  const promised = limit === undefined ? null : { rule: limit.rule, workdays: limit.workdays ?? null, situation: null }
  const unscaled = (workdays: Rational) => divide(workdays, grid.factor)
  const result = {
    situations: describeSituations(measuring.space(), situations, MOST_ALTERNATIVES),
    promised,
    kept: promised?.workdays ? shareWithin(time.distribution, multiply(promised.workdays, grid.factor)) : null,
    keptBy: unscaled(timeKeptBy(time.distribution, share)),
    mean: unscaled(meanTime(time.distribution)),
    ladder: promiseLadder(time.distribution, grid.factor),
    method: methodOf(time),
  }
  return { network, steps, result }
}

function networkOf(
  outcome: readonly OutcomePart[],
  { measuring: { graph }, grid, laid, isTimed }: Assessment,
): Pick<AssessedClass, 'network' | 'steps'> {
  const times = graph.nodes.map(() => certain(ZERO))
  const ends: number[] = []
  const steps: number[] = []
  for (const part of outcome) {
    if (part.kind !== 'step' || !part.runs) continue
    const node = graph.nodes[part.node]
    if (node?.terminates) ends.push(part.node)
    const own = isTimed(part.node) ? laid.get(node?.name ?? '') : undefined
    if (own !== undefined) steps.push(part.node)
    times[part.node] = own ?? certain(multiply(part.workdays ?? ZERO, grid.factor))
  }
  return { network: { times, before: waitsOf(graph), ends }, steps }
}

/** What each step means for the promise in one kind of situations, the one that can give most first. */
export function weighSteps(
  { network, steps, result }: AssessedClass,
  { measuring, grid, limits, runs, seed }: Assessment,
): readonly StepWeight[] {
  const { promised, kept } = result
  if (!promised?.workdays || kept === null) return []
  const within = multiply(promised.workdays, grid.factor)
  const keptIf = (node: number, own: Distribution) => {
    const times = network.times.map((time, other) => (other === node ? own : time))
    return shareWithin(networkTime({ ...network, times }, runs, seed).distribution, within)
  }
  const day = certain(grid.factor)
  const weights = steps.map((node): StepWeight => {
    const own = network.times[node] ?? certain(ZERO)
    const limit = multiply(limits[node] ?? ZERO, grid.factor)
    const isEverWithin = limit.num > 0n && shareWithin(own, limit).num > 0n
    return {
      step: measuring.graph.nodes[node]?.name ?? '',
      loss: subtract(kept, keptIf(node, oneAfterAnother(own, day))),
      gain: isEverWithin ? subtract(keptIf(node, noLonger(own, limit)), kept) : null,
    }
  })
  return weights.sort((a, b) => compare(b.gain ?? ZERO, a.gain ?? ZERO) || compare(b.loss, a.loss))
}

function methodOf(time: NetworkTime): Method {
  if (time.kind === 'exact') return { kind: 'exact' }
  const { runs, seed, standardError } = time
  return { kind: 'sampled', runs, seed, standardError }
}
