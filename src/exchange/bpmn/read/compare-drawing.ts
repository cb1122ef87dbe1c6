import type { ModdleElement } from 'bpmn-moddle'
import type { Drawing } from '../draw/drawing.ts'
import { xmlText } from '../xml/xml-text.ts'
import { elementsOf, textOf } from './element.ts'
import { plainName } from './foreign/plain-text.ts'
import { readLanes } from './read-lanes.ts'

/** How a picture differs from what we would draw (与原图的差别). */
export interface Difference {
  /** Shapes or flows came, went, or lead elsewhere. */
  readonly isRedrawn: boolean
  /** By id of the shape: what it is called now. */
  readonly renamed: ReadonlyMap<string, string>
  /** By id of the shape: the lane that it stands in now. */
  readonly moved: ReadonlyMap<string, string>
}

/** Shapes that follow from others: timers at borders. */
const DERIVED = /^(?:Limit|Side)_/

/** Compares the picture in a process with what we would draw of the model in it. */
export function compareDrawing(course: ModdleElement, { nodes, flows, lanes }: Drawing): Difference {
  const elements = elementsOf(course, 'flowElements').filter((element) => !DERIVED.test(textOf(element, 'id')))
  const shapes = elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow')
  const found = elements
    .filter(({ $type }) => $type === 'bpmn:SequenceFlow')
    .map((flow) => {
      const ends = ['sourceRef', 'targetRef'].map((end) => textOf(elementsOf(flow, end)[0], 'id'))
      return keyOf(...ends, textOf(elementsOf(flow, 'conditionExpression')[0], 'body'))
    })
  const drawn = flows.map(({ from, to, condition }) => keyOf(from, to, condition ?? ''))
  const isSame =
    sameSet(
      shapes.map((shape) => textOf(shape, 'id')),
      nodes.map(({ id }) => id),
    ) && sameSet(found, drawn)
  const names = new Map(nodes.map(({ id, name }) => [id, xmlText(name)]))
  const renamed = shapes.flatMap((shape) => {
    const [id, name] = [textOf(shape, 'id'), textOf(shape, 'name')]
    return names.get(id) === name || name.trim() === '' ? [] : [[id, name] as const]
  })
  const laneNames = readLanes(course)
  const moved = new Map<string, string>()
  for (const { id, lane } of nodes) {
    const name = laneNames.get(id)
    if (name !== undefined && name !== plainName(lanes[lane] ?? '')) moved.set(id, name)
  }
  return { isRedrawn: !isSame, renamed: new Map(renamed), moved }
}

/** White space in conditions says nothing: tools break lines where they like. */
function keyOf(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).join('\n')
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [a.toSorted(), b.toSorted()]
  return left.length === right.length && left.every((key, index) => key === right[index])
}
