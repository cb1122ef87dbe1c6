import type { Matter } from '../../model/matter.ts'
import { defaultOf } from './answer-field.ts'
import { createConditionRules } from './condition-rules.ts'
import { typeNameOf } from './english-ids.ts'
import { factSchemaOf } from './fact-schema.ts'
import { demandFields, type JsonSchema, type Rule } from './json-schema.ts'
import { materialRules, materialSchemaOf, sureMaterials } from './material-schema.ts'
import { type PreparedFact, type PreparedForm, type PreparedMaterial, prepareForm } from './prepare-form.ts'

/**
 * The application form of a matter as JSON Schema (表单的JSON Schema), draft 2020-12: ids for programs, Chinese for people in
 * `description` and `x-ui`. What is needed only in some situations is demanded by `if`. It refuses nothing that the engine
 * takes; what JSON Schema cannot say (one answer compared with another, lengths of time) is left to {@link formSchema}.
 */
export function applicationSchema(matter: Matter): JsonSchema {
  const prepared = prepareForm(matter)
  const rules = createConditionRules(prepared)
  const { facts, materials, ...rest } = shapeOf(prepared)
  const ofMaterials = materialRules(prepared, rules)
  const ofFacts = prepared.facts.flatMap((fact): readonly Rule[] => {
    const settled = rules.whenSettled(fact.settled)
    if (!fact.decides || defaultOf(fact) !== undefined || typeof settled === 'boolean') return []
    return [{ if: settled, else: demandFields([fact.id]) }]
  })
  const always = prepared.facts.filter((fact) => isAlwaysAsked(fact) || rules.whenSettled(fact.settled) === false)
  const required = always.filter((fact) => defaultOf(fact) === undefined).map(({ id }) => id)
  const definitions = rules.definitions()
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...rest,
    properties: {
      facts: { ...facts, required, ...(ofFacts.length > 0 && { allOf: ofFacts }) },
      materials,
    },
    ...(ofMaterials.length > 0 && { allOf: ofMaterials }),
    ...(Object.keys(definitions).length > 0 && { $defs: definitions }),
  }
}

/**
 * The shape of an application without what its parts demand of each other (申请的形状): what types are made of. A part that
 * nothing can stand in is left out.
 */
export function applicationShape(prepared: PreparedForm, typeName: string): JsonSchema {
  const { facts, materials, ...rest } = shapeOf(prepared)
  const sure = prepared.facts.filter((fact) => isAlwaysAsked(fact) && defaultOf(fact) === undefined)
  return {
    ...rest,
    title: typeName,
    properties: {
      ...(rest.required.includes('facts') && { facts: { ...facts, required: sure.map(({ id }) => id) } }),
      ...(rest.required.includes('materials') && { materials }),
    },
  }
}

function shapeOf(prepared: PreparedForm) {
  const { matter } = prepared
  const facts = objectOf(prepared.facts, factSchemaOf, '申报信息')
  const uploads = uploadsOf(prepared)
  const materials = objectOf(
    uploads,
    (one, order) => materialSchemaOf(one, order, prepared),
    '申请材料：存放处或文件指纹；交到窗口的写true',
    sureMaterials(prepared),
  )
  return {
    title: typeNameOf(matter.name),
    description: `${matter.name}的申请`,
    type: 'object',
    facts,
    materials,
    required: [...(prepared.facts.length === 0 ? [] : ['facts']), ...(uploads.length === 0 ? [] : ['materials'])],
    additionalProperties: false,
  } as const
}

function objectOf<T extends { readonly id: string }>(
  parts: readonly T[],
  schemaOf: (part: T, order: number) => JsonSchema,
  description: string,
  required: readonly string[] = [],
): JsonSchema {
  const properties = Object.fromEntries(parts.map((part, index) => [part.id, schemaOf(part, index + 1)]))
  return { type: 'object', description, properties, required, additionalProperties: false }
}

/** The documents that the applicant may hand in, each once; 免提交 ones are not asked for. */
export function uploadsOf({ materials, choices }: PreparedForm): readonly PreparedMaterial[] {
  const all = new Map([...materials, ...choices.flatMap(({ members }) => members)].map((one) => [one.id, one]))
  return [...all.values()].filter(({ material }) => material.necessity !== 'waived')
}

function isAlwaysAsked({ decides, settled }: PreparedFact): boolean {
  return !decides || settled === undefined
}
