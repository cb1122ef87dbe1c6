import { printDuration } from '../../calendar/duration.ts'
import { printConditionWords } from '../../graph/condition-words.ts'
import { CLOCK_WORDS, stepLimitLines } from '../../graph/step-words.ts'
import type { Matter } from '../../model/matter.ts'
import { html, visibleText } from '../html/html.ts'
import type { Panel } from './header.ts'
import { group } from './shapes.ts'
import { drawLines, heightOfLines, round, type SetLine, setLines } from './text-block.ts'

const INSET = 10
const GAP = 12

/** What may happen at any time between acceptance and decision (途中可能发生的): 特别程序 without a place, 延长. */
export function drawNotes(matter: Matter, width: number): Panel | undefined {
  const notes = [...floatingProcedures(matter), ...extensions(matter)]
  if (notes.length === 0) return undefined
  const title = setLines('办理当中可能遇到', 'frame', width)
  const perRow = Math.max(1, Math.floor((width + GAP) / (200 + GAP)))
  const across = Math.min(perRow, notes.length)
  const boxWidth = Math.min(320, Math.floor((width - GAP * (across - 1)) / across))
  const boxes = notes.map(({ name, lines }): readonly SetLine[] => [
    ...setLines(name, 'frame', boxWidth - 2 * INSET, 4),
    ...lines.flatMap((line) => setLines(line, 'soft', boxWidth - 2 * INSET, 5)),
  ])
  const rows = Array.from({ length: Math.ceil(boxes.length / across) }, (_, row) =>
    boxes.slice(row * across, (row + 1) * across),
  )
  const heights = rows.map((row) => Math.max(...row.map(heightOfLines)) + 2 * INSET - 4)
  const heading = heightOfLines(title) + 6
  return {
    height: heading + heights.reduce((sum, height) => sum + height + GAP, 0),
    draw: (x, y) => {
      let top = y + heading
      const drawn = rows.map((row, index) => {
        const height = heights[index] ?? 0
        const at = top
        top += height + GAP
        return row.map((lines, column) => {
          const left = x + column * (boxWidth + GAP)
          return group('side', 'plain', [
            html`<rect class="box" x="${round(left)}" y="${round(at)}" width="${boxWidth}" height="${height}" rx="6"/>`,
            drawLines(lines, left + INSET, at + INSET - 2),
          ])
        })
      })
      return html`<g class="notes">${drawLines(title, x, y)}${drawn}</g>`
    },
  }
}

interface Note {
  readonly name: string
  readonly lines: readonly string[]
}

function floatingProcedures(matter: Matter): readonly Note[] {
  return matter.specialProcedures
    .filter(({ placement }) => placement === undefined)
    .map(({ name, limits, clock, when, notice }) => ({
      name: visibleText(`特别程序：${name}`),
      lines: [
        ...(when === undefined ? [] : [`仅当${printConditionWords(when, matter)}`]),
        ...stepLimitLines(limits, matter),
        clock === 'excluded' ? '不计入办理时限，期间停表' : CLOCK_WORDS[clock],
        ...(notice === undefined ? [] : [notice]),
      ].map(visibleText),
    }))
}

function extensions(matter: Matter): readonly Note[] {
  return matter.extensions.map(({ name, extendBy, extendTo, approver, when, times, notice }) => ({
    name: visibleText(`延长：${name}`),
    lines: [
      ...(when === undefined ? [] : [`仅当${printConditionWords(when, matter)}`]),
      ...(extendBy === undefined ? [] : [`可以延长${printDuration(extendBy)}`]),
      ...(extendTo === undefined ? [] : [`可以延长到一共${printDuration(extendTo)}`]),
      ...(approver === undefined ? [] : [`由${approver}批准`]),
      ...(times === undefined ? [] : [`最多${times}次`]),
      ...(notice === undefined ? [] : [notice]),
    ].map(visibleText),
  }))
}
