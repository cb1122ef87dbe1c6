import type { ModdleElement } from 'bpmn-moddle'
import type { Matter } from '../../../model/matter.ts'
import type { Drawing } from '../draw/drawing.ts'
import { labelSize, measureSide } from '../layout/block.ts'
import type { Corner, PlacedFlow } from '../layout/place-flow.ts'
import { type Builder, createBuilder } from './builder.ts'
import { createPartWriter, type PartWriter } from './parts.ts'
import { writeApplicant } from './write-applicant.ts'
import { connect, fillSubprocess, writeShape } from './write-shapes.ts'

/** The language of the conditions, as DMN 1.3 names it. */
const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/'

/** Room around the flow. Unit: pixels. */
const MARGIN = { left: 110, right: 30, applicant: 130, gap: 40, side: 24 }

/** Writes a laid out drawing as a document of BPMN 2.0 (写成BPMN). */
export async function writeDefinitions(matter: Matter, drawing: Drawing, placed: PlacedFlow): Promise<string> {
  const builder = createBuilder()
  const parts = createPartWriter(matter, builder)
  const { create, moddle, shapes, drawShape } = builder
  const elements: ModdleElement[] = []
  const messages: ModdleElement[] = []
  const course = create('bpmn:Process', { id: 'Process_matter', name: matter.name, isExecutable: true })
  const agency = create('bpmn:Participant', { id: 'Participant_agency', name: matter.name, processRef: course })

  const shift: Corner = { x: MARGIN.left, y: MARGIN.applicant + MARGIN.gap - (placed.borders[0] ?? 0) }
  const sideRow = layOutSides(drawing, placed, shift)
  const width = Math.max(placed.width, sideRow.width) + MARGIN.left + MARGIN.right
  const top = MARGIN.applicant + MARGIN.gap
  const bottom = (placed.borders.at(-1) ?? 0) + shift.y + sideRow.height
  drawShape(agency, { x: 0, y: top, width, height: bottom - top }, undefined, { isHorizontal: true })
  const lanes = drawing.lanes.map((name, index) => {
    const lane = create('bpmn:Lane', { id: `Lane_${index + 1}`, name })
    const from = (placed.borders[index] ?? 0) + shift.y
    const to = index === drawing.lanes.length - 1 ? bottom : (placed.borders[index + 1] ?? 0) + shift.y
    drawShape(lane, { x: 30, y: from, width: width - 30, height: to - from }, undefined, { isHorizontal: true })
    const members: ModdleElement[] = []
    return { lane, members }
  })

  const byId = new Map<string, ModdleElement>()
  for (const node of drawing.nodes) {
    const place = placed.blocks.get(node.id)
    if (place === undefined) continue
    const at = { x: place.at.x + shift.x, y: place.at.y + shift.y }
    const written = writeShape(builder, parts, node, { block: place.block, at })
    byId.set(node.id, written.element)
    elements.push(written.element, ...written.others)
    messages.push(...written.messages)
    const members = [written.element, ...written.others.filter(({ $type }) => $type !== 'bpmn:SequenceFlow')]
    lanes[node.lane]?.members.push(...members)
  }
  for (const { id, from, to, name, condition, isDefault } of drawing.flows) {
    const [source, target, route] = [byId.get(from), byId.get(to), placed.routes.get(id)]
    if (source === undefined || target === undefined) continue
    const expression = condition && create('bpmn:FormalExpression', { language: FEEL, body: condition })
    const flow = connect(builder, id, source, target, { name, ...(expression && { conditionExpression: expression }) })
    if (isDefault) source.set?.('default', flow)
    elements.push(flow)
    if (route === undefined) continue
    const label = route.label && { ...route.label, x: route.label.x + shift.x, y: route.label.y + shift.y }
    builder.drawLine(
      flow,
      route.points.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y })),
      label,
    )
  }
  for (const side of writeSides(builder, parts, drawing, sideRow.places)) {
    elements.push(side.element)
    messages.push(side.message)
    lanes.at(-1)?.members.push(side.element)
  }
  const remarks = writeRemarks(builder, drawing, bottom)
  const applicant = writeApplicant(builder, { width, height: MARGIN.applicant }, byId.get('Start'), placed, shift)
  for (const { lane, members } of lanes) lane.set?.('flowNodeRef', members)
  course.set?.('laneSets', [create('bpmn:LaneSet', { id: 'LaneSet_1', lanes: lanes.map(({ lane }) => lane) })])
  course.set?.('flowElements', elements)
  for (const [name, value] of Object.entries({ ...builder.describe(matter.notes), ...builder.extend(parts.rest()) }))
    course.set?.(name, value)

  const collaboration = create('bpmn:Collaboration', {
    id: 'Collaboration_1',
    participants: [applicant.participant, agency],
    messageFlows: applicant.messageFlows,
    artifacts: remarks,
  })
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: 'Plane_1',
    bpmnElement: collaboration,
    planeElement: [...shapes],
  })
  const definitions = create('bpmn:Definitions', {
    id: 'Definitions_1',
    targetNamespace: 'urn:zhengwu:matter',
    expressionLanguage: FEEL,
    exporter: 'zhengwu',
    rootElements: [...messages, collaboration, course, applicant.course],
    diagrams: placed.isPlaced ? [moddle.create('bpmndi:BPMNDiagram', { id: 'Diagram_1', plane })] : [],
  })
  return (await moddle.toXML(definitions, { format: true })).xml
}

interface SideRow {
  readonly places: readonly { readonly x: number; readonly y: number; readonly row: ReturnType<typeof measureSide> }[]
  readonly width: number
  readonly height: number
}

/** What stands beside the flow, in a row below it within the last lane. */
function layOutSides({ sides }: Drawing, { borders }: PlacedFlow, shift: Corner): SideRow {
  let x = 0
  const y = (borders.at(-1) ?? 0) + shift.y
  const places = sides.map(({ tasks }) => {
    const row = measureSide(tasks)
    const place = { x: x + shift.x, y, row }
    x += row.width + MARGIN.side
    return place
  })
  const tallest = Math.max(0, ...places.map(({ row }) => row.height))
  return { places, width: x, height: places.length === 0 ? 0 : tallest + MARGIN.side }
}

function writeSides(
  builder: Builder,
  parts: PartWriter,
  { sides }: Drawing,
  places: SideRow['places'],
): readonly { readonly element: ModdleElement; readonly message: ModdleElement }[] {
  const { create, drawShape, extend } = builder
  return sides.flatMap((side, index) => {
    const place = places[index]
    if (place === undefined) return []
    const { x, y, row } = place
    const message = create('bpmn:Message', { id: `${side.id}_message`, name: `启动${side.name}（${side.id}）` })
    const begin = create('bpmn:StartEvent', {
      id: `${side.id}_start`,
      name: '启动',
      isInterrupting: false,
      eventDefinitions: [create('bpmn:MessageEventDefinition', { id: `${side.id}_definition`, messageRef: message })],
    })
    const element = create('bpmn:SubProcess', {
      id: side.id,
      name: side.name,
      triggeredByEvent: true,
      ...extend(parts.partOf(side.part)),
    })
    drawShape(element, { x, y, width: row.width, height: row.height }, undefined, { isExpanded: true })
    const tasks = side.tasks.map(({ kind, name }) => ({
      type: kind === 'sendTask' ? 'bpmn:SendTask' : 'bpmn:UserTask',
      name,
    }))
    fillSubprocess(
      builder,
      element,
      tasks,
      row.boxes.map((box) => ({ ...box, x: box.x + x, y: box.y + y })),
      begin,
    )
    return [{ element, message }]
  })
}

function writeRemarks({ create, drawShape }: Builder, { remarks }: Drawing, bottom: number): readonly ModdleElement[] {
  if (remarks.length === 0) return []
  const annotation = create('bpmn:TextAnnotation', { id: 'Remarks', text: remarks.join('\n') })
  const height = remarks.reduce((sum, remark) => sum + labelSize(remark, 300).height, 16)
  drawShape(annotation, { x: 0, y: bottom + 20, width: 330, height })
  return [annotation]
}
