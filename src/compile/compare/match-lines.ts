import { CONSTRUCTS } from '../../syntax/constructs.ts'
import { layOut, type PrintedLine } from '../print/lines.ts'

/** A line of each side that are the same entry (对应的两行). */
export interface MatchedLines {
  readonly before: PrintedLine
  readonly after: PrintedLine
  /** Their places in the lists. */
  readonly at: { readonly before: number; readonly after: number }
  /** What they say is the same, apart from the widths of columns. */
  readonly isSame: boolean
}

/** Constructs whose value is the name of a part. */
const NAMED = new Set(CONSTRUCTS.flatMap(({ id, declares }) => (declares === undefined ? [] : [id])))

/** Whether a line gives a part its name (部分的名称), so that another value is another part. */
export function isNamed({ construct }: PrintedLine): boolean {
  return NAMED.has(construct)
}

/**
 * Finds which lines of two lists are the same entry: those that say the same; then parts under another name with the same
 * below them; then attributes by their 当, and the rest of them in order. What is left over was added or removed.
 */
export function matchLines(before: readonly PrintedLine[], after: readonly PrintedLine[]): readonly MatchedLines[] {
  const open = { before: new Set(before.keys()), after: new Set(after.keys()) }
  const matched: MatchedLines[] = []
  pairBy((line) => `${line.construct}\n${squeeze(line.value)}`)
  pairBy((line) => (isNamed(line) && line.under.length > 0 ? `${line.construct}\n${layOut(line.under)}` : undefined))
  pairBy((line) => (isNamed(line) ? undefined : `${line.construct}\n${conditionOf(line)}`))
  pairBy((line) => (isNamed(line) ? undefined : line.construct))
  return matched

  function pairBy(keyOf: (line: PrintedLine) => string | undefined): void {
    const waiting = new Map<string, number[]>()
    for (const index of open.before) {
      const line = before[index]
      const key = line && keyOf(line)
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), index])
    }
    for (const index of open.after) {
      const now = after[index]
      const key = now && keyOf(now)
      const place = key === undefined ? undefined : waiting.get(key)?.shift()
      const was = place === undefined ? undefined : before[place]
      if (place === undefined || was === undefined || now === undefined) continue
      open.before.delete(place)
      open.after.delete(index)
      const isSame = squeeze(was.value) === squeeze(now.value)
      matched.push({ before: was, after: now, at: { before: place, after: index }, isSame })
    }
  }
}

/** The columns of a table are as wide as their widest cell: that is no change of the others. */
function squeeze(value: string): string {
  return value.replace(/ +/g, ' ')
}

function conditionOf({ under }: PrintedLine): string {
  return under.find(({ construct }) => construct === 'when')?.value ?? ''
}
