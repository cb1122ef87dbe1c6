import { printDuration } from 'zhengwu/calendar'
import { type CaseDefinition, type FactRecord, readFacts } from 'zhengwu/engine'
import { explainAdmission, type Outlook, prepareOutlooks, prepareQuestions, smallestChanges } from 'zhengwu/explain'
import { type AnswerField, type Form, type FormAnswers, formFor, type UploadField, writeAnswers } from 'zhengwu/forms'
import type { Service } from './catalogue.ts'
import { printValue } from './field.ts'
import type { Draft } from './store.ts'

/** 一个事项的提问和预期，备好一次，各人都用。 */
const prepared = new Map<string, ReturnType<typeof prepare>>()

function prepare(definition: CaseDefinition) {
  return { questions: prepareQuestions(definition), outlooks: prepareOutlooks(definition) }
}

function preparedFor(definition: CaseDefinition) {
  const found = prepared.get(definition.hash) ?? prepare(definition)
  prepared.set(definition.hash, found)
  return found
}

/** 照知道的情况，带几份、走几步、几天、跑几次。 */
export function outlookOf(definition: CaseDefinition, facts: FactRecord): Outlook {
  return preparedFor(definition).outlooks.of(new Map(Object.entries(facts)))
}

/** 草稿的内容，照表单的编号。 */
export function answersOf({ definition }: Service, { answers, uploads }: Draft): FormAnswers {
  const materials = Object.entries(uploads).map(([name, { reference }]) => ({ name, reference }))
  return { facts: answers, materials: writeAnswers(definition.matter, {}, materials).materials }
}

/** 问到哪里、要传什么、结论是什么。问什么、怎样算，都由库说；这里只挑页面要的。 */
export function describeJourney(service: Service, draft: Draft) {
  const { definition } = service
  const form = formFor(definition.matter, answersOf(service, draft))
  const fields = fieldsOf(form)
  const facts = factsOfDraft(service, draft)
  const known = new Map(Object.entries(facts))
  const { questions } = preparedFor(definition)
  const admission = describeAdmission(service, facts)
  const next = questions.next(known)
  const open = fields.filter(({ state, required }) => state === 'open' && required)
  // 已经知道不符合的，不再往下问。
  const field =
    admission.verdict === 'no' ? undefined : (fields.find(({ name }) => name === next?.fact.name) ?? open[0])
  return {
    fields,
    answers: fields.flatMap(({ id, name, label, unit }) => {
      const value = facts[name]
      return value === undefined ? [] : [{ id, label, words: printValue(unit, value) }]
    }),
    next: field === undefined ? null : { id: field.id, reason: next?.fact.name === field.name ? next.reason : '' },
    isComplete: form.complete,
    materials: materialsOf(form),
    spared: form.spared,
    admission,
    // 不符合的，改哪一项就符合了。
    changes:
      admission.verdict === 'no' ? smallestChanges(definition, known).remedies.map(({ sentence }) => sentence) : [],
    outlook: describeOutlook(outlookOf(definition, facts)),
  }
}

export function fieldsOf({ sections }: Form): readonly AnswerField[] {
  return sections.flatMap(({ fields }) => fields.filter((field) => field.kind === 'answer'))
}

/** 填过、填得对的，引擎的写法。 */
export function factsOfDraft({ definition }: Service, { answers }: Draft): FactRecord {
  const filled = fieldsOf(formFor(definition.matter, { facts: answers })).flatMap(({ name, value, state }) =>
    state === 'filled' && value !== undefined ? [[name, value] as const] : [],
  )
  const read = readFacts(definition, Object.fromEntries(filled))
  return read.ok ? read.value : {}
}

/** 要传的材料，任选的几份并成一组。 */
export function materialsOf({ sections }: Form) {
  const fields = sections.flatMap((section) => (section.id === 'materials' ? section.fields : []))
  return fields.flatMap((field) => {
    if (field.kind === 'answer') return []
    const { id, name, need, state } = field
    const members = field.kind === 'choice' ? field.members : [field]
    const atLeast = field.kind === 'choice' ? field.atLeast : null
    return [{ id, name, need, state, atLeast, members: members.map(describeUpload) }]
  })
}

function describeUpload({ id, name, forms, copies, source, deferral, standard, need }: UploadField) {
  const notes = [
    forms.join('、'),
    copies === undefined ? '' : `${copies}份`,
    source ?? '',
    deferral === undefined ? '' : `可以后补，${deferral}内交`,
    standard ?? '',
  ]
  return { id, name, need, note: notes.filter((note) => note !== '').join('，') }
}

function describeAdmission({ definition }: Service, facts: FactRecord) {
  const { verdict, sentence, requirements } = explainAdmission(definition, new Map(Object.entries(facts)))
  return {
    verdict,
    sentence,
    requirements: requirements.map(({ requirement, state, sentence: words, hint, sources, manual }) => ({
      name: requirement.name,
      state,
      sentence: words,
      hint: hint ?? null,
      sources,
      check: manual?.check ?? null,
    })),
  }
}

/** 说给人听的预期。 */
export function describeOutlook({ materials, steps, promised, trips }: Outlook) {
  const range = ({ min, max }: { readonly min: number; readonly max: number }) =>
    min === max ? String(min) : `${min}至${max}`
  return {
    materials: range(materials.count),
    steps: range(steps.count),
    stepNames: steps.sure,
    // 承诺按情形不同、还不知道是哪一种的，都列出来。
    time: promised.length === 0 ? null : promised.map(({ limit }) => printDuration(limit)).join('或'),
    trips: trips ?? null,
  }
}
