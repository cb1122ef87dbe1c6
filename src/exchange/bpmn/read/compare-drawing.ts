import type { ModdleElement } from 'bpmn-moddle'
import type { Drawing } from '../draw/drawing.ts'
import { elementsOf, textOf } from './element.ts'

/** Shapes that follow from others: timers at borders. */
const DERIVED = /^(?:Limit|Side)_/

/** True where the picture in a process is not what we would draw of the model in it (重画): shapes or flows came, went, or lead elsewhere. */
export function isRedrawn(course: ModdleElement, { nodes, flows }: Drawing): boolean {
  const elements = elementsOf(course, 'flowElements').filter((element) => !DERIVED.test(textOf(element, 'id')))
  const shapes = elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow')
  const found = elements
    .filter(({ $type }) => $type === 'bpmn:SequenceFlow')
    .map((flow) => {
      const ends = ['sourceRef', 'targetRef'].map((end) => textOf(elementsOf(flow, end)[0], 'id'))
      return keyOf(...ends, textOf(elementsOf(flow, 'conditionExpression')[0], 'body'))
    })
  const drawn = flows.map(({ from, to, condition }) => keyOf(from, to, condition ?? ''))
  const there = shapes.map((shape) => textOf(shape, 'id'))
  const ours = nodes.map(({ id }) => id)
  return !sameSet(there, ours) || !sameSet(found, drawn)
}

/** White space in conditions says nothing: tools break lines where they like. */
function keyOf(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).join('\n')
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [a.toSorted(), b.toSorted()]
  return left.length === right.length && left.every((key, index) => key === right[index])
}
