import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import type { Box } from '../layout/block.ts'
import type { Corner } from '../layout/place-flow.ts'
import { xmlText } from './xml-text.ts'
import { ZW_PACKAGE } from './zw-package.ts'

/** Makes elements of BPMN and draws them (元素的制作). */
export interface Builder {
  readonly moddle: BpmnModdle
  readonly create: (type: string, attributes?: Readonly<Record<string, unknown>>) => ModdleElement
  /** Extension elements around what is given; nothing around nothing. */
  readonly extend: (elements: readonly ModdleElement[]) => Readonly<Record<string, unknown>>
  readonly describe: (texts: readonly string[]) => Readonly<Record<string, unknown>>
  readonly drawShape: (
    element: ModdleElement,
    box: Box,
    label?: Box,
    attributes?: Readonly<Record<string, unknown>>,
  ) => void
  readonly drawLine: (element: ModdleElement, points: readonly Corner[], label?: Box) => void
  /** All that was drawn, in the order of drawing. */
  readonly shapes: readonly ModdleElement[]
}

/** A builder that has made nothing yet. */
export function createBuilder(): Builder {
  const moddle = new BpmnModdle({ zw: ZW_PACKAGE })
  const shapes: ModdleElement[] = []
  const create: Builder['create'] = (type, { name, ...others } = {}) =>
    moddle.create(type, { ...others, ...(typeof name === 'string' && name !== '' && { name: xmlText(name) }) })
  const bounds = ({ x, y, width, height }: Box) => moddle.create('dc:Bounds', { x, y, width, height })
  const labelOf = (label: Box | undefined) =>
    label === undefined ? {} : { label: moddle.create('bpmndi:BPMNLabel', { bounds: bounds(label) }) }
  return {
    moddle,
    create,
    shapes,
    extend: (values) =>
      values.length === 0
        ? {}
        : { extensionElements: moddle.create('bpmn:ExtensionElements', { values: [...values] }) },
    describe: (texts) =>
      texts.length === 0
        ? {}
        : { documentation: [moddle.create('bpmn:Documentation', { text: texts.map(xmlText).join('\n') })] },
    drawShape: (element, box, label, attributes = {}) => {
      const id = `${String(element.get?.('id'))}_di`
      const parts = { id, bpmnElement: element, bounds: bounds(box), ...labelOf(label), ...attributes }
      shapes.push(moddle.create('bpmndi:BPMNShape', parts))
    },
    drawLine: (element, points, label) => {
      const waypoint = points.map(({ x, y }) => moddle.create('dc:Point', { x, y }))
      const id = `${String(element.get?.('id'))}_di`
      shapes.push(moddle.create('bpmndi:BPMNEdge', { id, bpmnElement: element, waypoint, ...labelOf(label) }))
    },
  }
}
