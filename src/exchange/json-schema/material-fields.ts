import { printDuration } from '../../calendar/duration.ts'
import type { Evaluator, Truth } from '../../graph/evaluate-condition.ts'
import { requiredMaterials } from '../../graph/required-materials.ts'
import type { Material } from '../../model/application.ts'
import { DOCUMENT_FORMS, MATERIAL_SOURCES } from '../../model/terms.ts'
import type { ChoiceField, FormAnswers, UploadField, UploadNeed } from './form.ts'
import { choiceName, type PreparedChoice, type PreparedForm, type PreparedMaterial } from './prepare-form.ts'
import { fieldOf, isEmptyAnswer, isReference } from './read-answer.ts'

/** The documents to be handed in (上传项) by what is known, and those that need not be. What is surely not needed is left out. */
export function materialFields(
  { matter, materials, choices }: PreparedForm,
  { truthOf, neededFor }: Evaluator,
  answers: FormAnswers,
): { readonly fields: readonly (UploadField | ChoiceField)[]; readonly spared: readonly string[] } {
  const submitted = new Map(
    [...materials, ...choices.flatMap(({ members }) => members)].flatMap(({ id, material }) =>
      isReference(valueFor(id)) ? [[material.name, true] as const] : [],
    ),
  )
  return {
    fields: [
      ...materials
        .filter((one) => one.material.necessity !== 'waived' && (isWanted(one) || isFilledIn(one)))
        .map((one) => upload(one, needOf(one.material, holds(one.material.when)))),
      ...choices.flatMap(choiceField),
    ],
    spared: materials
      .filter((one) => one.material.necessity === 'waived' && isWanted(one))
      .map(({ material }) => material.name),
  }

  function isWanted({ material }: PreparedMaterial): boolean {
    return holds(material.when) !== 'no'
  }

  /** What is filled in stays, so that it can be taken back. */
  function isFilledIn({ id }: PreparedMaterial): boolean {
    return !isEmptyAnswer(valueFor(id))
  }

  function valueFor(id: string): unknown {
    return fieldOf(answers.materials, id)
  }

  function holds(when: Material['when']): Truth {
    return when === undefined ? 'yes' : truthOf(when)
  }

  function upload(one: PreparedMaterial, need: UploadNeed): UploadField {
    const { id, material } = one
    const value = valueFor(id)
    const isWrong = !isEmptyAnswer(value) && !isReference(value)
    return {
      ...describeMaterial(one),
      need,
      state: isEmptyAnswer(value) ? 'open' : isWrong ? 'wrong' : 'filled',
      ...(isReference(value) && { value }),
      ...(isWrong && { problem: describeWrongUpload(material) }),
    }
  }

  /** Of a 任选 the members that may still be handed in, with how many are missing. */
  function choiceField({ id, choice, when, members }: PreparedChoice): readonly ChoiceField[] {
    const truth = holds(choice.when)
    const all = members.map(({ material }) => material)
    const rest = requiredMaterials(
      { ...matter, materials: all, materialChoices: [choice] },
      { truthOf, neededFor },
      submitted,
    )
    const wanted = rest.filter(({ name, choices: among }) => among.length > 0 || !submitted.has(name))
    const missing = wanted.reduce((sum, { count }) => sum + count, 0)
    const isNeedless = truth === 'no' || rest.length === 0
    const byName = new Map(all.map((material) => [material.name, material]))
    const isDeferrable = (name: string) => byName.get(name)?.necessity === 'deferrable'
    const isLater = wanted.length > 0 && wanted.every(({ name, choices: among }) => [name, ...among].some(isDeferrable))
    const shown = members
      .filter((one) => one.material.necessity !== 'waived' && ((!isNeedless && isWanted(one)) || isFilledIn(one)))
      .map((one) => upload(one, 'optional'))
    if (shown.length === 0) return []
    const state = shown.some((one) => one.state === 'wrong') ? 'wrong' : missing === 0 ? 'filled' : 'open'
    return [
      {
        kind: 'choice',
        id,
        name: choiceName(choice),
        atLeast: choice.atLeast,
        ...(when !== undefined && { when }),
        missing: isNeedless ? 0 : missing,
        need: isNeedless ? 'optional' : truth === 'unknown' ? 'possible' : isLater ? 'deferrable' : 'required',
        state,
        members: shown,
      },
    ]
  }
}

function needOf({ necessity }: Material, truth: Truth): UploadNeed {
  if (necessity === 'optional' || truth === 'no') return 'optional'
  return truth === 'unknown' ? 'possible' : necessity === 'deferrable' ? 'deferrable' : 'required'
}

/** What a matter says of a document. */
export function describeMaterial({ id, material, when }: PreparedMaterial) {
  const { name, code, forms, copies, source, deferral, standard, sample } = material
  return {
    kind: 'upload',
    id,
    name,
    widget: 'upload',
    ...(code !== undefined && { code }),
    forms: forms.map((form) => DOCUMENT_FORMS[form]),
    ...(copies !== undefined && { copies }),
    ...(source !== undefined && { source: MATERIAL_SOURCES[source] }),
    ...(deferral !== undefined && { deferral: printDuration(deferral) }),
    ...(standard !== undefined && { standard }),
    ...(sample !== undefined && { sample }),
    ...(when !== undefined && { when }),
  } as const
}

/** What is wrong with a reference to a document. */
export function describeWrongUpload({ name }: Material): string {
  return `材料“${name}”的存放处写得不对，请重新上传`
}
