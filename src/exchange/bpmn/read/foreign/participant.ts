import type { ModdleElement } from 'bpmn-moddle'
import { elementsOf } from '../element.ts'

/** The pool of a process (泳池), where it has one. */
export function participantOf(definitions: ModdleElement, course: ModdleElement): ModdleElement | undefined {
  return elementsOf(definitions, 'rootElements')
    .flatMap((root) => elementsOf(root, 'participants'))
    .find((participant) => elementsOf(participant, 'processRef')[0] === course)
}
