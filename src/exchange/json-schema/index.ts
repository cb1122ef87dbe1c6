/**
 * Application forms (申请表单): from 申报信息 and 申请材料 of a matter a form that asks only what is still needed, a JSON Schema and a
 * zod schema of what it sends, and the way from there to the engine. Of a 一件事 take the one matter that it makes.
 */

export type { Result } from '../../base/result.ts'
export type { Facts, FactValue } from '../../graph/fact-value.ts'
export type { Matter } from '../../model/matter.ts'
export { applicationSchema } from './application-schema.ts'
export type { FormProblem } from './find-missing.ts'
export type {
  AnswerField,
  ChoiceField,
  FieldState,
  Form,
  FormAnswers,
  FormField,
  FormSection,
  UploadField,
  UploadNeed,
  Widget,
} from './form.ts'
export { formFor } from './form-for.ts'
export { type Application, formSchema } from './form-schema.ts'
export type { JsonSchema, UiHint } from './json-schema.ts'
export { factsOf, type ReadApplication, readApplication, writeAnswers } from './read-application.ts'
