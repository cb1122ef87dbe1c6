import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { JsonSchema } from '../../../src/exchange/json-schema/json-schema.ts'

/**
 * A validator made by ajv, with dates checked; it throws where the schema itself is not one. Strict but for what is demanded in
 * another place than where it is described, which is how conditions are written.
 */
export function validatorOf(schema: JsonSchema | boolean): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, validateSchema: true })
  addFormats.default(ajv)
  ajv.addKeyword({ keyword: 'x-ui', schemaType: 'object', valid: true })
  return ajv.compile(schema)
}
