import * as z from 'zod'
import type { PlainFact } from '../../graph/read-plain-fact.ts'
import type { Matter } from '../../model/matter.ts'
import { defaultOf } from './answer-field.ts'
import { uploadsOf } from './application-schema.ts'
import { type FormProblem, findMissing } from './find-missing.ts'
import { describeWrongUpload } from './material-fields.ts'
import { type PreparedFact, type PreparedForm, type PreparedMaterial, prepareForm } from './prepare-form.ts'
import { describeMissing, describeWrong, isEmptyAnswer, isReference, readAnswer } from './read-answer.ts'

/** What a form sends (申请), by the ids of the fields. */
export interface Application {
  readonly facts: Readonly<Record<string, PlainFact>>
  readonly materials: Readonly<Record<string, string | true>>
}

/**
 * The application form of a matter as a zod schema (表单的zod模式), with Chinese messages: the field, what is wrong, what to do. It
 * takes what the engine takes, and looks at every condition as the engine does.
 */
export function formSchema(matter: Matter): z.ZodType<Application> {
  return schemaOf(prepareForm(matter))
}

/** The schema of a form that is ready. */
export function schemaOf(prepared: PreparedForm): z.ZodType<Application> {
  const uploads = uploadsOf(prepared)
  const facts = objectOf(prepared.facts.map((one) => [one.id, withDefault(one)]))
  const materials = objectOf(uploads.map((one) => [one.id, referenceSchema(one).exactOptional()]))
  return z
    .strictObject(
      {
        facts: prepared.facts.length === 0 ? facts.default({}) : facts,
        materials: uploads.length === 0 ? materials.default({}) : materials,
      },
      { error: describeShape },
    )
    .superRefine(
      (application, context) => {
        for (const { path, message } of findMissing(prepared, application)) {
          // An empty box has been told already.
          if (!isThere(application, path)) context.addIssue({ code: 'custom', path: [...path], message })
        }
      },
      // What is missing is told together with what is wrong.
      { when: ({ value }) => hasParts(value) },
    )
    .transform((application) => ({ facts: present(application.facts), materials: present(application.materials) }))
}

function objectOf<V>(fields: readonly (readonly [string, z.ZodType<V | undefined>])[]) {
  return z.strictObject(Object.fromEntries(fields), { error: describeShape })
}

/** 默认 counts where nothing is filled in. */
function withDefault(prepared: PreparedFact): z.ZodType<PlainFact | undefined> {
  const fallback = defaultOf(prepared)
  const schema = answerSchema(prepared)
  return fallback === undefined ? schema.exactOptional() : schema.default(fallback)
}

/** Without the fields that are not there: a record has no type for those. */
function present<V>(fields: Readonly<Record<string, V | undefined>>): Readonly<Record<string, V>> {
  const there = Object.entries(fields).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]))
  return Object.fromEntries(there)
}

function answerSchema(prepared: PreparedFact): z.ZodType<PlainFact> {
  const isAnswer = (input: unknown): input is PlainFact => readAnswer(prepared, input) !== undefined
  // Nothing aborts: what is missing elsewhere is told in the same breath.
  return z.custom<PlainFact>(isAnswer, {
    abort: false,
    error: ({ input }) => (isEmptyAnswer(input) ? describeMissing(prepared.fact) : describeWrong(prepared)),
  })
}

function referenceSchema({ material }: PreparedMaterial): z.ZodType<string | true> {
  return z.custom<string | true>(isReference, { abort: false, error: () => describeWrongUpload(material) })
}

function isThere(application: Readonly<Record<'facts' | 'materials', object>>, path: FormProblem['path']): boolean {
  const [part, id] = path
  return (part === 'facts' || part === 'materials') && id !== undefined && Object.hasOwn(application[part], id)
}

function hasParts(value: unknown): boolean {
  return isObject(value) && ['facts', 'materials'].every((part) => isObject(Reflect.get(value, part)))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describeShape(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const strays = issue.keys.map((key) => `“${key}”`).join('、')
    return `表单里没有${strays}这一项，请按表单的字段填写`
  }
  const part = issue.path?.at(-1)
  if (issue.input === undefined && part === 'facts') return '申报信息还没有填，请填写'
  if (issue.input === undefined && part === 'materials') return '申请材料还没有交，请上传'
  return part === undefined ? '申请应为对象，有facts和materials两部分' : `“${String(part)}”应为对象，请按表单的字段填写`
}
