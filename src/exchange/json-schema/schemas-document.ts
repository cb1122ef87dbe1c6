import { applicationSchema } from './application-schema.ts'
import type { JsonSchema } from './json-schema.ts'
import type { NamedForm } from './types/name-forms.ts'

/**
 * The JSON Schemas of the applications of several matters as one document (多个表单的JSON Schema): each under its type name in
 * `$defs`, and to be referred to by it, `{ $ref: 'JingYingXuKe' }`.
 */
export function schemasDocument(forms: readonly NamedForm[]): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: Object.fromEntries(
      forms.map(({ matter, typeName }) => {
        const { $schema: _, ...schema } = applicationSchema(matter)
        return [typeName, { $id: typeName, ...schema, title: typeName }]
      }),
    ),
  }
}
