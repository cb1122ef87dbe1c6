/**
 * Pictures of flows (流程图): `zhengwu/render/flow`. SVG for people, placed by the optional package `elkjs`.
 */
export type { FlowRendering, StepProgress } from './flow-rendering.ts'
export { renderFlowSvg } from './render-flow-svg.ts'
