import type { BlockTree } from './block-tree.ts'
import type { Mode, Problem } from './problem.ts'
import type { Candidates } from './restrictions.ts'
import type { TablePoint } from './table.ts'

/**
 * How costs are divided among the places that pay them (费用分摊): that of an activity among its copies, that of a measure
 * among the activities that may use it. Whatever the division, the cheapest way through the tree is a lower bound, since
 * the shares of one thing never add up to more than it costs; dividing well is Lagrangian relaxation.
 * Whole numbers throughout: `grain` units of share are one unit of cost.
 */
export interface Shares {
  /** For each leaf of an activity with copies and each mode: what this copy pays more than its even part. */
  readonly byCopy: Float64Array
  /** For each measure and each activity that may use it: its part. */
  readonly byUse: Float64Array
}

/** Where the shares of what stand, and what a step of the subgradient needs to know. */
export interface ShareLayout {
  readonly grain: number
  /** The cost of the activities that stand in no leaf, having one way only. */
  readonly costOutside: number
  readonly even: Shares
  /** The points of a leaf under a division: its modes that are still possible. */
  pointsOf(shares: Shares, candidates: Candidates, leaf: number, activity: number): readonly LeafPoint[]
  /** The mode, by position, that a leaf takes at this cost. */
  modeAt(shares: Shares, candidates: Candidates, leaf: number, activity: number, cost: number): number
  /** Towards where shares are paid: the subgradient of the bound; undefined where all copies agree. */
  slopesAt(candidates: Candidates, modes: LeafModes): Shares | undefined
  /** Moves shares in a direction, as far as its length makes up `gap`. */
  move(shares: Shares, direction: Shares, gap: number): Shares
  /** For each measure the part of its cost that no one pays although some use it. Unit: grains. */
  unpaid(shares: Shares, candidates: Candidates, modes: LeafModes): readonly number[]
}

/** A mode of a leaf at what the leaf pays for it. */
interface LeafPoint extends TablePoint {
  readonly mode: Mode
}

/** For each leaf the position of the mode it takes. */
export type LeafModes = Int32Array

/** One direction with a part of another. */
export function blend(direction: Shares, other: Shares, part: number): Shares {
  return {
    byCopy: direction.byCopy.map((value, i) => value + part * (other.byCopy[i] ?? 0)),
    byUse: direction.byUse.map((value, i) => value + part * (other.byUse[i] ?? 0)),
  }
}

export function createShareLayout(problem: Problem, tree: BlockTree): ShareLayout {
  const { activities, measures } = problem
  const copyStart = new Int32Array(tree.blocks.length).fill(-1)
  let copySize = 0
  for (const { index, modes } of activities) {
    const leaves = tree.leavesOf[index] ?? []
    if (leaves.length < 2) continue
    for (const leaf of leaves) {
      copyStart[leaf] = copySize
      copySize += modes.length
    }
  }
  const useStart: number[] = []
  const usesOf: Map<number, number>[] = activities.map(() => new Map())
  let useSize = 0
  for (const { users } of measures) {
    useStart.push(useSize)
    for (const { activity } of users) usesOf[activity.index]?.set(useStart.length - 1, useSize++)
  }
  const total = [
    ...activities.flatMap(({ modes }) => Math.max(0, ...modes.map(({ cost }) => cost))),
    ...measures.map(({ cost }) => cost),
  ]
  const sum = total.reduce((a, b) => a + b, 1)
  const grain = Math.max(1, Math.min(1024, 2 ** Math.floor(Math.log2(2 ** 51 / sum))))
  const most = Math.floor(2 ** 50 / (tree.blocks.length + 1))

  /** What a mode costs its activity: its own cost and its parts of the measures that are still open. */
  const fullCost = (shares: Shares, { measures: states }: Candidates, activity: number, mode: Mode) => {
    let cost = mode.cost * grain
    for (const measure of mode.uses) {
      if (states[measure] === 'open') cost += shares.byUse[usesOf[activity]?.get(measure) ?? -1] ?? 0
    }
    return cost
  }
  const leafCost = (
    shares: Shares,
    candidates: Candidates,
    leaf: number,
    activity: number,
    position: number,
    mode: Mode,
  ) => {
    const cost = fullCost(shares, candidates, activity, mode)
    const copies = tree.leavesOf[activity] ?? []
    if (copies.length < 2) return cost
    const even = Math.floor(cost / copies.length)
    const rest = copies[0] === leaf ? cost - even * copies.length : 0
    return even + rest + (shares.byCopy[(copyStart[leaf] ?? 0) + position] ?? 0)
  }

  const even: Shares = { byCopy: new Float64Array(copySize), byUse: new Float64Array(useSize) }
  for (const { index, users, cost } of measures) {
    even.byUse.fill(
      Math.floor((cost * grain) / Math.max(1, users.length)),
      useStart[index],
      (useStart[index] ?? 0) + users.length,
    )
  }

  /** For each activity that may use a measure the part of its copies that do. */
  const takers = ({ users }: Problem['measures'][number], modes: LeafModes): readonly number[] =>
    users.map(({ activity, modes: using }) => {
      const copies = tree.leavesOf[activity.index] ?? []
      const taken = copies.reduce((count, leaf) => {
        const mode = activity.modes[modes[leaf] ?? 0]
        return mode !== undefined && using.includes(mode) ? count + 1 : count
      }, 0)
      return copies.length === 0 ? 0 : taken / copies.length
    })

  return {
    grain,
    costOutside: activities.reduce(
      (sum, { index, modes }) => (tree.leavesOf[index]?.length === 0 ? sum + (modes[0]?.cost ?? 0) : sum),
      0,
    ),
    even,
    pointsOf(shares, candidates, leaf, activity) {
      const points: LeafPoint[] = []
      for (const [position, mode] of (activities[activity]?.modes ?? []).entries()) {
        if (candidates.possible[mode.index] === 0) continue
        points.push({ mode, time: mode.duration, cost: leafCost(shares, candidates, leaf, activity, position, mode) })
      }
      return points
    },
    modeAt(shares, candidates, leaf, activity, cost) {
      return (activities[activity]?.modes ?? []).findIndex(
        (mode, position) =>
          candidates.possible[mode.index] === 1 &&
          leafCost(shares, candidates, leaf, activity, position, mode) === cost,
      )
    },
    slopesAt(candidates, modes) {
      const byCopy = new Float64Array(copySize)
      const byUse = new Float64Array(useSize)
      let disagree = false
      for (const { index, modes: own } of activities) {
        const copies = tree.leavesOf[index] ?? []
        if (copies.length < 2 || copies.every((leaf) => modes[leaf] === modes[copies[0] ?? 0])) continue
        const taken = own.map(() => 0)
        for (const leaf of copies) taken[modes[leaf] ?? 0] = (taken[modes[leaf] ?? 0] ?? 0) + 1 / copies.length
        for (const leaf of copies) {
          for (const [position, part] of taken.entries()) {
            byCopy[(copyStart[leaf] ?? 0) + position] = (modes[leaf] === position ? 1 : 0) - part
          }
        }
        disagree = true
      }
      for (const measure of measures) {
        const { index } = measure
        if (candidates.measures[index] !== 'open') continue
        const slopes = takers(measure, modes)
        const mean = slopes.reduce((a, b) => a + b, 0) / Math.max(1, slopes.length)
        for (const [i, slope] of slopes.entries()) {
          byUse[(useStart[index] ?? 0) + i] = slope - mean
          if (slope !== mean) disagree = true
        }
      }
      return disagree ? { byCopy, byUse } : undefined
    },
    move(shares, direction, gap) {
      const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0)
      const width = gap / (squares(direction.byCopy) + squares(direction.byUse))
      const byCopy = shares.byCopy.slice()
      const byUse = shares.byUse.slice()
      for (const { index, modes: own } of activities) {
        const copies = tree.leavesOf[index] ?? []
        if (copies.length < 2) continue
        const [first = 0, ...others] = copies.map((leaf) => copyStart[leaf] ?? 0)
        for (const position of own.keys()) {
          // The first copy takes what rounding leaves, so that the parts still add up to the whole.
          let rest = 0
          for (const start of others) {
            const share = byCopy[start + position] ?? 0
            const moved = share + Math.round(width * (direction.byCopy[start + position] ?? 0))
            byCopy[start + position] = Math.abs(moved) > most ? share : moved
            rest -= byCopy[start + position] ?? 0
          }
          byCopy[first + position] = rest
        }
      }
      for (const { index, users, cost } of measures) {
        const start = useStart[index] ?? 0
        const moved = users.map((_, i) =>
          Math.max(0, (byUse[start + i] ?? 0) + width * (direction.byUse[start + i] ?? 0)),
        )
        const paid = moved.reduce((a, b) => a + b, 0)
        // What is left when some parts cannot go below nothing is taken from all in proportion.
        const scale = paid > 0 ? (cost * grain) / paid : 0
        let left = cost * grain
        for (const [i, share] of moved.entries()) {
          const whole = Math.min(left, Math.floor(share * scale))
          byUse[start + i] = whole
          left -= whole
        }
      }
      return { byCopy, byUse }
    },
    unpaid(shares, candidates, modes) {
      return measures.map((measure) => {
        const { index, cost } = measure
        const taken = takers(measure, modes)
        if (candidates.measures[index] !== 'open' || taken.every((part) => part === 0)) return 0
        return taken.reduce(
          (left, part, i) => left - part * (shares.byUse[(useStart[index] ?? 0) + i] ?? 0),
          cost * grain,
        )
      })
    },
  }
}
