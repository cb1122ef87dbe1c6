/**
 * The definition of matters as data (事项模型): JSON from other programs in, JSON for them out. A visual designer keeps its
 * matters in this shape; `printMatters` of `zhengwu` writes them as `.zw`.
 */
export type { Fact, Material, MaterialChoice, Requirement, Situation } from './application.ts'
export type { Bundle } from './bundle.ts'
export type { LegalSource } from './common.ts'
export type { Condition, Operand } from './condition.ts'
export type { DecisionTable } from './decision-table.ts'
export type { JsonProblem } from './describe-issue.ts'
export type { Choice, Extension, FlowItem, Parallel, SpecialProcedure, Step, StepLimit, Supplement } from './flow.ts'
export type { Fee, Matter, Output, Target } from './matter.ts'
export type { Measure } from './measure.ts'
export { readModelJson } from './read-model-json.ts'
export type { SelectionTarget } from './selection-target.ts'
export type { TimeLimit } from './time-limit.ts'
export { MODEL_SCHEMA, type ModelDocument, writeModelJson } from './write-model-json.ts'
