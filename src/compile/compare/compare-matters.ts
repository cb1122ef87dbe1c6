import type { Origin } from '../../base/source-file.ts'
import type { ChangePlaces, Heading, LineChange } from '../../model/line-change.ts'
import type { Matter } from '../../model/matter.ts'
import { layOut, type PrintedLine, textOfLine } from '../print/lines.ts'
import { printParts } from '../print/matter.ts'
import { longestRising } from './longest-rising.ts'
import { isNamed, type MatchedLines, matchLines } from './match-lines.ts'

/**
 * What differs between two versions of a matter (改动对照), in the author's words and in the order of the later one. There is
 * no change exactly where both are written the same; what only moves within its list is told as moved.
 */
export function compareMatters(before: Matter, after: Matter): readonly LineChange[] {
  const places = { ...(before.origin && { before: before.origin }), ...(after.origin && { after: after.origin }) }
  return compareLines(printParts(before).flat(), printParts(after).flat(), { within: [], places })
}

/** What the lines of a list stand in. */
interface Setting {
  readonly within: readonly Heading[]
  readonly places: ChangePlaces
}

function compareLines(
  before: readonly PrintedLine[],
  after: readonly PrintedLine[],
  setting: Setting,
): readonly LineChange[] {
  const matched = matchLines(before, after)
  const byBefore = new Map(matched.map((match) => [match.at.before, match]))
  const byAfter = new Map(matched.map((match) => [match.at.after, match]))
  const stayed = longestRising(matched.toSorted((a, b) => a.at.after - b.at.after))
  const changes: LineChange[] = []
  let next = 0
  for (const [index, line] of after.entries()) {
    const match = byAfter.get(index)
    if (match === undefined) {
      changes.push(wholePart('added', line, setting))
      continue
    }
    if (stayed.has(match)) {
      for (; next < match.at.before; next++) pushRemoved(next)
      next = match.at.before + 1
    } else changes.push(moved(match, after[index - 1], setting))
    changes.push(...compareMatched(match, setting))
  }
  for (; next < before.length; next++) pushRemoved(next)
  return changes

  function pushRemoved(index: number): void {
    const line = before[index]
    if (line !== undefined && !byBefore.has(index)) changes.push(wholePart('removed', line, setting))
  }
}

function compareMatched({ before, after, isSame }: MatchedLines, setting: Setting): readonly LineChange[] {
  const places = placesOf(before.origin, after.origin, setting)
  const heading = { keyword: after.keyword, value: after.value }
  const kind = isNamed(after) ? 'renamed' : 'changed'
  const own: readonly LineChange[] = isSame
    ? []
    : [{ kind, ...heading, before: before.value, within: setting.within, places }]
  return [...own, ...compareLines(before.under, after.under, { within: [...setting.within, heading], places })]
}

function wholePart(kind: 'added' | 'removed', line: PrintedLine, { within, places }: Setting): LineChange {
  const side = kind === 'added' ? 'after' : 'before'
  const origin = line.origin ?? places[side]
  const under = layOut(line.under)
    .split('\n')
    .filter((each) => each !== '')
  return {
    kind,
    keyword: line.keyword,
    value: line.value,
    under,
    within,
    places: origin === undefined ? {} : { [side]: origin },
  }
}

function moved({ before, after }: MatchedLines, previous: PrintedLine | undefined, setting: Setting): LineChange {
  const { keyword, value } = after
  const behind = previous && textOfLine(previous)
  const places = placesOf(before.origin, after.origin, setting)
  return { kind: 'moved', keyword, value, behind, within: setting.within, places }
}

function placesOf(before: Origin | undefined, after: Origin | undefined, { places }: Setting): ChangePlaces {
  return { ...places, ...(before && { before }), ...(after && { after }) }
}
