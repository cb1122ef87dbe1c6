import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { compile } from '../../src/compile/compile.ts'
import { writeModelJson } from '../../src/model/write-model-json.ts'
import { root } from '../house/source-files.ts'
import { generateSchema } from '../support/generate-schema.ts'
import { expectGolden } from '../support/golden.ts'
import { exampleSources } from '../support/syntax-examples.ts'

const path = join(root, 'grammar', 'matter.schema.json')

interface Part {
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Part>>
}

test('grammar/matter.schema.json is what the model says', () => {
  expectGolden(path, generateSchema())
})

describe('grammar/matter.schema.json', () => {
  const schema = JSON.parse(generateSchema())
  const definitions: Readonly<Record<string, Part>> = schema.$defs

  test('is a JSON Schema of draft 2020-12 with the parts by name', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(Object.keys(definitions)).toEqual(
      expect.arrayContaining(['Matter', 'Material', 'Step', 'Condition', 'Duration']),
    )
  })

  test('has English ids and titles, and says in Chinese what each part and each property is', () => {
    expect(Object.keys(definitions).filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([])
    expect(
      Object.values(definitions)
        .map(({ title = '' }) => title)
        .filter((title) => !/^[A-Z][A-Za-z]+$/.test(title)),
    ).toEqual([])
    const unnamed = Object.entries(definitions).filter(
      ([, { description = '' }]) => !/\p{Script=Han}/u.test(description),
    )
    expect(unnamed).toEqual([])
    const { properties = {} } = definitions['Matter'] ?? {}
    const silent = Object.entries(properties).filter(([, { description = '' }]) => !/\p{Script=Han}/u.test(description))
    expect(silent.map(([name]) => name)).toEqual(['kind', 'origin'])
  })

  test('accepts the matters of the examples, and no others than the model', () => {
    const accepts = z.fromJSONSchema(schema)
    const matters = [...compile(exampleSources()).matters.values()].map(({ matter }) => matter)
    const document = writeModelJson(matters, { origins: true })
    expect(accepts.safeParse(document).error?.issues).toBeUndefined()
    const [first] = matters
    expect(accepts.safeParse({ ...document, matters: [{ ...first, name: '甲\n乙' }] }).success).toBe(false)
    expect(accepts.safeParse({ ...document, matters: [{ ...first, colour: '红' }] }).success).toBe(false)
  })
})
