import type { ModdleElement } from 'bpmn-moddle'
import { type Result, success } from '../../../base/result.ts'
import type { JsonProblem } from '../../../model/describe-issue.ts'
import type { Step } from '../../../model/flow.ts'
import type { Matter } from '../../../model/matter.ts'
import type { ImportedPart } from '../../import-report.ts'
import { drawProcess } from '../draw/draw-process.ts'
import type { Drawing } from '../draw/drawing.ts'
import { flowElementsOf } from './collect-elements.ts'
import { isRedrawn } from './compare-drawing.ts'
import { compareShapes } from './compare-shapes.ts'
import { compareWords } from './compare-words.ts'
import { elementsOf, textOf } from './element.ts'
import { readForeign } from './foreign/read-foreign.ts'
import { type CarriedModel, readParts } from './read-parts.ts'
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
  const drawing = drawProcess(carried.value.matter)
  const shapes = compareShapes(course, carried.value)
  const words = compareWords(definitions, course, carried.value, drawing)
  const matter = moveSteps(renameSteps(words.matter, shapes.renames), shapes.roles)
  const parts = [...shapes.parts, ...words.parts, ...tellLost(course, carried.value)]
  if (!isRedrawn(course, drawing)) return success({ matter, parts })
  const redrawn = readRedrawn(definitions, course, { ...carried.value, matter }, drawing)
  if (!redrawn.ok) return redrawn
  return success({ matter: redrawn.value.matter, parts: [...redrawn.value.parts, ...parts] })
}

/** Who takes a shape away, or what it carries, is told what went with it. */
function tellLost(course: ModdleElement, { lost }: CarriedModel): readonly ImportedPart[] {
  const names = new Set(flowElementsOf(course).map((element) => textOf(element, 'name')))
  return lost.map(({ name }) => ({
    place: textOf(course, 'id'),
    what: `原来的“${name}”`,
    outcome: 'omitted',
    became: names.has(name) ? '图里的没有带着它的时限、依据这些，只照图读' : '图里删去了',
  }))
}

/** Who stands in another lane has its role: the name of the lane is all that the picture says of it. */
function moveSteps(matter: Matter, roles: ReadonlyMap<number, string>): Matter {
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

/** Shapes of 补正 follow from the model: what was changed about them in the picture is not read. */
const OF_SUPPLEMENTS = /^(?:Notice|Wait|Received|Late|Overdue)_\d+$/

function readRedrawn(
  definitions: ModdleElement,
  course: ModdleElement,
  { matter, places }: CarriedModel,
  { flows }: Drawing,
): Result<OwnReading, readonly JsonProblem[]> {
  const steps = new Map<string, Step>()
  const procedures = new Map<string, number>()
  for (const [id, { list, index }] of places) {
    const item = list === 'flow' ? matter.flow[index] : undefined
    if (item?.kind === 'step') steps.set(id, item)
    if (list === 'specialProcedures') procedures.set(id, index)
  }
  const conditions = new Map(flows.flatMap(({ condition, when }) => (condition && when ? [[condition, when]] : [])))
  const own = elementsOf(course, 'flowElements').filter((element) => isOfFlow(element) || isOnlyLimit(element, steps))
  course.set?.('flowElements', own)
  // Annotations are told already.
  course.set?.('artifacts', [])
  const drawn = readForeign(definitions, [course], {
    matter: withoutLostPlaces(matter),
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
function withoutLostPlaces(matter: Matter): Matter {
  const there = new Set(matter.flow.flatMap((item) => (item.kind === 'step' ? [item.name] : [])))
  return {
    ...matter,
    specialProcedures: matter.specialProcedures.map((each) => {
      const { placement, ...rest } = each
      return placement === undefined || there.has(placement.step) ? each : rest
    }),
    supplements: matter.supplements.map((each) => {
      const { step, ...rest } = each
      return step === undefined || there.has(step) ? each : rest
    }),
  }
}

/** Of a shape that carries nothing any more the timer is all that tells its limit. */
function isOnlyLimit(element: ModdleElement, steps: ReadonlyMap<string, Step>): boolean {
  return elementsOf(element, 'attachedToRef').some((host) => !steps.has(textOf(host, 'id')))
}

function isOfFlow(element: ModdleElement): boolean {
  const ends = ['sourceRef', 'targetRef'].flatMap((end) => elementsOf(element, end).map((each) => textOf(each, 'id')))
  return ![textOf(element, 'id'), ...ends].some((id) => OF_SUPPLEMENTS.test(id) || /^(?:Limit|Side)_/.test(id))
}
