import type { Matter } from '../../model/matter.ts'
import { drawProcess } from './draw/draw-process.ts'
import { placeFlow, unplacedFlow } from './layout/place-flow.ts'
import { writeDefinitions } from './xml/write-definitions.ts'

/** What a document of BPMN is to hold. */
export interface BpmnOptions {
  /** The places of the shapes too (图形的位置); without them engines can run the process, but nobody can look at it. True where left out. */
  readonly diagram?: boolean
}

/**
 * Writes a matter as BPMN 2.0 (导出BPMN): an executable process, its diagram, and as extension what BPMN has no word for, so that
 * `readBpmn` gives an equal model. An engine of BPMN visits the same steps as ours: steps and 特别程序 in their lanes,
 * 分流, 并联 and 当 as gateways with conditions in FEEL, 时限 as timers, 补正 as a loop, 终止 as an end that ends all else.
 *
 * The diagram needs the package `elkjs`, which places the shapes; without it the promise is rejected with the error of the missing
 * module.
 */
export async function writeBpmn(matter: Matter, { diagram = true }: BpmnOptions = {}): Promise<string> {
  const drawing = drawProcess(matter)
  return writeDefinitions(matter, drawing, diagram ? await placeFlow(drawing) : unplacedFlow(drawing))
}
