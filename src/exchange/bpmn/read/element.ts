import type { ModdleElement } from 'bpmn-moddle'

/** Reads elements of a document from outside (读元素): whatever is asked for may be missing, or be something else. */

/** True for anything that moddle made of an element. */
function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string'
}

/** What an element holds under a name. */
export function read(element: ModdleElement | undefined, name: string): unknown {
  if (element === undefined) return undefined
  return element.get === undefined ? Reflect.get(element, name) : element.get(name)
}

/** A text under a name; empty where there is none. */
export function textOf(element: ModdleElement | undefined, name: string): string {
  const value = read(element, name)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** The elements under a name: a list, a single one, or none. */
export function elementsOf(element: ModdleElement | undefined, name: string): readonly ModdleElement[] {
  const value = read(element, name)
  return Array.isArray(value) ? value.filter(isElement) : isElement(value) ? [value] : []
}

/** The extension elements of a kind, as `zw:Part`; a reader that knows no extension writes the name in small letters. */
export function extensionsOf(element: ModdleElement | undefined, type: string): readonly ModdleElement[] {
  const [values] = elementsOf(element, 'extensionElements')
  return elementsOf(values, 'values').filter(({ $type }) => $type.toLowerCase() === type.toLowerCase())
}
