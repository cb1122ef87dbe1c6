import type { Condition } from '../../model/condition.ts'
import type { Matter } from '../../model/matter.ts'

/** Situations behind those that they rest on (情形的先后). */
export function situationsInOrder({ situations }: Matter): Matter['situations'] {
  const byName = new Map(situations.map((situation) => [situation.name, situation]))
  const placed = new Set<string>()
  const ordered: Matter['situations'][number][] = []
  const place = (name: string): void => {
    const situation = byName.get(name)
    if (situation === undefined || placed.has(name)) return
    placed.add(name)
    for (const other of situationsIn(situation.when)) place(other)
    ordered.push(situation)
  }
  for (const { name } of situations) place(name)
  return ordered
}

function situationsIn(condition: Condition): readonly string[] {
  if (condition.kind === 'situation') return [condition.situation]
  if (condition.kind === 'not') return situationsIn(condition.of)
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(situationsIn) : []
}
