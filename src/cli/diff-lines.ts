/** Most lines on a side that are compared one by one. */
const MOST_LINES = 3000

/**
 * The lines that two texts differ in (逐行对照), with `-` and `+` before them and the number of the line, in the old text for
 * those that go and in the new one for those that come.
 */
export function diffLines(before: string, after: string): readonly string[] {
  const [was, now] = [linesOf(before), linesOf(after)]
  const start = was.findIndex((line, index) => line !== now[index])
  const first = start < 0 ? Math.min(was.length, now.length) : start
  let last = 0
  while (last < Math.min(was.length, now.length) - first && was.at(-1 - last) === now.at(-1 - last)) last++
  const [old, young] = [was.slice(first, was.length - last), now.slice(first, now.length - last)]
  const kept = old.length > MOST_LINES || young.length > MOST_LINES ? [] : commonLines(old, young)
  const told: string[] = []
  let [left, right] = [0, 0]
  for (const [one, other] of [...kept, [old.length, young.length] as const]) {
    for (; left < one; left++) told.push(`-${first + left + 1} ${old[left]}`)
    for (; right < other; right++) told.push(`+${first + right + 1} ${young[right]}`)
    left++
    right++
  }
  return told
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** The longest list of lines that both have in this order, as their places. */
function commonLines(was: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const width = now.length + 1
  const lengths = new Uint16Array((was.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = was.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        was[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  let [row, column] = [0, 0]
  while (row < was.length && column < now.length) {
    if (was[row] === now[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}
