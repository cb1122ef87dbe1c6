/** A line with the lines that stand further in below it. */
interface Entry {
  readonly text: string
  readonly under: Entry[]
}

/**
 * What changes between two indented texts (改动对照): lines that go with -, new ones with +, each below the entry that it
 * stands in. None where nothing changes.
 */
export function diffLines(before: string, after: string): readonly string[] {
  return diffEntries(readEntries(before), readEntries(after))
}

function readEntries(text: string): readonly Entry[] {
  const top: Entry[] = []
  const open: { readonly indent: number; readonly under: Entry[] }[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const indent = line.length - line.trimStart().length
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const entry: Entry = { text: line, under: [] }
    const list = open.at(-1)?.under ?? top
    list.push(entry)
    open.push({ indent, under: entry.under })
  }
  return top
}

function diffEntries(before: readonly Entry[], after: readonly Entry[]): readonly string[] {
  const lines: string[] = []
  let at = 0
  let next = 0
  for (const [old, now] of [...commonEntries(before, after), [before.length, after.length] as const]) {
    for (; at < old; at++) lines.push(...whole('-', before[at]))
    for (; next < now; next++) lines.push(...whole('+', after[next]))
    const [kept, same] = [before[old], after[now]]
    if (kept !== undefined && same !== undefined) {
      const inside = diffEntries(kept.under, same.under)
      if (inside.length > 0) lines.push(`  ${kept.text}`, ...inside)
    }
    at = old + 1
    next = now + 1
  }
  return lines
}

function whole(mark: '-' | '+', entry: Entry | undefined): readonly string[] {
  return entry === undefined ? [] : [`${mark} ${entry.text}`, ...entry.under.flatMap((each) => whole(mark, each))]
}

/** The places of entries that begin with the same line in both, as many as can be in order (longest common subsequence). */
function commonEntries(before: readonly Entry[], after: readonly Entry[]): readonly (readonly [number, number])[] {
  const width = after.length + 1
  const common = new Int32Array((before.length + 1) * width)
  const lengthAt = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const same = before[i]?.text === after[j]?.text
      common[i * width + j] = same ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i]?.text === after[j]?.text) pairs.push([i++, j++])
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++
    else j++
  }
  return pairs
}
