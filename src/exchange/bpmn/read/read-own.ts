import type { ModdleElement } from 'bpmn-moddle'
import { type Result, success } from '../../../base/result.ts'
import type { JsonProblem } from '../../../model/describe-issue.ts'
import type { Step } from '../../../model/flow.ts'
import type { Matter } from '../../../model/matter.ts'
import type { ImportedPart } from '../../import-report.ts'
import { drawProcess } from '../draw/draw-process.ts'
import type { Drawing } from '../draw/drawing.ts'
import { compareDrawing } from './compare-drawing.ts'
import { elementsOf, textOf } from './element.ts'
import { plainName } from './foreign/plain-text.ts'
import { readForeign } from './foreign/read-foreign.ts'
import { readParts } from './read-parts.ts'
import { renameSteps } from './rename-steps.ts'

/** A model with what became of what was changed in its picture. */
interface OwnReading {
  readonly matter: Matter
  readonly parts: readonly ImportedPart[]
}

/**
 * Reads a process that carries its model (读回). The picture is what people change: where a shape has another name, so has the
 * part of the model; where shapes or flows were changed, the order of the steps is that of the picture.
 */
export function readOwn(definitions: ModdleElement, course: ModdleElement): Result<OwnReading, readonly JsonProblem[]> {
  const carried = readParts(course)
  if (!carried.ok) return carried
  const drawing = drawProcess(carried.value)
  const { isRedrawn, renamed, moved } = compareDrawing(course, drawing)
  const renames = findRenames(carried.value, drawing, renamed)
  const matter = moveSteps(renameSteps(carried.value, renames), drawing, moved)
  if (isRedrawn) return readRedrawn(definitions, course, matter, drawing)
  return success({ matter, parts: tellChanges(drawing, renames, moved) })
}

function tellChanges(
  { nodes }: Drawing,
  renames: ReadonlyMap<string, string>,
  moved: ReadonlyMap<string, string>,
): readonly ImportedPart[] {
  return nodes.flatMap(({ id, name, part }): readonly ImportedPart[] => {
    if (part?.list !== 'flow' && part?.list !== 'specialProcedures') return []
    const to = renames.get(name)
    const lane = isStep(id) ? moved.get(id) : undefined
    const told = (what: string, became: string): ImportedPart => ({ place: id, what, outcome: 'structured', became })
    return [
      ...(to === undefined ? [] : [told(`图里的名称“${to}”`, `“${name}”改名为“${to}”，提到它的地方一起改`)]),
      ...(lane === undefined ? [] : [told(`图里的泳道“${lane}”`, `“${to ?? name}”的角色`)]),
    ]
  })
}

function isStep(id: string): boolean {
  return id.startsWith('Step_')
}

/** Who stands in another lane has its role: the name of the lane is all that the picture says of it. */
function moveSteps(matter: Matter, { nodes }: Drawing, moved: ReadonlyMap<string, string>): Matter {
  const roles = new Map<number, string>()
  for (const { id, part } of nodes) {
    const lane = moved.get(id)
    if (part?.list === 'flow' && isStep(id) && lane !== undefined) roles.set(part.index, lane)
  }
  if (roles.size === 0) return matter
  return {
    ...matter,
    flow: matter.flow.map((item, index) => {
      const role = roles.get(index)
      if (item.kind !== 'step' || role === undefined) return item
      const { department: _department, ...step } = item
      return { ...step, role }
    }),
  }
}

/** The parts of the model whose shapes were given other names; a name that another part has is left alone. */
function findRenames(
  matter: Matter,
  { nodes }: Drawing,
  renamed: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const taken = new Set([
    ...matter.flow.flatMap((item) => (item.kind === 'parallel' ? [] : [item.name])),
    ...matter.specialProcedures.map(({ name }) => name),
  ])
  const renames = new Map<string, string>()
  for (const { id, part, name } of nodes) {
    const wanted = plainName(renamed.get(id) ?? '')
    const isNamed = part?.list === 'flow' || part?.list === 'specialProcedures'
    if (!isNamed || wanted === '' || taken.has(wanted)) continue
    taken.add(wanted)
    renames.set(name, wanted)
  }
  return renames
}

/** Shapes of 补正 follow from the model: what was changed about them in the picture is not read. */
const OF_SUPPLEMENTS = /^(?:Notice|Wait|Received|Late|Overdue)_\d+$/

function readRedrawn(
  definitions: ModdleElement,
  course: ModdleElement,
  matter: Matter,
  { nodes, flows }: Drawing,
): Result<OwnReading, readonly JsonProblem[]> {
  const steps = new Map<string, Step>()
  for (const { id, part } of nodes) {
    const item = part?.list === 'flow' ? matter.flow[part.index] : undefined
    if (item?.kind === 'step') steps.set(id, item)
  }
  const procedures = new Map(
    nodes.flatMap(({ id, part }) => (part?.list === 'specialProcedures' ? [[id, part.index]] : [])),
  )
  const conditions = new Map(flows.flatMap(({ condition, when }) => (condition && when ? [[condition, when]] : [])))
  const own = elementsOf(course, 'flowElements').filter((element) => isOfFlow(element))
  course.set?.('flowElements', own)
  const drawn = readForeign(definitions, [course], {
    matter: withoutLostPlaces(matter, new Set(own.map((element) => textOf(element, 'id'))), nodes),
    conditions,
    carried: ({ id }) => steps.get(id),
    procedureOf: (id) => procedures.get(id),
  })
  if (!drawn.ok) return drawn
  const undrawn = matter.flow.flatMap((item): readonly ImportedPart[] => {
    if (item.kind !== 'step' || [...steps.values()].includes(item)) return []
    const became = '哪种情形都办不到，图里没有它'
    return [{ place: textOf(course, 'id'), what: `环节“${item.name}”`, outcome: 'omitted', became }]
  })
  return success({ matter: drawn.value.matter, parts: [...drawn.value.parts, ...undrawn] })
}

/** A 特别程序 or 补正 whose step is gone has no place any more. */
function withoutLostPlaces(matter: Matter, there: ReadonlySet<string>, nodes: Drawing['nodes']): Matter {
  const gone = new Set(nodes.flatMap(({ id, name }) => (isStep(id) && !there.has(id) ? [name] : [])))
  return {
    ...matter,
    specialProcedures: matter.specialProcedures.map((each) => {
      const { placement, ...rest } = each
      return placement === undefined || !gone.has(placement.step) ? each : rest
    }),
    supplements: matter.supplements.map((each) => {
      const { step, ...rest } = each
      return step === undefined || !gone.has(step) ? each : rest
    }),
  }
}

function isOfFlow(element: ModdleElement): boolean {
  const ends = ['sourceRef', 'targetRef'].flatMap((end) => elementsOf(element, end).map((each) => textOf(each, 'id')))
  return ![textOf(element, 'id'), ...ends].some((id) => OF_SUPPLEMENTS.test(id) || /^(?:Limit|Side)_/.test(id))
}
