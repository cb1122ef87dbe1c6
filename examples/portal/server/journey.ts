import { readFacts } from 'zhengwu/engine'
import type { Service } from './catalogue.ts'
import { fieldOf, isApplicants, printValue } from './field.ts'
import type { Office } from './office.ts'
import type { Draft } from './store.ts'

/** 一份要传的材料；任选的写出可以选哪几份。 */
export interface WantedMaterial {
  readonly name: string
  readonly isRequired: boolean
  readonly choices: readonly string[]
  readonly note: string | null
}

/** 问到哪里、结论是什么。 */
export function describeJourney(office: Office, service: Service, draft: Draft) {
  const { definition } = service
  const read = readFacts(definition, draft.answers)
  const facts = read.ok ? read.value : {}
  const questions = definition.matter.facts.filter((fact) => isApplicants(definition, fact))
  const next = questions.find(({ name }) => !(name in facts))
  return {
    answers: questions.flatMap(({ name, question }) => {
      const value = facts[name]
      return value === undefined
        ? []
        : [
            {
              name,
              question: question ?? name,
              value: draft.answers[name] ?? '',
              words: printValue(definition, name, value),
            },
          ]
    }),
    questions: questions.map(fieldOf),
    next: next?.name ?? null,
    materials: materialsToUpload(office, service, draft),
  }
}

export function materialsToUpload(_office: Office, { definition }: Service, _draft: Draft): readonly WantedMaterial[] {
  return definition.matter.materials
    .filter(({ necessity }) => necessity !== 'waived')
    .map(({ name, necessity }) => ({ name, isRequired: necessity === 'required', choices: [name], note: null }))
}
