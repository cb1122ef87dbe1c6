/**
 * BPMN 2.0 and back (BPMN导出与导入): `zhengwu/exchange/bpmn`. The places of the shapes come from the optional package `elkjs`.
 */

export type { JsonProblem } from '../../model/describe-issue.ts'
export type { ImportedPart, ImportOutcome } from '../import-report.ts'
export { type BpmnReading, readBpmn } from './read-bpmn.ts'
export { type BpmnOptions, writeBpmn } from './write-bpmn.ts'
