import { printDate } from '../../../compile/text/words.ts'
import type { Matter } from '../../../model/matter.ts'
import { foldKey } from '../../../syntax/fold.ts'

/** What each matter is called in the sheets (各表里的叫法): its name, and which version where there are several of it. */
export function labelMatters(matters: readonly Matter[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { name } of matters) counts.set(foldKey(name), (counts.get(foldKey(name)) ?? 0) + 1)
  const taken = new Set<string>()
  return matters.map((matter) => {
    const { name, version, effectiveFrom } = matter
    const isOnly = counts.get(foldKey(name)) === 1
    const which = version ?? (effectiveFrom === undefined ? undefined : `自${printDate(effectiveFrom)}起`)
    const label = isOnly || which === undefined ? name : `${name}（${which}）`
    let free = label
    for (let next = 2; taken.has(foldKey(free)); next++) free = `${label}（第${next}个）`
    taken.add(foldKey(free))
    return free
  })
}
