import type { ModdleElement } from 'bpmn-moddle'
import { elementsOf, textOf } from './element.ts'
import { plainName } from './foreign/plain-text.ts'

/** The name of the lane of each element (泳道), the innermost one that has a name, by the element's id. */
export function readLanes(course: ModdleElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const visit = (lane: ModdleElement, above: string): void => {
    const name = plainName(textOf(lane, 'name')) || above
    for (const element of elementsOf(lane, 'flowNodeRef')) if (name !== '') names.set(textOf(element, 'id'), name)
    for (const set of elementsOf(lane, 'childLaneSet')) for (const inner of elementsOf(set, 'lanes')) visit(inner, name)
  }
  for (const set of elementsOf(course, 'laneSets')) for (const lane of elementsOf(set, 'lanes')) visit(lane, '')
  return names
}
