import type { MatchedLines } from './match-lines.ts'

/** The most matches whose places rise on both sides (没有移动的): they stayed where they were, the others moved. */
export function longestRising(matches: readonly MatchedLines[]): ReadonlySet<MatchedLines> {
  const length: number[] = []
  const previous: number[] = []
  let last = -1
  for (const [index, { at }] of matches.entries()) {
    let [best, from] = [0, -1]
    for (let earlier = 0; earlier < index; earlier++) {
      const candidate = length[earlier] ?? 0
      if ((matches[earlier]?.at.before ?? 0) < at.before && candidate > best) [best, from] = [candidate, earlier]
    }
    length.push(best + 1)
    previous.push(from)
    if (last < 0 || best + 1 > (length[last] ?? 0)) last = index
  }
  const stayed = new Set<MatchedLines>()
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const match = matches[index]
    if (match !== undefined) stayed.add(match)
  }
  return stayed
}
