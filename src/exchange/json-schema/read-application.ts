import { failure, type Result, success } from '../../base/result.ts'
import type { Facts, FactValue } from '../../graph/fact-value.ts'
import type { Matter } from '../../model/matter.ts'
import { uploadsOf } from './application-schema.ts'
import type { FormProblem } from './find-missing.ts'
import type { FormAnswers } from './form.ts'
import { readFactAnswers } from './form-for.ts'
import { schemaOf } from './form-schema.ts'
import { prepareForm } from './prepare-form.ts'
import { isEmptyAnswer } from './read-answer.ts'
import { writeValue } from './write-answer.ts'

/** What an application says in the engine's words (申请的内容), by the names of facts and materials: the parts of 提交. */
export interface ReadApplication {
  readonly facts: Readonly<Record<string, FactValue>>
  readonly materials: readonly { readonly name: string; readonly reference?: string }[]
}

/**
 * Reads what a form sends (读申请): empty boxes and missing parts count as not filled in, 默认 fills in what is left open. Gives what the engine's
 * command 提交 takes, or everything that is wrong or missing.
 */
export function readApplication(matter: Matter, input: unknown): Result<ReadApplication, readonly FormProblem[]> {
  const prepared = prepareForm(matter)
  const parsed = schemaOf(prepared).safeParse(withoutEmpty(input))
  if (!parsed.success) {
    return failure(parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })))
  }
  const { materials } = parsed.data
  return success({
    facts: Object.fromEntries(readFactAnswers(prepared, parsed.data)),
    materials: uploadsOf(prepared).flatMap(({ id, material: { name } }) => {
      const reference = materials[id]
      if (reference === undefined) return []
      return [reference === true ? { name } : { name, reference }]
    }),
  })
}

/**
 * What a draft tells so far (草稿里已经填的信息), by the names of the facts: what `zhengwu/explain` and `zhengwu/guide` take. Empty
 * boxes, wrong answers and 默认 are left out: they are not known yet. `Object.fromEntries` makes of it what the engine takes.
 */
export function factsOf(matter: Matter, answers: FormAnswers): Facts {
  return readFactAnswers(prepareForm(matter), answers)
}

/**
 * What is known of a case as a form has it (填好的表单): to go on with a draft, or to fill in what another matter has asked
 * already. What the applicant does not tell is left out.
 */
export function writeAnswers(
  matter: Matter,
  facts: Readonly<Record<string, FactValue>>,
  materials: ReadApplication['materials'] = [],
): FormAnswers {
  const prepared = prepareForm(matter)
  const references = new Map(materials.map(({ name, reference }) => [name, reference ?? true]))
  return {
    facts: Object.fromEntries(
      prepared.facts.flatMap(({ id, fact: { name } }) => {
        const value = Object.hasOwn(facts, name) ? facts[name] : undefined
        const answer = value && writeValue(value)
        return answer === undefined ? [] : [[id, answer]]
      }),
    ),
    materials: Object.fromEntries(
      uploadsOf(prepared).flatMap(({ id, material: { name } }) => {
        const reference = references.get(name)
        return reference === undefined ? [] : [[id, reference]]
      }),
    ),
  }
}

/** Without boxes that are empty; a part that is not there has none that are filled in. */
function withoutEmpty(input: unknown): unknown {
  if (!isRecord(input)) return input
  const { facts = {}, materials = {} } = input
  return Object.fromEntries(
    Object.entries({ ...input, facts, materials }).map(([part, fields]) => [
      part,
      isRecord(fields)
        ? Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmptyAnswer(value)))
        : fields,
    ]),
  )
}

function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}
