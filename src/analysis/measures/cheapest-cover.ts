import { createOpenBranches } from '../open-branches.ts'
import { boundCover } from './cover-bound.ts'
import {
  type CoverProblem,
  costOfAll,
  type Decisions,
  decide,
  decideExcluded,
  LEFT,
  openProblem,
  type SavingRow,
  TAKEN,
  takenIn,
} from './cover-problem.ts'
import { partRow, restOf, takeForced } from './row-state.ts'

/** What is learnt from a set of measures that will not do; where it says nothing against the set, only this very set will not. */
export interface Lesson {
  /** Rows that every set which will do satisfies. */
  readonly rows: readonly SavingRow[]
  /** Pairs of measures of which no set that will do takes both. */
  readonly apart: readonly (readonly [number, number])[]
}

/** How a search ends, after so many nodes. */
export type CoverResult = { readonly nodes: number } & (
  | {
      readonly kind: 'found'
      readonly chosen: readonly number[]
      readonly cost: number
      /** Below `cost` only where the limit of nodes was met. */
      readonly lowerBound: number
    }
  /** There is nothing to be found. */
  | { readonly kind: 'none' }
  | { readonly kind: 'stopped'; readonly lowerBound: number }
)

/** How far a search goes. */
export interface CoverLimits {
  /** Only sets that cost less are looked for. */
  readonly below: number
  /** Nodes to look at with the lowest bound first; what is found by then is the cheapest. */
  readonly nodes: number
  /** Nodes to look at after that, straight down from the lowest: the first set that will do is taken. */
  readonly dive: number
}

interface Branch {
  readonly decisions: Decisions
  readonly bound: number
  /** The rows on which its bound rests. */
  readonly hints: readonly number[]
  /** The set of measures that costs no more than the bound, once it is known. */
  readonly cover: readonly number[] | undefined
}

/**
 * The cheapest set of measures that will do, where what that takes is learnt by trying (最省的一组): branch and bound, the
 * lowest bound first, so that the first set that will do is the cheapest; later straight down, to find any.
 *
 * @param learn tries a set: undefined where it will do
 */
export function cheapestCover(
  given: CoverProblem,
  known: readonly SavingRow[],
  learn: (chosen: readonly number[]) => Lesson | undefined,
  { below, nodes: bestFirst, dive: more }: CoverLimits,
): CoverResult {
  const problem = openProblem(given)
  const rows = known.map(partRow)
  /** Sets that were tried and will not do, though they satisfy every row. */
  const barred = new Set<string>()
  const heap = createOpenBranches<Branch>()
  const dive: Branch[] = []
  heap.push({ decisions: new Int8Array(given.costs.length), bound: 0, hints: [], cover: undefined })
  let proved = 0
  for (let nodes = 0; nodes < bestFirst + more; nodes++) {
    const isBestFirst = nodes < bestFirst
    if (dive.length === 0) proved = heap.lowest() ?? proved
    const branch = dive.pop() ?? heap.pop()
    if (branch === undefined) return { kind: 'none', nodes }
    if (branch.bound >= below) continue
    const put = (next: Branch) => (isBestFirst ? heap.push(next) : dive.push(next))
    if (branch.cover === undefined) {
      for (const next of lookAt(branch, isBestFirst ? (heap.lowest() ?? below) : below)) put(next)
      continue
    }
    const chosen = branch.cover
    const lesson = covers(chosen) ? learn(chosen) : NOTHING
    const cost = costOfAll(problem, chosen)
    nodes += TRIAL_NODES
    if (lesson === undefined)
      return { kind: 'found', chosen, cost, lowerBound: isBestFirst ? cost : Math.min(cost, proved), nodes }
    const hints = [...branch.hints]
    for (const row of lesson.rows) hints.push(rows.push(partRow(row)) - 1)
    for (const [one, other] of lesson.apart) problem.exclude(one, other)
    if (covers(chosen)) barred.add(chosen.join())
    put({ ...branch, hints, cover: undefined })
  }
  return { kind: 'stopped', lowerBound: proved, nodes: bestFirst + more }

  /** Whether a set satisfies all that was learnt. */
  function covers(chosen: readonly number[]): boolean {
    const decisions = new Int8Array(given.costs.length).fill(LEFT)
    for (const measure of chosen) decisions[measure] = TAKEN
    return (
      !barred.has(chosen.join()) &&
      decideExcluded(problem, decisions) &&
      rows.every((row) => restOf(row, decisions) <= 0)
    )
  }

  /** What is to be looked at instead of a branch: its cover, its halves, or itself with a better bound. */
  function lookAt(branch: Branch, lowest: number): readonly Branch[] {
    const decisions = branch.decisions.slice()
    if (!decideExcluded(problem, decisions)) return []
    const states = takeForced(problem, rows, decisions)
    if (states === undefined) return []
    const { cost, open, shares, rows: hints } = boundCover(problem, decisions, states, branch.hints)
    const bound = Math.max(branch.bound, costOfAll(problem, takenIn(decisions)) + cost)
    const better: Branch = { decisions, bound, hints, cover: undefined }
    if (bound > branch.bound && bound > lowest) return bound < below ? [better] : []
    const measure = mostDivided(open, shares)
    if (measure === undefined || isWhole(shares[open.indexOf(measure)] ?? 0)) {
      const cover = coverOf(decisions, open, shares)
      if (cover !== undefined && costOfAll(problem, cover) <= bound && covers(cover)) return [{ ...better, cover }]
    }
    if (measure === undefined) return []
    return [LEFT, TAKEN].flatMap((value) => {
      const half = decisions.slice()
      return decide(problem, half, measure, value) ? [{ ...better, decisions: half }] : []
    })
  }

  /** The measures of which more than half is taken, with those that are decided; undefined where they exclude each other. */
  function coverOf(decisions: Decisions, open: readonly number[], shares: Float64Array): readonly number[] | undefined {
    const all = decisions.slice()
    const taken = open.filter((_, at) => (shares[at] ?? 0) > 0.5)
    return taken.every((measure) => decide(problem, all, measure, TAKEN)) ? takenIn(all) : undefined
  }
}

/** A trial takes as long as so many nodes. */
const TRIAL_NODES = 20

const NOTHING: Lesson = { rows: [], apart: [] }

/** The measure of which nearest to half is taken; any where each is taken as a whole or not at all. */
function mostDivided(open: readonly number[], shares: Float64Array): number | undefined {
  let [found, most] = [open[0], HAIR]
  for (const [at, measure] of open.entries()) {
    const share = shares[at] ?? 0
    if (Math.min(share, 1 - share) <= most) continue
    found = measure
    most = Math.min(share, 1 - share)
  }
  return found
}

/** How much of a measure passes for nothing. */
const HAIR = 1e-5

function isWhole(share: number): boolean {
  return Math.min(share, 1 - share) <= HAIR
}
