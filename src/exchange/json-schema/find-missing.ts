import type { FormAnswers, FormField } from './form.ts'
import { fillForm } from './form-for.ts'
import type { PreparedForm } from './prepare-form.ts'
import { describeMissing } from './read-answer.ts'

/** What is wrong with an application (表单的问题): where, and a Chinese sentence with what to do. */
export interface FormProblem {
  /** The part of the application, and in it the field. */
  readonly path: readonly string[]
  readonly message: string
}

/** What an application still lacks (还缺什么): answers and documents that have to be there. */
export function findMissing(prepared: PreparedForm, answers: FormAnswers): readonly FormProblem[] {
  return fillForm(prepared, answers).sections.flatMap(({ fields }) => fields.flatMap(missingOf))
}

function missingOf(field: FormField): readonly FormProblem[] {
  if (field.kind === 'answer') {
    if (field.state !== 'open' || !field.required) return []
    return [{ path: ['facts', field.id], message: describeMissing(field) }]
  }
  if (field.need !== 'required' || field.state === 'filled') return []
  if (field.kind === 'upload') {
    return field.state === 'wrong'
      ? []
      : [{ path: ['materials', field.id], message: `材料“${field.name}”还没有交，请上传` }]
  }
  if (field.missing === 0) return []
  const among = field.members.filter(({ state }) => state !== 'filled').map(({ name }) => `“${name}”`)
  const help = field.missing < among.length ? `请从${among.join('、')}里选着上传` : `请上传${among.join('、')}`
  return [{ path: ['materials'], message: `“${field.name}”还差${field.missing}种，${help}` }]
}
