import type { Material } from '../../model/application.ts'
import { NECESSITIES } from '../../model/terms.ts'
import type { ConditionRules } from './condition-rules.ts'
import { demandFields, type JsonSchema, type Rule, type UiHint } from './json-schema.ts'
import { describeMaterial } from './material-fields.ts'
import { choiceName, type PreparedChoice, type PreparedForm, type PreparedMaterial } from './prepare-form.ts'
import { REFERENCE_PATTERN } from './read-answer.ts'

/**
 * One document to be handed in, as JSON Schema (材料的JSON Schema). `order` is its place in the form. One of a 任选 is not 必要 by
 * itself: it says of which it is.
 */
export function materialSchemaOf(one: PreparedMaterial, order: number, { choices }: PreparedForm): JsonSchema {
  const { material } = one
  const { kind: _, id: __, name, ...shown } = describeMaterial(one)
  const own = choices.filter(({ members }) => members.includes(one))
  const necessity = own.length > 0 ? undefined : NECESSITIES[material.necessity ?? 'required']
  const about = [
    ...(necessity === undefined ? own.map(sayChoice) : [necessity]),
    ...(shown.forms.length === 0 ? [] : [shown.forms.join('、')]),
    ...(shown.copies === undefined ? [] : [`${shown.copies}份`]),
  ]
  return {
    anyOf: [{ type: 'string', pattern: REFERENCE_PATTERN }, { const: true }],
    description: `${name}（${about.join('，')}）${shown.when === undefined ? '' : `，仅限${shown.when}`}`,
    'x-ui': {
      title: name,
      ...shown,
      ...(necessity !== undefined && { necessity }),
      ...(own.length > 0 && { choices: own.map(hintOf) }),
      group: 'materials',
      order,
    },
  }
}

/** 房屋合法使用证明任选其一（仅限大型） */
function sayChoice({ choice, when }: PreparedChoice): string {
  const most = choice.atLeast === 1 ? '其一' : `${choice.atLeast}项`
  return `“${choiceName(choice)}”任选${most}${when === undefined ? '' : `，仅限${when}`}`
}

function hintOf({ id, choice, when, members }: PreparedChoice): UiHint {
  return {
    id,
    title: choiceName(choice),
    atLeast: choice.atLeast,
    of: members.map((member) => member.id),
    ...(when !== undefined && { when }),
  }
}

/** The documents that have to be there in every case (都要交的材料), by their ids. */
export function sureMaterials({ materials }: PreparedForm): readonly string[] {
  return materials.filter(({ material }) => isDemanded(material) && material.when === undefined).map(({ id }) => id)
}

function isDemanded({ necessity }: Material): boolean {
  return necessity === undefined || necessity === 'required'
}

/** Which documents have to be there in some cases (有的情形要交的材料), as rules over the whole application. */
export function materialRules({ materials, choices }: PreparedForm, { whenDecided }: ConditionRules): readonly Rule[] {
  const singles = materials
    .filter(({ material }) => isDemanded(material) && material.when !== undefined)
    .map(({ id, material }) => ({ when: material.when, demand: demandFields([id]) }))
  const some = choices.map((one) => ({ when: one.choice.when, demand: demandOf(one) }))
  return [...singles, ...some].flatMap(({ when, demand }): readonly Rule[] => {
    if (demand === true) return []
    const rule: JsonSchema = { type: 'object', properties: { materials: demand } }
    if (when === undefined) return [rule]
    const holds = whenDecided(when, 'yes', 'least')
    if (holds === false) return []
    if (holds === true) return [rule]
    const given: JsonSchema = { type: 'object', properties: { facts: holds }, required: ['facts'] }
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
    return [{ if: given, then: rule }]
  })
}

/** What a 任选 demands in every case: members that only some cases need are not counted on, those that may come later neither. */
function demandOf({ choice, members }: PreparedChoice): Rule {
  const brought = members.filter(({ material }) => material.necessity !== 'waived')
  if (brought.some(({ material }) => material.necessity === 'deferrable')) return true
  const sure = brought.filter(({ material }) => material.when === undefined)
  const wanted = Math.min(choice.atLeast - (members.length - brought.length), sure.length)
  return atLeastOf(
    wanted,
    brought.map(({ id }) => id),
  )
}

/** At least so many of these are there. */
function atLeastOf(wanted: number, ids: readonly string[]): Rule {
  if (wanted <= 0) return true
  if (wanted >= ids.length) return demandFields(ids)
  if (wanted === 1) return { anyOf: ids.map((id) => demandFields([id])) }
  const [first = '', ...others] = ids
  const rest = atLeastOf(wanted - 1, others)
  return {
    anyOf: [{ ...demandFields([first]), ...(rest !== true && { allOf: [rest] }) }, atLeastOf(wanted, others)],
  }
}
