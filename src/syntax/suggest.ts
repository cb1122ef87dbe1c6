import { soundsAlike } from './pinyin.ts'

/** Longest words that are compared letter by letter. Unit: characters. */
const LONGEST_COMPARED = 40

/** Most words that are compared: among more, a guess helps nobody and costs much. */
const MOST_COMPARED = 1000

/**
 * The word that the author probably meant (近似词): one that sounds the same, else the nearest by letters; undefined when
 * none is near or two are equally near.
 */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  if (written.length > LONGEST_COMPARED || words.length > MOST_COMPARED) return undefined
  const alike = unique(words.filter((word) => word !== written && soundsAlike(written, word)))
  if (alike.length > 0) return alike.length === 1 ? alike[0] : undefined
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  let tied = false
  for (const word of words) {
    if (word === written || word === best || word.length > LONGEST_COMPARED) continue
    const distance = editDistance(written, word, Math.min(least, tolerance(written, word)))
    if (distance === undefined) continue
    tied = distance === least
    if (!tied) best = word
    least = distance
  }
  return tied ? undefined : best
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}

/** How many letters may differ: one in words of two to four letters, two in longer ones. */
function tolerance(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  return shorter < 2 ? 0 : shorter < 5 ? 1 : 2
}

/** Letters to insert, delete, replace or swap with their neighbour; undefined when more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  const distance = last[b.length] ?? 0
  return distance <= limit ? distance : undefined
}
