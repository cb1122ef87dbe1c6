import type { ModdleElement } from 'bpmn-moddle'
import type { Matter } from '../../../model/matter.ts'
import type { ImportedPart } from '../../import-report.ts'
import { describeStep, limitOf } from '../draw/draw-body.ts'
import type { Drawing } from '../draw/drawing.ts'
import { isoDuration } from '../xml/iso-duration.ts'
import { xmlText } from '../xml/xml-text.ts'
import { flowElementsOf } from './collect-elements.ts'
import { elementsOf, textOf } from './element.ts'
import { describeElement } from './foreign/describe-element.ts'
import { participantOf } from './foreign/participant.ts'
import { plainLine, plainName } from './foreign/plain-text.ts'
import type { CarriedModel } from './read-parts.ts'

/** What was written into a picture of ours besides names (图里另外写的). */
export interface WordChanges {
  /** The matter with what its picture says of it now. */
  readonly matter: Matter
  readonly parts: readonly ImportedPart[]
}

/** Our own annotation: the limits of the matter in words. */
const REMARKS = 'Remarks'

/**
 * Compares the texts of a picture with what we wrote: a new name of the pool is that of the matter, new lines of a task and new
 * annotations are 说明. A timer says no 工作日, so limits are changed in the matter, and who changed one in the picture is told so.
 */
export function compareWords(
  definitions: ModdleElement,
  course: ModdleElement,
  { matter, places }: CarriedModel,
  { remarks, flows }: Drawing,
): WordChanges {
  const parts: ImportedPart[] = []
  const elements = new Map(flowElementsOf(course).map((element) => [textOf(element, 'id'), element]))
  const pool = participantOf(definitions, course)
  const renamed = [pool, course].find((element) => isRenamed(textOf(element, 'name'), matter.name))
  const name = plainName(textOf(renamed, 'name')) || matter.name
  if (renamed !== undefined) {
    const what = `图里的名称“${name}”`
    parts.push({ place: textOf(renamed, 'id'), what, outcome: 'structured', became: `事项改名为“${name}”` })
  }
  const more = new Map<number, readonly string[]>()
  for (const [id, part] of places) {
    const step = part.list === 'flow' ? matter.flow[part.index] : undefined
    const procedure = part.list === 'specialProcedures' ? matter.specialProcedures[part.index] : undefined
    if (step?.kind === 'step') {
      const lines = linesOf(elements.get(id), describeStep(step))
      if (lines.length > 0) more.set(part.index, [...(more.get(part.index) ?? []), ...lines])
      for (const line of lines)
        parts.push({ place: id, what: `图里写的“${line}”`, outcome: 'note', became: `“${step.name}”的说明` })
    }
    const timed = step?.kind === 'step' ? step : procedure
    if (timed !== undefined) parts.push(...compareTimer(id, timed, elements))
  }
  for (const { id, name: label = '' } of flows) {
    const now = textOf(elements.get(id), 'name')
    if (label === '' || now === '' || now === xmlText(label)) continue
    parts.push({
      place: id,
      what: `连线上写的“${plainLine(now)}”`,
      outcome: 'omitted',
      became: '条件没有改，请在事项里改',
    })
  }
  const notes: string[] = []
  for (const artifact of artifactsOf(definitions, course)) {
    const text = plainLine(textOf(artifact, 'text'))
    if (artifact.$type !== 'bpmn:TextAnnotation' || text === '') continue
    const place = textOf(artifact, 'id')
    const what = describeElement(artifact)
    if (place !== REMARKS) {
      notes.push(text)
      parts.push({ place, what, outcome: 'note', became: '事项的说明' })
    } else if (text !== plainLine(remarks.join('\n'))) {
      parts.push({ place, what, outcome: 'omitted', became: '法定时限、承诺时限没有改，请在事项里改' })
    }
  }
  const flow = matter.flow.map((item, index) =>
    item.kind === 'step' && more.has(index) ? { ...item, notes: [...item.notes, ...(more.get(index) ?? [])] } : item,
  )
  return { matter: { ...matter, name, flow, notes: [...matter.notes, ...notes] }, parts }
}

function isRenamed(now: string, name: string): boolean {
  return now !== xmlText(name) && plainName(now) !== ''
}

/** The lines about a shape that we did not write. */
function linesOf(element: ModdleElement | undefined, written: readonly string[]): readonly string[] {
  const ours = new Set(written.flatMap((text) => xmlText(text).split('\n')).map(plainLine))
  return elementsOf(element, 'documentation')
    .flatMap((each) => textOf(each, 'text').split('\n'))
    .map(plainLine)
    .filter((line) => line !== '' && !ours.has(line))
}

function compareTimer(
  id: string,
  timed: Parameters<typeof limitOf>[0] & { readonly name: string },
  elements: ReadonlyMap<string, ModdleElement>,
): readonly ImportedPart[] {
  const { limit } = limitOf(timed)
  const expected = limit && isoDuration(limit)
  // Copies, and what stands beside the flow, have no timer of ours.
  if (expected === undefined || !/^(?:Step|Procedure)_/.test(id)) return []
  const event = elements.get(`Limit_${id}`)
  const [definition] = elementsOf(event, 'eventDefinitions')
  const now = textOf(elementsOf(definition, 'timeDuration')[0], 'body').trim()
  if (now === expected) return []
  const what = event === undefined ? `“${timed.name}”删去的定时器` : `“${timed.name}”的定时器${now}`
  return [{ place: `Limit_${id}`, what, outcome: 'omitted', became: '时限没有改，请在事项里改' }]
}

/** The annotations in a process, and around it. */
function artifactsOf(definitions: ModdleElement, course: ModdleElement): readonly ModdleElement[] {
  const around = elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Collaboration')
  return [course, ...around].flatMap((element) => elementsOf(element, 'artifacts'))
}
