import { printDuration } from '../../../calendar/duration.ts'
import type { DrawnNode, ShapeKind } from '../draw/drawing.ts'

/** A rectangle of the picture. Unit: pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a shape needs room for: itself, its label, the timer at its border with what that leads to. Places are those within the block. */
export interface Block {
  readonly width: number
  readonly height: number
  readonly shape: Box
  readonly label?: Box
  readonly timer?: { readonly event: Box; readonly label: Box; readonly end: Box; readonly endLabel: Box }
  /** Shapes of a subprocess from left to right, within the block. */
  readonly inner?: readonly Box[]
}

const TASK = { width: 120, height: 80 }
const EVENT = 36
const GATEWAY = 50
/** A label outside its shape. Chinese letters are as wide as they are high. */
const LABEL = { width: 98, letter: 11.5, line: 14 }
/** What hangs at the lower border of a shape with a time limit. */
const TIMER_HEIGHT = 54

/** The letters of a text in one line of Chinese; letters of other scripts are half as wide. */
export function lettersOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u0300' ? 0.55 : 1), 0)
}

/** The room for a label outside its shape. */
export function labelSize(
  text: string,
  width: number = LABEL.width,
): { readonly width: number; readonly height: number } {
  const lines = Math.max(1, Math.ceil((lettersOf(text) * LABEL.letter) / width))
  return { width, height: lines * LABEL.line }
}

/** Measures a shape with all that belongs to it. */
export function measureBlock(node: DrawnNode): Block {
  if (node.kind === 'procedure') return measureProcedure(node)
  const size = sizeOf(node)
  const isTask = isTaskKind(node.kind)
  if (isTask) return withTimer({ x: 0, y: 0, ...size }, node)
  if (node.name === '') return { ...size, shape: { x: 0, y: 0, ...size } }
  const label = labelSize(node.name)
  const width = Math.max(size.width, label.width)
  const shape = { x: (width - size.width) / 2, y: 0, ...size }
  return {
    width,
    height: size.height + 6 + label.height,
    shape,
    label: { x: (width - label.width) / 2, y: size.height + 6, ...label },
  }
}

function isTaskKind(kind: ShapeKind): boolean {
  return kind === 'userTask' || kind === 'serviceTask' || kind === 'sendTask'
}

function sizeOf({ kind, name }: DrawnNode): { readonly width: number; readonly height: number } {
  if (isTaskKind(kind)) return taskSize(name)
  const side = kind === 'exclusive' || kind === 'parallel' || kind === 'eventBased' ? GATEWAY : EVENT
  return { width: side, height: side }
}

/** Names too long for the usual task make it larger. */
function taskSize(name: string): { readonly width: number; readonly height: number } {
  const letters = lettersOf(name)
  if (letters <= 28) return TASK
  const lines = Math.ceil(letters / 13)
  return { width: 180, height: Math.max(TASK.height, 24 + lines * 16) }
}

function withTimer(shape: Box, { limit, kind }: DrawnNode): Block {
  if (limit === undefined || kind === 'timerCatch') return { width: shape.width, height: shape.height, shape }
  const bottom = shape.y + shape.height
  const label = labelSize(printDuration(limit), 74)
  // Where figures may break over lines is for the tool to say; one line more than they need is room enough.
  const below = bottom + 6 + label.height + (label.height > LABEL.line ? LABEL.line : 0)
  return {
    width: shape.width,
    height: below + TIMER_HEIGHT,
    shape,
    timer: {
      event: { x: shape.x + 10, y: bottom - EVENT / 2, width: EVENT, height: EVENT },
      label: { x: shape.x + 50, y: bottom + 3, ...label },
      end: { x: shape.x + 62, y: below, width: EVENT, height: EVENT },
      endLabel: { x: shape.x + 40, y: below + EVENT + 2, width: 80, height: LABEL.line },
    },
  }
}

const INNER = { side: 20, top: 30, gap: 26 }

/** The shapes in a subprocess: where it begins, what is told, the work, where it ends. */
function measureProcedure(node: DrawnNode): Block {
  const tasks = [...(node.notice === undefined ? [] : [taskSize(node.notice)]), taskSize(node.name)]
  const row = layRow(tasks)
  const shape = { x: 0, y: 0, width: row.width, height: row.height }
  return { ...withTimer(shape, node), inner: row.boxes }
}

/** Shapes of a subprocess in a row, with the events at both ends, and the room that they need. */
export function layRow(tasks: readonly { readonly width: number; readonly height: number }[]): {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
} {
  const event = { width: EVENT, height: EVENT }
  const shapes = [event, ...tasks, event]
  const tallest = Math.max(...shapes.map(({ height }) => height))
  let x = INNER.side
  const boxes = shapes.map((size) => {
    const box = { ...size, x, y: INNER.top + (tallest - size.height) / 2 }
    x += size.width + INNER.gap
    return box
  })
  return { width: x - INNER.gap + INNER.side, height: INNER.top + tallest + 24, boxes }
}

/** The row of a subprocess that stands beside the flow. */
export function measureSide(tasks: readonly { readonly name: string }[]): ReturnType<typeof layRow> {
  return layRow(tasks.map(({ name }) => taskSize(name)))
}
