import type { Step } from '../../../model/flow.ts'
import type { Matter } from '../../../model/matter.ts'

/** Who does the work, a lane each (泳道). */
export interface Lanes {
  readonly names: readonly string[]
  /** The lane of a step, or of what has no role of its own. */
  readonly laneOf: (work: Pick<Step, 'role' | 'department'> | undefined) => number
}

/** One lane for each department and role, in the order of the steps. */
export function layLanes(matter: Matter): Lanes {
  const names: string[] = []
  const usual = matter.authority ?? '办理机关'
  const nameOf = ({ role, department }: Pick<Step, 'role' | 'department'>) => {
    if (role !== undefined && department !== undefined && role.startsWith(department)) return role
    return [department, role].filter((word) => word !== undefined).join('·') || usual
  }
  for (const item of matter.flow) {
    if (item.kind === 'step' && !names.includes(nameOf(item))) names.push(nameOf(item))
  }
  if (names.length === 0) names.push(usual)
  return { names, laneOf: (work) => (work === undefined ? 0 : Math.max(0, names.indexOf(nameOf(work)))) }
}
