import type { ModdleElement } from 'bpmn-moddle'
import { elementsOf } from './element.ts'

/** The processes of a document, the one with the most in it first (流程). */
export function processesOf(definitions: ModdleElement): readonly ModdleElement[] {
  return elementsOf(definitions, 'rootElements')
    .filter(({ $type }) => $type === 'bpmn:Process')
    .toSorted((a, b) => elementsOf(b, 'flowElements').length - elementsOf(a, 'flowElements').length)
}

/** All elements of a process, those in subprocesses too. */
export function flowElementsOf(course: ModdleElement): readonly ModdleElement[] {
  const found: ModdleElement[] = [...elementsOf(course, 'flowElements')]
  // Grows while it is gone through.
  for (const element of found) found.push(...elementsOf(element, 'flowElements'))
  return found
}
