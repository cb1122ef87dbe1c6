import { judgeAdmission } from '../../graph/admission.ts'
import { createEvaluator, type Evaluator } from '../../graph/evaluate-condition.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import type { Matter } from '../../model/matter.ts'
import { answerFieldOf, defaultOf } from './answer-field.ts'
import type { AnswerField, Form, FormAnswers, FormField, FormSection } from './form.ts'
import { materialFields } from './material-fields.ts'
import { type PreparedFact, type PreparedForm, prepareForm } from './prepare-form.ts'
import { fieldOf, isEmptyAnswer, readAnswer } from './read-answer.ts'
import { createSettling } from './settled.ts'

/**
 * The form of a matter as it stands with these answers (表单): what is filled in, and of the rest only what is still needed. A
 * question that decides something is asked only while something that it may decide is open: a condition of acceptance, a way of
 * the flow, a limit, a document. Answering never brings back a question that was needless before.
 */
export function formFor(matter: Matter, answers: FormAnswers = {}): Form {
  return fillForm(prepareForm(matter), answers)
}

/** The form with these answers, of a matter that is ready. */
export function fillForm(prepared: PreparedForm, answers: FormAnswers): Form {
  const { matter } = prepared
  const { sections, spared, evaluator } = layOut(prepared, answers)
  const counted = withDefaults(prepared, answers)
  const { verdict, requirements } = judgeAdmission(matter.requirements, evaluator, new Map())
  return {
    matter: matter.name,
    complete: (counted === answers ? sections : layOut(prepared, counted).sections).every(({ fields }) =>
      fields.every(isDone),
    ),
    sections,
    admission: {
      verdict,
      failed: requirements
        .filter(({ failing }) => failing === 'yes')
        .map(({ requirement: { name, hint } }) => ({ name, ...(hint !== undefined && { hint }) })),
    },
    spared,
  }
}

interface Layout {
  readonly sections: readonly FormSection[]
  readonly spared: readonly string[]
  readonly evaluator: Evaluator
}

function layOut(prepared: PreparedForm, answers: FormAnswers): Layout {
  const evaluator = createEvaluator(prepared.matter.situations, readFactAnswers(prepared, answers))
  const isSettled = createSettling(evaluator)
  const fields = prepared.facts.flatMap((fact): readonly (readonly [PreparedFact, AnswerField])[] => {
    const answer = fieldOf(answers.facts, fact.id)
    // What is filled in stays: its own answer may be what settles it.
    const isShown = !isEmptyAnswer(answer) || !isSettled(fact.settled)
    return isShown ? [[fact, answerFieldOf(fact, answer)]] : []
  })
  const questions = fields.flatMap(([{ decides }, field]) => (decides ? [field] : []))
  const details = fields.flatMap(([{ decides }, field]) => (decides ? [] : [field]))
  const { fields: materials, spared } = materialFields(prepared, evaluator, answers)
  const sections: readonly FormSection[] = [
    { id: 'questions', title: '先回答几个问题', fields: questions },
    { id: 'details', title: '填写申报信息', fields: details },
    { id: 'materials', title: '准备申请材料', fields: materials },
  ]
  return { sections: sections.filter(({ fields: some }) => some.length > 0), spared, evaluator }
}

/** The answers with 默认 where nothing is filled in; the same ones where nothing is to be added. */
function withDefaults({ facts }: PreparedForm, answers: FormAnswers): FormAnswers {
  const added = facts.flatMap((one) => {
    const fallback = isEmptyAnswer(fieldOf(answers.facts, one.id)) ? defaultOf(one) : undefined
    return fallback === undefined ? [] : [[one.id, fallback] as const]
  })
  return added.length === 0 ? answers : { ...answers, facts: { ...answers.facts, ...Object.fromEntries(added) } }
}

/** The answers that can be read, by the names of the facts. */
export function readFactAnswers({ facts }: PreparedForm, answers: FormAnswers): ReadonlyMap<string, FactValue> {
  return new Map(
    facts.flatMap((one) => {
      const value = readAnswer(one, fieldOf(answers.facts, one.id))
      return value === undefined ? [] : [[one.fact.name, value] as const]
    }),
  )
}

function isDone(field: FormField): boolean {
  if (field.state === 'wrong') return false
  if (field.kind === 'answer') return field.state === 'filled' || !field.required
  return field.state === 'filled' || field.need !== 'required'
}
