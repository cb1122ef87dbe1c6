import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { bundleMatters } from '../../../src/analysis/bundle/bundle-matters.ts'
import { compile } from '../../../src/compile/compile.ts'
import { schemasDocument } from '../../../src/exchange/json-schema/schemas-document.ts'
import { nameForms } from '../../../src/exchange/json-schema/types/name-forms.ts'
import { writeTypes } from '../../../src/exchange/json-schema/types/write-types.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { anyMatter } from '../../support/arbitrary-matter.ts'
import { expectGolden } from '../../support/golden.ts'
import { EVERY_TYPE } from './every-type.ts'
import { validatorOf } from './validate-with-ajv.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

/** The errors that tsc finds in a file, at its strictest. */
function errorsIn(text: string): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  const file = ts.createSourceFile('forms.ts', text, ts.ScriptTarget.ES2023)
  host.getSourceFile = (name, ...rest) => (name === 'forms.ts' ? file : getSourceFile.call(host, name, ...rest))
  const program = ts.createProgram(['forms.ts'], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? '')
}

/** Every matter of the examples, and every 一件事 as the one matter that it makes. */
function exampleMatters(): readonly Matter[] {
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.zw(?:\.md)?$/.test(path) && !path.includes('node_modules'))
    .sort()
    .map((path) => ({ uri: path, text: readFileSync(join(examples, path), 'utf8') }))
  const { matters, bundles } = compile(files, { asOf: '2026-11-22' })
  const merged = [...bundles.values()].map(
    ({ bundle, components }) =>
      bundleMatters(bundle, new Map([...components].map(([name, { matter }]) => [name, matter]))).matter,
  )
  return [...[...matters.values()].map(({ matter }) => matter), ...merged]
}

describe('the types of every example', () => {
  test('compile together, strictly, each under a name of its own; and ajv takes their schemas as one document', async () => {
    const forms = nameForms(exampleMatters())
    expect(forms.length).toBeGreaterThan(40)
    const text = await writeTypes(forms)
    expect(errorsIn(text)).toEqual([])
    for (const { typeName } of forms) expect(text).toContain(`export interface ${typeName} {`)
    expect(() => validatorOf(schemasDocument(forms))).not.toThrow()
  })

  test('a form of the document of all can be named in it', () => {
    const document = schemasDocument(nameForms([EVERY_TYPE.matter]))
    const validate = validatorOf({ ...document, $ref: 'GongChengJunGongBeiAn' })
    expect(validate({ facts: {}, materials: {} })).toBe(false)
    expect(validate.errors?.map(({ params }) => params['missingProperty'])).toContain('jianSheDanWei')
  })
})

test('the types of a form of every type are these', async () => {
  const text = await writeTypes(nameForms([EVERY_TYPE.matter]))
  expectGolden(fileURLToPath(new URL('every-type.golden.ts.txt', import.meta.url)), text)
})

test('good literals compile, bad ones do not', async () => {
  const types = await writeTypes(nameForms([EVERY_TYPE.matter]))
  const facts = `jianSheDanWei: '示例公司', yiJingYanShou: true, junGongRiQi: '2026-02-28', kaiGongRiQi: '2025-03-01',
    baoXiuQi: '24个月', gongChengZaoJia: 0`
  const literal = (more: string, materials = `'BAB-01': true`) =>
    `{ const a: Applications['工程竣工备案'] = { facts: { ${facts}, ${more} }, materials: { ${materials} } }; void a }`
  const good = [
    literal(''),
    literal(`gongChengLeiBie: '市政', jianZhuMianJi: 55.5`, `'BAB-01': 'sha256:0f', junGongTu: true`),
  ]
  const bad = [
    literal(`gongChengLeiBie: '铁路'`),
    literal(`jianZhuMianJi: '55'`),
    literal(`choujian: true`),
    literal(`jianZhuMianJi: undefined`),
    literal('', ''),
    literal('', `'BAB-01': false`),
    literal('', `'BAB-01': true, renFang: true`),
  ]
  expect(errorsIn([types, ...good].join('\n'))).toEqual([])
  expect(errorsIn([types, ...good, ...bad].join('\n')).length).toBe(bad.length)
})

test('matters of any kind and of any names have types that compile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMatter, { minLength: 1, maxLength: 3 }), async (matters) => {
      const forms = nameForms([...matters, ...matters])
      const text = await writeTypes(forms)
      const file = ts.createSourceFile('forms.ts', text, ts.ScriptTarget.ES2023)
      expect(Reflect.get(file, 'parseDiagnostics')).toEqual([])
      const declared = file.statements.filter(ts.isInterfaceDeclaration).map(({ name }) => name.text)
      expect(declared).toEqual([...forms.map(({ typeName }) => typeName), 'Applications'])
    }),
    { numRuns: 60 },
  )
})
