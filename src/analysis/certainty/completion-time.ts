import { compare, ONE, type Rational, rational, subtract, ZERO } from '../../base/rational.ts'
import { type Conversion, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import type { Facts } from '../../graph/fact-value.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import { type ChanceNetwork, layNetwork } from './chance-network.ts'
import { certain, type Distribution, oneAfterAnother, oneOf, shareWithin } from './distribution.ts'
import { sampleTime } from './sample-time.ts'
import { exactTime } from './series-parallel.ts'

/** A kind of case and how many of all cases are of it (办件构成). */
export interface CaseShare {
  readonly facts: Facts
  /** Any weights; only how they compare counts. */
  readonly share: Rational
}

/** What is known of the times, and how to count. */
export interface CertaintyOptions {
  /** By the name of the step: how long it takes by chance. A step that is not here takes its 时限, surely. */
  readonly times: ReadonlyMap<string, Distribution>
  /** The kinds of cases; needed where the flow depends on the case. By default one kind of which nothing is known. */
  readonly cases?: readonly CaseShare[]
  readonly conversion?: Conversion
  /** For flows that are not series–parallel. Default: 100,000 cases. */
  readonly runs?: number
  /** Default: 1. */
  readonly seed?: number
}

/** How long one kind of case takes, by chance. */
export type NetworkTime =
  | { readonly kind: 'exact'; readonly distribution: Distribution }
  /** Drawn by chance, since the flow is not series–parallel; `standardError` is that of any share, at most. */
  | {
      readonly kind: 'sampled'
      readonly distribution: Distribution
      readonly runs: number
      readonly seed: number
      readonly standardError: Rational
    }

/** How long a matter takes, by chance (办结用时). */
export type CompletionTime =
  | NetworkTime
  /** The course of a case is open without these facts. */
  | { readonly kind: 'open'; readonly neededFacts: readonly string[] }

const RUNS = 100_000
const SEED = 1

/**
 * How long the matter takes in working days, each time with the share of cases that take it: exact where the flow of
 * each kind of case is series–parallel, else drawn with a seed, the error stated. Times of steps are independent.
 *
 * Unit: workdays, in half days.
 */
export function completionTime(graph: FlowGraph, options: CertaintyOptions): CompletionTime {
  const { times, conversion = DEFAULT_CONVERSION, runs = RUNS, seed = SEED } = options
  const { cases = [{ facts: new Map(), share: ONE }] } = options
  const shares = cases.filter(({ share }) => share.num > 0n)
  const parts: { share: Rational; time: Distribution }[] = []
  let sampled = false
  for (const [number, { facts, share }] of shares.entries()) {
    const network = layNetwork(graph, facts, times, conversion)
    if ('neededFacts' in network) return { kind: 'open', neededFacts: network.neededFacts }
    const time = networkTime(network, runs, seed + number)
    sampled ||= time.kind === 'sampled'
    parts.push({ share, time: time.distribution })
  }
  const distribution = parts.length === 0 ? certain(ZERO) : oneOf(parts)
  if (!sampled) return { kind: 'exact', distribution }
  return { kind: 'sampled', distribution, runs, seed, standardError: standardErrorOf(runs) }
}

/** How long one kind of case takes, once it is known what runs. */
export function networkTime(network: ChanceNetwork, runs = RUNS, seed = SEED): NetworkTime {
  const distribution = exactTime(network)
  if (distribution !== undefined) return { kind: 'exact', distribution }
  return { kind: 'sampled', ...sampleTime(network, runs, seed), standardError: standardErrorOf(runs) }
}

/** How much a share can rest on one step (敏感性). */
export interface StepSensitivity {
  readonly step: string
  /** By how much the share of cases within the limit falls if the step takes a day longer. */
  readonly loss: Rational
}

/** What a day more of each step would cost the promise, the worst first. Unit: shares of all cases. */
export function sensitivityOf(
  graph: FlowGraph,
  workdays: Rational,
  options: CertaintyOptions,
): readonly StepSensitivity[] {
  const now = shareOf(completionTime(graph, options), workdays)
  if (now === undefined) return []
  const day = certain(rational(1))
  const losses = graph.nodes.flatMap((node): StepSensitivity[] => {
    const time = options.times.get(node.name)
    if (time === undefined) return []
    const longer = new Map(options.times).set(node.name, oneAfterAnother(time, day))
    const then = shareOf(completionTime(graph, { ...options, times: longer }), workdays)
    return then === undefined ? [] : [{ step: node.name, loss: subtract(now, then) }]
  })
  return losses.sort((a, b) => compare(b.loss, a.loss))
}

function shareOf(time: CompletionTime, workdays: Rational): Rational | undefined {
  return time.kind === 'open' ? undefined : shareWithin(time.distribution, workdays)
}

/** The standard error of a share, at its largest (a half): 1 / (2 √runs), rounded up to a part of a million. */
function standardErrorOf(runs: number): Rational {
  return rational(Math.ceil(1_000_000 / (2 * Math.sqrt(runs))), 1_000_000)
}
