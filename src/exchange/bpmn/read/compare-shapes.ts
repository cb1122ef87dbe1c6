import type { ModdleElement } from 'bpmn-moddle'
import type { Matter } from '../../../model/matter.ts'
import type { ImportedPart } from '../../import-report.ts'
import type { PartOf } from '../draw/drawing.ts'
import { layLanes } from '../draw/lanes.ts'
import { xmlText } from '../xml/xml-text.ts'
import { flowElementsOf } from './collect-elements.ts'
import { textOf } from './element.ts'
import { plainName } from './foreign/plain-text.ts'
import { readLanes } from './read-lanes.ts'
import type { CarriedModel } from './read-parts.ts'

/** What shapes of ours are called now, and where they stand (改名、换道). */
export interface ShapeChanges {
  /** New names by the old ones. */
  readonly renames: ReadonlyMap<string, string>
  /** By the place of a step in the flow: the lane that it stands in now. */
  readonly roles: ReadonlyMap<number, string>
  readonly parts: readonly ImportedPart[]
}

/** What the picture calls a 特别程序 that stands beside the flow. */
const BESIDE = '特别程序：'

/** Compares the names and lanes of shapes with the parts of the model that they carry. */
export function compareShapes(course: ModdleElement, { matter, places }: CarriedModel): ShapeChanges {
  const elements = new Map(flowElementsOf(course).map((element) => [textOf(element, 'id'), element]))
  const shapes = [...places].flatMap(([id, part]) => {
    const name = nameOf(matter, part)
    const now = textOf(elements.get(id), 'name')
    return name === undefined ? [] : [{ id, part, name, now: now.startsWith(BESIDE) ? now.slice(BESIDE.length) : now }]
  })
  // Of a shape and its copies one may have kept the name.
  const kept = new Set(shapes.filter(({ name, now }) => xmlText(name) === now).map(({ name }) => name))
  const taken = new Set(shapes.map(({ name }) => name))
  const lanes = layLanes(matter)
  const standing = readLanes(course)
  const renames = new Map<string, string>()
  const roles = new Map<number, string>()
  const parts: ImportedPart[] = []
  for (const { id, part, name, now } of shapes) {
    const wanted = plainName(now)
    const what = wanted === '' ? '图里的名称空着' : `图里的名称“${wanted}”`
    if (!kept.has(name) && !renames.has(name)) {
      if (wanted !== '' && !taken.has(wanted)) {
        taken.add(wanted)
        renames.set(name, wanted)
        parts.push({ place: id, what, outcome: 'structured', became: `“${name}”改名为“${wanted}”，提到它的地方一起改` })
      } else {
        const why = wanted === '' ? '' : '已经有叫这个名称的，'
        parts.push({ place: id, what, outcome: 'omitted', became: `${why}仍叫“${name}”` })
      }
    }
    const step = part.list === 'flow' ? matter.flow[part.index] : undefined
    const lane = standing.get(id)
    if (step?.kind !== 'step' || lane === undefined || lane === plainName(lanes.names[lanes.laneOf(step)] ?? ''))
      continue
    roles.set(part.index, lane)
    const became = `“${renames.get(name) ?? name}”的角色`
    parts.push({ place: id, what: `图里的泳道“${lane}”`, outcome: 'structured', became })
  }
  return { renames, roles, parts }
}

/** What a part with a shape of its own is called. */
function nameOf(matter: Matter, { list, index }: PartOf): string | undefined {
  if (list === 'specialProcedures') return matter.specialProcedures[index]?.name
  const item = list === 'flow' ? matter.flow[index] : undefined
  return item === undefined || item.kind === 'parallel' ? undefined : item.name
}
