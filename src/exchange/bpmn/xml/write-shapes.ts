import type { ModdleElement } from 'bpmn-moddle'
import type { Duration } from '../../../calendar/duration.ts'
import { printDuration } from '../../../calendar/duration.ts'
import type { DrawnNode, ShapeKind } from '../draw/drawing.ts'
import type { Block, Box } from '../layout/block.ts'
import type { Corner } from '../layout/place-flow.ts'
import type { Builder } from './builder.ts'
import { isoDuration } from './iso-duration.ts'
import type { PartWriter } from './parts.ts'

const TYPES: Readonly<Record<ShapeKind, string>> = {
  start: 'bpmn:StartEvent',
  end: 'bpmn:EndEvent',
  terminate: 'bpmn:EndEvent',
  userTask: 'bpmn:UserTask',
  serviceTask: 'bpmn:ServiceTask',
  sendTask: 'bpmn:SendTask',
  exclusive: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  eventBased: 'bpmn:EventBasedGateway',
  messageCatch: 'bpmn:IntermediateCatchEvent',
  timerCatch: 'bpmn:IntermediateCatchEvent',
  procedure: 'bpmn:SubProcess',
}

/** What a shape adds to the process: the elements of it, and the messages that it waits for. */
export interface WrittenShape {
  readonly element: ModdleElement
  /** A timer at its border, with what that leads to. */
  readonly others: readonly ModdleElement[]
  readonly messages: readonly ModdleElement[]
}

/** Writes one shape of the flow, and draws it at its place (写图形). */
export function writeShape(
  builder: Builder,
  parts: PartWriter,
  node: DrawnNode,
  { block, at }: { readonly block: Block; readonly at: Corner },
): WrittenShape {
  const { create, drawShape } = builder
  const messages: ModdleElement[] = []
  const element = create(TYPES[node.kind], {
    id: node.id,
    name: node.name,
    ...builder.describe(node.documentation ?? []),
    ...builder.extend(parts.partOf(node.part)),
    ...definitionsOf(builder, node, messages),
  })
  const move = moveBy(at)
  const expanded =
    node.kind === 'procedure' ? { isExpanded: true } : node.kind === 'exclusive' ? { isMarkerVisible: true } : {}
  drawShape(element, move(block.shape), block.label && move(block.label), expanded)
  if (node.kind === 'procedure') fillSubprocess(builder, element, tasksOf(node), (block.inner ?? []).map(move))
  return { element, others: writeTimer(builder, node, element, block, at), messages }
}

function tasksOf({ notice, name }: DrawnNode): readonly { readonly type: string; readonly name: string }[] {
  return [
    ...(notice === undefined ? [] : [{ type: 'bpmn:SendTask', name: `告知：${notice}` }]),
    { type: 'bpmn:UserTask', name },
  ]
}

function moveBy({ x, y }: Corner): (box: Box) => Box {
  return (box) => ({ ...box, x: Math.round(box.x + x), y: Math.round(box.y + y) })
}

function definitionsOf(
  builder: Builder,
  node: DrawnNode,
  messages: ModdleElement[],
): Readonly<Record<string, unknown>> {
  const { create } = builder
  const id = `${node.id}_definition`
  if (node.kind === 'terminate') return { eventDefinitions: [create('bpmn:TerminateEventDefinition', { id })] }
  if (node.kind === 'timerCatch' && node.limit !== undefined) return timerOf(builder, id, node.limit)
  if (node.kind !== 'messageCatch') return {}
  const messageRef = create('bpmn:Message', { id: `${node.id}_message`, name: `${node.name}（${node.id}）` })
  messages.push(messageRef)
  return { eventDefinitions: [create('bpmn:MessageEventDefinition', { id, messageRef })] }
}

/** The timer of a limit, with the exact limit beside it. */
function timerOf({ create, extend }: Builder, id: string, limit: Duration): Readonly<Record<string, unknown>> {
  const exact = { unit: limit.unit, ...('amount' in limit && { amount: limit.amount }) }
  const timeDuration = create('bpmn:FormalExpression', { body: isoDuration(limit) ?? 'P1D' })
  return {
    ...extend([create('zw:Limit', exact)]),
    eventDefinitions: [create('bpmn:TimerEventDefinition', { id, timeDuration })],
  }
}

/** A limit of work: a timer at its border that does not interrupt, and whom it calls. */
function writeTimer(
  builder: Builder,
  node: DrawnNode,
  host: ModdleElement,
  { timer }: Block,
  at: Corner,
): readonly ModdleElement[] {
  const { create, drawShape, drawLine } = builder
  if (timer === undefined || node.limit === undefined) return []
  const move = moveBy(at)
  const id = `Limit_${node.id}`
  const event = create('bpmn:BoundaryEvent', {
    id,
    name: printDuration(node.limit),
    attachedToRef: host,
    cancelActivity: false,
    ...timerOf(builder, `${id}_definition`, node.limit),
  })
  const end = create('bpmn:EndEvent', { id: `${id}_end`, name: '超期督办' })
  const flow = connect(builder, `${id}_flow`, event, end)
  const [from, to] = [move(timer.event), move(timer.end)]
  drawShape(event, from, move(timer.label))
  drawShape(end, to, move(timer.endLabel))
  const y = to.y + to.height / 2
  const x = from.x + from.width / 2
  drawLine(flow, [
    { x, y: from.y + from.height },
    { x, y },
    { x: to.x, y },
  ])
  return [event, end, flow]
}

/** A sequence flow, known to both of its ends as the standard has it. */
export function connect(
  { create }: Builder,
  id: string,
  from: ModdleElement,
  to: ModdleElement,
  attributes: Readonly<Record<string, unknown>> = {},
): ModdleElement {
  const flow = create('bpmn:SequenceFlow', { id, sourceRef: from, targetRef: to, ...attributes })
  for (const flows of [from.get?.('outgoing'), to.get?.('incoming')]) if (Array.isArray(flows)) flows.push(flow)
  return flow
}

/** The row of tasks in a subprocess, between where it begins and where it ends. */
export function fillSubprocess(
  builder: Builder,
  subprocess: ModdleElement,
  tasks: readonly { readonly type: string; readonly name: string }[],
  boxes: readonly Box[],
  begin?: ModdleElement,
): void {
  const { create, drawShape, drawLine } = builder
  const id = String(subprocess.get?.('id'))
  const row = [
    begin ?? create('bpmn:StartEvent', { id: `${id}_start`, name: '开始' }),
    ...tasks.map(({ type, name }, index) => create(type, { id: `${id}_task_${index + 1}`, name })),
    create('bpmn:EndEvent', { id: `${id}_end`, name: '结束' }),
  ]
  const flows: ModdleElement[] = []
  row.forEach((element, index) => {
    const [before, box, left] = [row[index - 1], boxes[index], boxes[index - 1]]
    if (box === undefined) return
    const isEvent = index === 0 || index === row.length - 1
    const label = { x: box.x - 10, y: box.y + box.height + 4, width: box.width + 20, height: 14 }
    drawShape(element, box, isEvent ? label : undefined)
    if (before === undefined || left === undefined) return
    const flow = connect(builder, `${id}_flow_${index}`, before, element)
    const y = left.y + left.height / 2
    drawLine(flow, [
      { x: left.x + left.width, y },
      { x: box.x, y },
    ])
    flows.push(flow)
  })
  subprocess.set?.('flowElements', [...row, ...flows])
}
