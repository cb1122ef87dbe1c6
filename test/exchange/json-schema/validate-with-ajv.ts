import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { JsonSchema } from '../../../src/exchange/json-schema/json-schema.ts'

/**
 * A validator made by ajv at its strictest, with dates checked; it throws where the schema itself is not one. `x-ui` is told to
 * it as docs/guides/forms.md says.
 */
export function validatorOf(schema: JsonSchema | boolean): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, validateSchema: true })
  addFormats.default(ajv)
  ajv.addVocabulary(['x-ui'])
  return ajv.compile(schema)
}
