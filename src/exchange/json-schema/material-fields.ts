import { printDuration } from '../../calendar/duration.ts'
import type { Evaluator, Truth } from '../../graph/evaluate-condition.ts'
import { requiredMaterials } from '../../graph/required-materials.ts'
import type { Material } from '../../model/application.ts'
import { DOCUMENT_FORMS, MATERIAL_SOURCES } from '../../model/terms.ts'
import type { ChoiceField, FormAnswers, UploadField, UploadNeed } from './form.ts'
import { choiceName, type PreparedChoice, type PreparedForm, type PreparedMaterial } from './prepare-form.ts'
import { isEmptyAnswer, isReference } from './read-answer.ts'

/** The documents to be handed in (上传项) by what is known, and those that need not be. What is surely not needed is left out. */
export function materialFields(
  { matter, materials, choices }: PreparedForm,
  { truthOf, neededFor }: Evaluator,
  answers: FormAnswers,
): { readonly fields: readonly (UploadField | ChoiceField)[]; readonly spared: readonly string[] } {
  const given = answers.materials ?? {}
  const submitted = new Map(
    [...materials, ...choices.flatMap(({ members }) => members)].flatMap(({ id, material }) =>
      isReference(valueFor(id)) ? [[material.name, true] as const] : [],
    ),
  )
  const singles = materials.filter(({ material }) => holds(material.when) !== 'no')
  return {
    fields: [
      ...singles
        .filter(({ material }) => material.necessity !== 'waived')
        .map((one) => upload(one, needOf(one.material, holds(one.material.when)))),
      ...choices.flatMap(choiceField),
    ],
    spared: singles.flatMap(({ material }) => (material.necessity === 'waived' ? [material.name] : [])),
  }

  function valueFor(id: string): unknown {
    return Object.hasOwn(given, id) ? given[id] : undefined
  }

  function holds(when: Material['when']): Truth {
    return when === undefined ? 'yes' : truthOf(when)
  }

  function upload({ id, material }: PreparedMaterial, need: UploadNeed): UploadField {
    const value = valueFor(id)
    const isWrong = !isEmptyAnswer(value) && !isReference(value)
    return {
      ...describeMaterial(id, material),
      need,
      state: isEmptyAnswer(value) ? 'open' : isWrong ? 'wrong' : 'filled',
      ...(isReference(value) && { value }),
      ...(isWrong && { problem: describeWrongUpload(material) }),
    }
  }

  /** Of a 任选 the members that may still be handed in, with how many are missing. */
  function choiceField({ id, choice, members }: PreparedChoice): readonly ChoiceField[] {
    const truth = holds(choice.when)
    if (truth === 'no') return []
    const all = members.map(({ material }) => material)
    const rest = requiredMaterials(
      { ...matter, materials: all, materialChoices: [choice] },
      { truthOf, neededFor },
      submitted,
    )
    const wanted = rest.filter(({ name, choices: among }) => among.length > 0 || !submitted.has(name))
    const missing = wanted.reduce((sum, { count }) => sum + count, 0)
    if (rest.length === 0) return []
    const byName = new Map(all.map((material) => [material.name, material]))
    const isLater = wanted.every(({ name, choices: among }) =>
      [name, ...among].some((each) => byName.get(each)?.necessity === 'deferrable'),
    )
    const need = truth === 'unknown' ? 'possible' : isLater ? 'deferrable' : 'required'
    const shown = members
      .filter(({ material }) => material.necessity !== 'waived' && holds(material.when) !== 'no')
      .map((one) => upload(one, 'optional'))
    const state = shown.some((one) => one.state === 'wrong') ? 'wrong' : missing === 0 ? 'filled' : 'open'
    return [
      { kind: 'choice', id, name: choiceName(choice), atLeast: choice.atLeast, missing, need, state, members: shown },
    ]
  }
}

function needOf({ necessity }: Material, truth: Truth): UploadNeed {
  if (necessity === 'optional') return 'optional'
  return truth === 'unknown' ? 'possible' : necessity === 'deferrable' ? 'deferrable' : 'required'
}

/** What a matter says of a document. */
export function describeMaterial(id: string, material: Material) {
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
  } as const
}

/** What is wrong with a reference to a document. */
export function describeWrongUpload({ name }: Material): string {
  return `材料“${name}”的存放处写得不对，请重新上传`
}
