/** What a form may show beside a field (界面提示), under the keyword `x-ui`: annotations, which no validator looks at. */
export type UiHint = Readonly<Record<string, unknown>>

/** The part of JSON Schema draft 2020-12 that forms are written in (JSON Schema). */
export interface JsonSchema {
  readonly $schema?: string
  readonly $id?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema | boolean>>
  readonly title?: string
  readonly description?: string
  readonly 'x-ui'?: UiHint
  readonly type?: 'object' | 'boolean' | 'string' | 'number'
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly enum?: readonly string[]
  readonly const?: string | number | boolean
  readonly default?: string | number | boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly allOf?: readonly (JsonSchema | boolean)[]
  readonly anyOf?: readonly (JsonSchema | boolean)[]
  readonly not?: JsonSchema | boolean
  readonly if?: JsonSchema | boolean
  readonly then?: JsonSchema | boolean
  readonly else?: JsonSchema | boolean
}

/** What a schema demands of a value; true where it demands nothing, false where no value will do. */
export type Rule = JsonSchema | boolean

/** All of these hold (都要成立). */
export function allRules(rules: readonly Rule[]): Rule {
  const real = rules.filter((rule) => rule !== true)
  if (real.includes(false)) return false
  const [first, ...others] = real
  return first === undefined ? true : others.length === 0 ? first : { allOf: real }
}

/** One of these holds (有一个成立). */
export function anyRule(rules: readonly Rule[]): Rule {
  const real = rules.filter((rule) => rule !== false)
  if (real.includes(true)) return true
  const [first, ...others] = real
  return first === undefined ? false : others.length === 0 ? first : { anyOf: real }
}

/** These fields have to be there (都要有). They are declared where they are demanded: strict validators ask for it. */
export function demandFields(ids: readonly string[]): JsonSchema {
  return { type: 'object', properties: Object.fromEntries(ids.map((id) => [id, true])), required: ids }
}
