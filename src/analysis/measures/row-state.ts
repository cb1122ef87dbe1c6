import { type Decisions, decide, OPEN, type OpenProblem, type SavingRow, TAKEN } from './cover-problem.ts'

/** A row with what is saved on each part, the parts in order. */
export interface PartRow {
  readonly need: number
  readonly parts: readonly (readonly Gain[])[]
}

/** What a measure saves on a part, or adds there to what is saved already. */
interface Gain {
  readonly measure: number
  readonly gain: number
}

/** What decisions leave of a row: what must still be saved, and what open measures can add on each part. */
export interface RowState {
  /** 0 where the row is satisfied. */
  readonly rest: number
  /** What all open measures together can add. */
  readonly reach: number
  readonly parts: readonly OpenPart[]
}

interface OpenPart {
  readonly gains: readonly Gain[]
  /** The most that one measure adds, and which; then what is added at most without it. */
  readonly most: number
  readonly best: number
  readonly next: number
}

/** Sorts a row by parts. */
export function partRow({ need, savings }: SavingRow): PartRow {
  const parts = new Map<number, Gain[]>()
  for (const { measure, part, saving } of savings) {
    const own = parts.get(part)
    if (own === undefined) parts.set(part, [{ measure, gain: saving }])
    else own.push({ measure, gain: saving })
  }
  return { need, parts: [...parts.values()] }
}

const MET: RowState = { rest: 0, reach: 0, parts: [] }

function stateOf(row: PartRow, decisions: Decisions): RowState {
  const rest = restOf(row, decisions)
  if (rest <= 0) return MET
  let reach = 0
  const open: OpenPart[] = []
  for (const part of row.parts) {
    const saved = savedOn(part, decisions)
    const gains: Gain[] = []
    let [most, best, next] = [0, -1, 0]
    for (const { measure, gain } of part) {
      if (decisions[measure] !== OPEN || gain <= saved) continue
      const more = gain - saved
      gains.push({ measure, gain: more })
      if (more > most) {
        next = most
        most = more
        best = measure
      } else if (more > next) next = more
    }
    if (gains.length === 0) continue
    open.push({ gains, most, best, next })
    reach += most
  }
  return { rest, reach, parts: open }
}

/** What must still be saved on a row; not above 0 where a set of measures satisfies it. */
export function restOf({ need, parts }: PartRow, decisions: Decisions): number {
  let rest = need
  for (const part of parts) rest -= savedOn(part, decisions)
  return rest
}

function savedOn(part: readonly Gain[], decisions: Decisions): number {
  let saved = 0
  for (const { measure, gain } of part) if (decisions[measure] === TAKEN && gain > saved) saved = gain
  return saved
}

/**
 * Takes the measures without which some row cannot be satisfied any more. Answers what is left of the rows; undefined where
 * some row is out of reach.
 */
export function takeForced(
  problem: OpenProblem,
  rows: readonly PartRow[],
  decisions: Decisions,
): readonly RowState[] | undefined {
  for (;;) {
    const states: RowState[] = []
    let changed = false
    for (const row of rows) {
      const state = stateOf(row, decisions)
      states.push(state)
      const spare = state.reach - state.rest
      if (state.rest <= 0) continue
      if (spare < 0) return undefined
      for (const [measure, loss] of lossesOf(state)) {
        if (loss <= spare) continue
        if (!decide(problem, decisions, measure, TAKEN)) return undefined
        changed = true
      }
      if (changed) break
    }
    if (!changed) return states
  }
}

/** What the reach of a row loses without a measure. */
function lossesOf({ parts }: RowState): ReadonlyMap<number, number> {
  const losses = new Map<number, number>()
  for (const { best, most, next } of parts) losses.set(best, (losses.get(best) ?? 0) + most - next)
  return losses
}
