import type { Facts } from '../../graph/fact-value.ts'
import type { GuideRendering } from '../../render/guide/guide-rendering.ts'
import type { NamedMatter } from '../find-matter.ts'
import type { CliIo } from '../io.ts'
import { isMissingPackage } from '../missing-package.ts'

/** The pictures of a guide, drawn for a wide page and for a phone. */
type FlowPictures = Pick<GuideRendering, 'flowSvg' | 'narrowFlowSvg'>

/** Draws flows for guides (流程图); nothing where the package that places the boxes is not installed. */
export type DrawFlow = (
  named: NamedMatter,
  made: GuideRendering['made'],
  asOf: string,
  given: Facts | undefined,
) => Promise<FlowPictures>

/** Prepares the drawing of flows. A guide is whole without its picture: where the package is missing, that is said once. */
export function prepareFlowDrawing(io: CliIo): DrawFlow {
  let isMissing = false
  return async ({ matter, graph }, made, asOf, given) => {
    if (isMissing || graph.nodes.length === 0) return {}
    try {
      const { renderFlowSvg } = await import('../../render/flow/render-flow-svg.ts')
      const rendering = { graph, asOf, framed: false, given, ...(made !== undefined && { bundle: made.bundled }) }
      return {
        flowSvg: await renderFlowSvg(matter, { ...rendering, idPrefix: 'flow' }),
        narrowFlowSvg: await renderFlowSvg(matter, { ...rendering, size: 'narrow', idPrefix: 'slim' }),
      }
    } catch (error) {
      if (!isMissingPackage(error)) throw error
      isMissing = true
      io.err('zw：没有安装 elkjs，指南里没有流程图；要有，请运行 npm install elkjs\n')
      return {}
    }
  }
}
