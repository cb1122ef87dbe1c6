import type { HighsSolution, LegacyHighs } from 'highs'
import { buildProblem } from './build-problem.ts'
import { answerOf } from './certificate.ts'
import type { NetworkOptions, PlanNetwork } from './network.ts'
import type { NetworkAnswer } from './network-answer.ts'
import { isInTime } from './order-times.ts'
import { planNetwork } from './plan-network.ts'
import { type Activity, type Choice, conflictOf, costOf, type Problem } from './problem.ts'

/** How to plan where an outside solver may help (求解方式). */
export interface MilpOptions extends NetworkOptions {
  /**
   * `auto`: the own search first, and the outside solver only when that meets its limit; `milp`: the outside solver alone.
   */
  readonly solver: 'auto' | 'milp'
  /** How long the outside solver may take. Unit: seconds. 60 when left out. */
  readonly seconds?: number
}

/**
 * Plans with HiGHS, a solver for mixed integer programmes, beside the own search (混合整数规划). The package `highs` must be
 * installed; it is loaded here and nowhere else. What it finds is checked exactly; that nothing is cheaper is its word.
 */
export async function planNetworkWithMilp(network: PlanNetwork, options: MilpOptions): Promise<NetworkAnswer> {
  const own = options.solver === 'auto' ? planNetwork(network, options) : undefined
  if (own !== undefined && own.status !== 'best-known' && own.status !== 'undecided') return own
  const built = buildProblem(network)
  if (!('problem' in built)) return { status: 'invalid', problems: built }
  const { problem } = built
  const solution = (await loadHighs()).solve(printModel(problem), {
    mip_rel_gap: 0,
    mip_abs_gap: 0,
    time_limit: options.seconds ?? 60,
    output_flag: false,
  })
  const choice = choiceOf(problem, solution)
  if (solution.Status === 'Optimal' && choice !== undefined) {
    return answerOf(built, choice, costOf(problem, choice), { kind: 'solver', name: 'HiGHS' }, 0, true)
  }
  // Where it proves nothing, or says impossible, the own search has the proof or the better-founded doubt.
  return own ?? planNetwork(network, options)
}

let highs: Promise<LegacyHighs> | undefined

/** Loads the solver once: it takes longer than most problems do. */
export function loadHighs(): Promise<LegacyHighs> {
  highs ??= startHighs()
  return highs
}

/** The package is typed as CommonJS but loads as an ES module: what its default is shows when it is there. */
async function startHighs(): Promise<LegacyHighs> {
  const loader: unknown = (await import('highs')).default
  if (!isLoader(loader)) throw new TypeError('the package highs has no loader as its default export')
  return loader()
}

function isLoader(value: unknown): value is () => Promise<LegacyHighs> {
  return typeof value === 'function'
}

/** The choice that a solution stands for; undefined where it is none that holds. */
function choiceOf(problem: Problem, { Columns }: HighsSolution): Choice | undefined {
  const choice = Int32Array.from(problem.activities, ({ modes }) =>
    modes.findIndex(({ index }) => {
      const column = Columns[`x${index}`]
      return column !== undefined && 'Primal' in column && column.Primal > 0.5
    }),
  )
  if (choice.includes(-1) || conflictOf(problem, choice) !== undefined || !isInTime(problem, choice)) return undefined
  return choice
}

/**
 * The model in the LP format: x says which mode, y which measure, e when all have finished for whom some wait. An order that
 * is given up frees its pair by the whole deadline.
 */
function printModel({ activities, measures, deadline }: Problem): string {
  const rows: string[] = []
  const columns: string[] = []
  const costs: string[] = []
  const eventOf = new Map<string, string>()
  const startOf = ({ predecessors }: Activity) => eventOf.get(predecessors.join())
  /** What an activity takes, and when it starts, as terms of the other side of a row. */
  const finishOf = (activity: Activity) =>
    [startOf(activity) ?? '', ...activity.modes.map(({ index, duration }) => `${duration} x${index}`)]
      .filter((term) => term !== '')
      .map((term) => `- ${term}`)
      .join(' ')
  const waitFor = (event: string, before: Activity) => {
    const waited = before.link === undefined ? before : activities[before.predecessors[0] ?? 0]
    const drop = before.modes.find(({ duration }) => duration < 0)
    const freed = drop === undefined ? '' : ` + ${deadline} x${drop.index}`
    if (waited !== undefined) rows.push(`${event} ${finishOf(waited)}${freed} >= 0`)
  }
  for (const { index, modes, predecessors, successors, link } of activities) {
    const key = predecessors.join()
    if (link === undefined && predecessors.length > 0 && !eventOf.has(key)) {
      eventOf.set(key, `e${eventOf.size}`)
      for (const before of predecessors) {
        const waited = activities[before]
        if (waited !== undefined) waitFor(eventOf.get(key) ?? '', waited)
      }
    }
    rows.push(`${modes.map((mode) => `+ 1 x${mode.index}`).join(' ')} = 1`)
    for (const { index: mode, cost } of modes) {
      columns.push(`x${mode}`)
      if (cost > 0) costs.push(`+ ${cost} x${mode}`)
    }
    const activity = activities[index]
    const isLast = successors.every((after) => activities[after]?.link !== undefined)
    if (link === undefined && isLast && activity !== undefined) rows.push(`${finishOf(activity)} >= -${deadline}`)
  }
  for (const { index, cost, excludes, users } of measures) {
    columns.push(`y${index}`)
    if (cost > 0) costs.push(`+ ${cost} y${index}`)
    for (const { modes } of users) rows.push(`y${index} ${modes.map((mode) => `- 1 x${mode.index}`).join(' ')} >= 0`)
    for (const other of excludes) if (other > index) rows.push(`y${index} + y${other} <= 1`)
  }
  return [
    'Minimize',
    ` obj: ${costs.join(' ') || '0 zero'}`,
    'Subject To',
    ...rows.map((row, i) => ` r${i}: ${row}`),
    'Binary',
    ` ${columns.join(' ')}`,
    'End',
    '',
  ].join('\n')
}
