/** What a measure saves on one part of a chain (节省): of several measures on the same part only the best counts. */
interface PartSaving {
  readonly measure: number
  readonly part: number
  readonly saving: number
}

/** One line of the account (账目): the measures taken must save at least `need` between them, part by part. Whole numbers. */
export interface SavingRow {
  readonly need: number
  readonly savings: readonly PartSaving[]
}

/** Which measures may be taken together, and what they cost. Whole numbers no larger than {@link LARGEST_NUMBER} only. */
export interface CoverProblem {
  readonly costs: readonly number[]
  /** By measure: those that must be taken with it. */
  readonly requires: readonly (readonly number[])[]
  /** By measure: those that cannot be taken beside it. Both sides are listed. */
  readonly excludes: readonly (readonly number[])[]
}

/** Sums of some thousand such numbers are still exact. */
export const LARGEST_NUMBER = 2 ** 40

/** By measure, what is decided of it. */
export type Decisions = Int8Array

export const OPEN = 0
export const TAKEN = 1
export const LEFT = -1

/** A cover problem to which pairs that exclude each other may be added. */
export interface OpenProblem {
  readonly costs: readonly number[]
  readonly requires: readonly (readonly number[])[]
  readonly requiredBy: readonly (readonly number[])[]
  readonly excludes: readonly ReadonlySet<number>[]
  exclude(one: number, other: number): void
}

export function openProblem({ costs, requires, excludes: given }: CoverProblem): OpenProblem {
  const requiredBy = costs.map((): number[] => [])
  for (const [measure, others] of requires.entries()) for (const other of others) requiredBy[other]?.push(measure)
  const excludes = given.map((others) => new Set(others))
  const exclude = (one: number, other: number) => {
    excludes[one]?.add(other)
    excludes[other]?.add(one)
  }
  return { costs, requires, requiredBy, excludes, exclude }
}

/** Decides a measure with all that follows from it; false where that contradicts what is decided. */
export function decide(problem: OpenProblem, decisions: Decisions, measure: number, value: number): boolean {
  const waiting = [[measure, value] as const]
  for (const [next, wanted] of waiting) {
    if (decisions[next] === wanted) continue
    if (decisions[next] !== OPEN) return false
    decisions[next] = wanted
    if (wanted === LEFT) {
      for (const other of problem.requiredBy[next] ?? []) waiting.push([other, LEFT])
      continue
    }
    for (const other of problem.requires[next] ?? []) waiting.push([other, TAKEN])
    for (const other of problem.excludes[next] ?? []) waiting.push([other, LEFT])
  }
  return true
}

/** Draws the consequences of pairs that came to exclude each other after their measures were decided. */
export function decideExcluded(problem: OpenProblem, decisions: Decisions): boolean {
  return takenIn(decisions).every((measure) =>
    [...(problem.excludes[measure] ?? [])].every((other) => decide(problem, decisions, other, LEFT)),
  )
}

/** The measures that are decided to be taken. */
export function takenIn(decisions: Decisions): number[] {
  return [...decisions.keys()].filter((measure) => decisions[measure] === TAKEN)
}

/** What measures cost together. */
export function costOfAll({ costs }: OpenProblem, measures: readonly number[]): number {
  return measures.reduce((sum, measure) => sum + (costs[measure] ?? 0), 0)
}
