import type { DurationUnit } from '../calendar/duration.ts'
import type { Condition } from '../model/condition.ts'
import type { Matter } from '../model/matter.ts'
import type { FlowGraph } from './flow-graph.ts'
import { matterConditions } from './matter-conditions.ts'

/**
 * The units of time in which conditions ask for a fact (可比的单位), by its name. An answer in another unit (2年 where 月 are
 * asked for) would leave them 待定 for ever. What no condition compares with a length is not among them.
 */
export function findComparableUnits(matter: Matter, graph: FlowGraph): ReadonlyMap<string, ReadonlySet<DurationUnit>> {
  const units = new Map<string, Set<DurationUnit>>()
  const waiting: Condition[] = [...matterConditions(matter, graph)]
  for (let condition = waiting.pop(); condition !== undefined; condition = waiting.pop()) {
    if (condition.kind === 'all' || condition.kind === 'any') waiting.push(...condition.of)
    else if (condition.kind === 'not') waiting.push(condition.of)
    else if (condition.kind === 'compare' || condition.kind === 'oneOf') {
      for (const operand of condition.kind === 'compare' ? [condition.operand] : condition.operands) {
        if (operand.kind !== 'duration') continue
        const known = units.get(condition.fact) ?? new Set()
        units.set(condition.fact, known.add(operand.duration.unit))
      }
    }
  }
  return units
}
