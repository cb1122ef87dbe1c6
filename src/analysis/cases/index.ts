/**
 * The situations of a matter by their outcomes (核对表): `zhengwu/cases`. Each class of situations with its steps, materials,
 * times and targets, counted exactly however many facts there are.
 */

export type { ClassCount } from '../../graph/situation-classes.ts'
export { printSituationWords, type SituationWords } from '../../graph/situation-words.ts'
export { casesToJson } from './cases-json.ts'
export { type CasesOptions, listCases, type MatterCase, type MatterCases } from './matter-cases.ts'
