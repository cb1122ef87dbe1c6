import type { ModdleElement } from 'bpmn-moddle'
import { elementsOf, textOf } from './element.ts'

/** What the reader of XML takes for an id; anything else it would leave out with all that is in it. */
const SOUND = /^(?:[a-z][\w-.]*:)?[a-z_][\w-.]*$/i
const MARK = 'zwid.'
const REFERENCES = 'sourceRef|targetRef|attachedToRef|default|processRef|bpmnElement|dataObjectRef'
const ATTRIBUTE = new RegExp(String.raw`(\s(?:id|${REFERENCES})\s*=\s*)(?:"([^"<]*)"|'([^'<]*)')`, 'g')
const ELEMENT = /(<(?:[\w-]+:)?(?:flowNodeRef|incoming|outgoing|sourceRef|targetRef)>)([^<]*)(?=<)/g

/** Writes ids that are none to the reader, such as 受理 or 3, so that it takes them (编号). Sound documents stay as they are. */
export function soundIds(xml: string): string {
  const isUnsound = [...xml.matchAll(/\sid\s*=\s*(?:"([^"<]+)"|'([^'<]+)')/g)].some(
    ([, double, single]) => !SOUND.test(double ?? single ?? ''),
  )
  if (!isUnsound) return xml
  return xml
    .replace(ATTRIBUTE, (_, before: string, double?: string, single?: string) =>
      double === undefined ? `${before}'${written(single ?? '')}'` : `${before}"${written(double)}"`,
    )
    .replace(ELEMENT, (_, before: string, id: string) => `${before}${written(id.trim())}`)
}

function written(id: string): string {
  if (id === '' || SOUND.test(id)) return id
  return MARK + [...id].map((letter) => (letter.codePointAt(0) ?? 0).toString(16)).join('.')
}

function original(id: string): string {
  if (!id.startsWith(MARK)) return id
  const letters = id.slice(MARK.length).split('.')
  return letters.map((letter) => String.fromCodePoint(Number.parseInt(letter, 16))).join('')
}

const HOLDERS = [
  'rootElements',
  'flowElements',
  'artifacts',
  'participants',
  'messageFlows',
  'laneSets',
  'lanes',
  'childLaneSet',
]

/** Gives every element of a document an id of its own: the one in the text, or a number where it has none. */
export function nameElements(definitions: ModdleElement): void {
  const elements = [definitions]
  // Grows while it is gone through.
  for (const element of elements) for (const holder of HOLDERS) elements.push(...elementsOf(element, holder))
  const taken = new Set(elements.map((element) => original(textOf(element, 'id'))))
  let count = 0
  for (const element of elements) {
    const id = textOf(element, 'id')
    if (id.startsWith(MARK)) element.set?.('id', original(id))
    if (id !== '') continue
    do count++
    while (taken.has(`无编号${count}`))
    element.set?.('id', `无编号${count}`)
  }
}
