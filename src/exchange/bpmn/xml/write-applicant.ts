import type { ModdleElement } from 'bpmn-moddle'
import type { Box } from '../layout/block.ts'
import type { Corner, PlacedFlow } from '../layout/place-flow.ts'
import type { Builder } from './builder.ts'
import { connect } from './write-shapes.ts'

/** The side of the applicant (申请人的池): a pool of its own, whose process no engine runs. */
export interface WrittenApplicant {
  readonly course: ModdleElement
  readonly participant: ModdleElement
  readonly messageFlows: readonly ModdleElement[]
}

/**
 * Writes what the applicant does: applies, and gets the result. The application goes straight down to where the process begins; no
 * shape stands above or below that.
 */
export function writeApplicant(
  builder: Builder,
  { width, height }: Pick<Box, 'width' | 'height'>,
  start: ModdleElement | undefined,
  { blocks }: PlacedFlow,
  shift: Corner,
): WrittenApplicant {
  const { create, drawShape, drawLine } = builder
  const begin = create('bpmn:StartEvent', { id: 'Applicant_start', name: '要办事' })
  const apply = create('bpmn:SendTask', { id: 'Applicant_apply', name: '提交申请' })
  const end = create('bpmn:EndEvent', { id: 'Applicant_end', name: '得到结果' })
  const flows = [connect(builder, 'Applicant_flow_1', begin, apply), connect(builder, 'Applicant_flow_2', apply, end)]
  const course = create('bpmn:Process', {
    id: 'Process_applicant',
    name: '申请人',
    isExecutable: false,
    flowElements: [begin, apply, end, ...flows],
  })
  const participant = create('bpmn:Participant', { id: 'Participant_applicant', name: '申请人', processRef: course })
  const place = blocks.get('Start')
  const x = place === undefined ? 150 : place.at.x + place.block.shape.x + place.block.shape.width / 2 + shift.x
  const middle = height / 2 - 6
  drawShape(participant, { x: 0, y: 0, width, height }, undefined, { isHorizontal: true })
  const side = 36
  const event = (at: number) => ({ x: at, y: middle - side / 2, width: side, height: side })
  const label = (at: number) => ({ x: at - 10, y: middle + side / 2 + 4, width: side + 20, height: 14 })
  const [left, right] = [x - 92, x + 84]
  const task = { x: x - 36, y: middle - 30, width: 90, height: 60 }
  drawShape(begin, event(left), label(left))
  drawShape(apply, task)
  drawShape(end, event(right), label(right))
  const [first, second] = flows
  if (first !== undefined) drawLine(first, straight(left + side, task.x, middle))
  if (second !== undefined) drawLine(second, straight(task.x + task.width, right, middle))
  if (start === undefined || place === undefined) return { course, participant, messageFlows: [] }
  const message = create('bpmn:MessageFlow', { id: 'Message_submit', name: '申请', sourceRef: apply, targetRef: start })
  const top = place.at.y + place.block.shape.y + shift.y
  drawLine(
    message,
    [
      { x, y: task.y + task.height },
      { x, y: top },
    ],
    { x: x + 6, y: height + 10, width: 30, height: 14 },
  )
  return { course, participant, messageFlows: [message] }
}

function straight(from: number, to: number, y: number): readonly Corner[] {
  return [
    { x: from, y },
    { x: to, y },
  ]
}
