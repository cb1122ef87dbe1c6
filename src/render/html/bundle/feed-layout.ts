import { displayWidth } from '../../../diagnostics/display-width.ts'
import { wrapDisplay } from '../../wrap-display.ts'
import { visibleText } from '../html.ts'
import type { FeedGraph, FeedNet } from './feed-graph.ts'

/** A component as it is drawn. Unit: of the drawing, one to one with CSS pixels on a page that is as wide as it. */
export interface FeedBox {
  readonly name: string
  readonly lines: readonly string[]
  /** What it issues, by number, where the lines that leave it stand too close for their labels. */
  readonly issues: readonly string[]
  readonly row: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One net as it is drawn: lines along and down, an arrow into each target, its label under the box that it leaves. */
export interface FeedLines {
  readonly net: FeedNet
  /** From x, y along or down to x, y. */
  readonly segments: readonly (readonly [number, number, number, number])[]
  readonly arrows: readonly { readonly x: number; readonly y: number }[]
  readonly label: { readonly x: number; readonly y: number; readonly lines: readonly string[] } | undefined
}

/** The whole drawing. */
export interface FeedLayout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly FeedBox[]
  readonly lines: readonly FeedLines[]
}

/** Lines of text in a box and beside an arrow. A Chinese character takes two columns of half its size each. */
export const FEED_TEXT = { size: 14, line: 20, labelSize: 12, labelLine: 16 }
const GAP = 24
const WIDEST_BOX = 240
/** What is written in a box stands so far from its sides. */
export const FEED_INSET = 10
/** Where the first line leaves a box, and how far its label stands from it. */
const PORT = 14
const BESIDE = 6
const TRACK = 10
const ARROW = 18
/** Where lines through one free way lie. */
const BESIDE_ONE_ANOTHER = [0, 5, -5, 9, -9] as const

/** Lays the components out in rows, at most so many in each, and leads every result along free ways to where it is used. */
export function layOutFeeds({ layers, nets }: FeedGraph, width: number, most: number): FeedLayout {
  const rows = layers.flatMap((layer) => chunks(layer, most))
  const perRow = Math.max(1, ...rows.map((row) => row.length))
  const boxWidth = Math.min(WIDEST_BOX, Math.floor((width - GAP * (perRow + 1)) / perRow))
  const leaving = (name: string) => nets.filter(({ from }) => from === name)
  const issued = (name: string) => leaving(name).filter(({ output }) => output !== null)
  /** The room of a label beside its line. Unit: columns. */
  const roomIn = (name: string) =>
    Math.floor(
      (2 * (boxWidth / leaving(name).length - (leaving(name).length === 1 ? PORT : 0) - 2 * BESIDE)) /
        FEED_TEXT.labelSize,
    )
  const isNumbered = (name: string) =>
    issued(name).length > 1 && issued(name).some(({ output }) => displayWidth(visibleText(output ?? '')) > roomIn(name))
  const labelOf = (net: FeedNet) =>
    isNumbered(net.from)
      ? [numberOf(issued(net.from).indexOf(net))]
      : wrapDisplay(visibleText(net.output ?? ''), roomIn(net.from))
  /** What a component issues, in its box. */
  const issuesOf = (name: string) =>
    isNumbered(name)
      ? issued(name).flatMap(({ output }, index) =>
          wrapDisplay(
            `${numberOf(index)}${visibleText(output ?? '')}`,
            Math.floor((2 * (boxWidth - 2 * FEED_INSET)) / FEED_TEXT.labelSize),
          ),
        )
      : []

  const rowOf = new Map(rows.flatMap((row, index) => row.map((name) => [name, index] as const)))
  const lastRow = ({ to }: FeedNet) => Math.max(...to.map((name) => rowOf.get(name) ?? 0))
  const isIn = (net: FeedNet, channel: number) => (rowOf.get(net.from) ?? 0) <= channel && channel < lastRow(net)

  const boxes = new Map<string, FeedBox>()
  const tracks: Map<FeedNet, number>[] = []
  /** How many lines go through each free way already. */
  const taken = new Map<string, number>()
  let y = 1
  rows.forEach((row, index) => {
    const texts = row.map((name) =>
      wrapDisplay(visibleText(name), Math.floor((2 * (boxWidth - 2 * FEED_INSET)) / FEED_TEXT.size)),
    )
    const issues = row.map(issuesOf)
    const heights = row.map(
      (_, at) => (texts[at]?.length ?? 0) * FEED_TEXT.line + (issues[at]?.length ?? 0) * FEED_TEXT.labelLine,
    )
    const height = Math.max(...heights) + 2 * FEED_INSET
    row.forEach((name, at) => {
      boxes.set(name, {
        name,
        lines: texts[at] ?? [],
        issues: issues[at] ?? [],
        row: index,
        x: leftOf(row.length, at),
        y,
        width: boxWidth,
        height,
      })
    })
    y += height
    const here = nets.filter((net) => isIn(net, index))
    const labels = row.flatMap((name) => leaving(name).filter(({ output }) => output !== null))
    const lines = Math.max(0, ...labels.map((net) => labelOf(net).length))
    y += lines * FEED_TEXT.labelLine + TRACK
    tracks.push(new Map(here.map((net, track) => [net, y + track * TRACK])))
    y += index === rows.length - 1 ? 0 : here.length * TRACK + ARROW
  })
  const last = [...boxes.values()].at(-1)
  return {
    width,
    height: last === undefined ? 0 : last.y + last.height + 1,
    boxes: [...boxes.values()],
    lines: nets.map(draw),
  }

  function leftOf(count: number, at: number): number {
    const whole = count * boxWidth + (count - 1) * GAP
    return Math.round((width - whole) / 2) + at * (boxWidth + GAP)
  }

  /** The free way through a row that is nearest to a place; lines of several nets there lie beside each other. */
  function passage(row: number, near: number): number {
    const count = rows[row]?.length ?? 0
    const ways = Array.from({ length: count + 1 }, (_, at) => leftOf(count, at) - GAP / 2)
    const nearest = ways.reduce((best, way) => (Math.abs(way - near) < Math.abs(best - near) ? way : best))
    const key = `${row} ${nearest}`
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    return nearest + (BESIDE_ONE_ANOTHER[before % BESIDE_ONE_ANOTHER.length] ?? 0)
  }

  function draw(net: FeedNet): FeedLines {
    const source = boxes.get(net.from)
    const targets = net.to.flatMap((name) => boxes.get(name) ?? [])
    if (source === undefined) return { net, segments: [], arrows: [], label: undefined }
    const own = leaving(net.from)
    const start = {
      x: Math.round(source.x + PORT + (own.indexOf(net) * boxWidth) / own.length),
      y: source.y + source.height,
    }
    const segments: [number, number, number, number][] = []
    const joined = new Map<number, number[]>([[source.row, [start.x]]])
    const ways = new Map<number, number>()
    const trackAt = (channel: number) => tracks[channel]?.get(net) ?? 0
    const join = (channel: number, x: number) => joined.set(channel, [...(joined.get(channel) ?? []), x])
    segments.push([start.x, start.y, start.x, trackAt(source.row)])
    const arrows = targets.map((target) => {
      const arriving = nets.filter(({ to }) => to.includes(target.name))
      const x = Math.round(target.x + (boxWidth * (arriving.indexOf(net) + 1)) / (arriving.length + 1))
      for (let row = source.row + 1; row < target.row; row++) {
        if (ways.has(row)) continue
        const way = passage(row, x)
        ways.set(row, way)
        segments.push([way, trackAt(row - 1), way, trackAt(row)])
        join(row - 1, way)
        join(row, way)
      }
      join(target.row - 1, x)
      segments.push([x, trackAt(target.row - 1), x, target.y])
      return { x, y: target.y }
    })
    for (const [channel, places] of joined) {
      const [from, to] = [Math.min(...places), Math.max(...places)]
      if (from < to) segments.push([from, trackAt(channel), to, trackAt(channel)])
    }
    const label =
      net.output === null
        ? undefined
        : { x: start.x + BESIDE, y: start.y + FEED_TEXT.labelSize + 3, lines: labelOf(net) }
    return { net, segments, arrows, label }
  }
}

/** ①, ② … and beyond what there are signs for, 21 … */
function numberOf(index: number): string {
  return index < 20 ? String.fromCodePoint(0x2460 + index) : `${index + 1} `
}

function chunks(names: readonly string[], most: number): readonly (readonly string[])[] {
  const count = Math.ceil(names.length / most)
  const size = Math.ceil(names.length / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => names.slice(index * size, (index + 1) * size))
}
