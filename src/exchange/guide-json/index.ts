/** Guides as data (办事指南的数据): `zhengwu/exchange/guide-json`, with the fields of GB/T 39046-2020 and the national 实施清单. */
export { type ChecklistJson, checklistToJson } from '../../analysis/checklist/checklist-json.ts'
export type { CodedField, CodedListField, CodedWord, GuideField } from './field.ts'
export { type GuideJson, type GuideJsonOptions, writeGuideJson } from './write-guide-json.ts'
