/**
 * TypeScript types of application forms (表单的TypeScript类型), by json-schema-to-typescript, which is installed beside: for programs
 * that build on forms, at the time when these are built.
 */

export type { Matter } from '../../../model/matter.ts'
export { type NamedForm, nameForms } from './name-forms.ts'
export { writeTypes } from './write-types.ts'
