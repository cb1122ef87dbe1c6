import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BpmnModdle } from 'bpmn-moddle'
import { validateXML } from 'xmllint-wasm'

const require = createRequire(import.meta.url)
const schemas = join(dirname(fileURLToPath(import.meta.resolve('bpmn-moddle'))), '../resources/bpmn/xsd')

/** The part of bpmnlint that is used here; it ships no types. */
interface Linting {
  readonly Linter: new (options: {
    readonly resolver: unknown
    readonly config: { readonly extends: string }
  }) => { readonly lint: (root: unknown) => Promise<Readonly<Record<string, readonly Finding[]>>> }
}

interface Finding {
  readonly id: string
  readonly message: string
  readonly category: string
}

/** What bpmn-moddle says of a document: it knows the metamodel. */
export async function readWarnings(xml: string): Promise<readonly string[]> {
  const { warnings } = await new BpmnModdle().fromXML(xml)
  return warnings.map(({ message }) => message)
}

/** All that bpmnlint's recommended rules find, warnings too. */
export async function lintBpmn(xml: string): Promise<readonly string[]> {
  const { Linter }: Linting = require('bpmnlint')
  const Resolver: new () => unknown = require('bpmnlint/lib/resolver/node-resolver')
  const { rootElement } = await new BpmnModdle().fromXML(xml)
  const linter = new Linter({ resolver: new Resolver(), config: { extends: 'bpmnlint:recommended' } })
  const found = await linter.lint(rootElement)
  return Object.entries(found).flatMap(([rule, findings]) =>
    findings.map(({ id, message, category }) => `${category} ${rule} ${id}: ${message}`),
  )
}

/** What the schemas of the OMG find wrong in documents, by libxml2. */
export async function validateBpmn(documents: readonly string[]): Promise<readonly string[]> {
  const read = (fileName: string) => ({ fileName, contents: readFileSync(join(schemas, fileName), 'utf8') })
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.bpmn`, contents })),
    schema: [read('BPMN20.xsd')],
    preload: ['BPMNDI.xsd', 'DC.xsd', 'DI.xsd', 'Semantic.xsd'].map(read),
  })
  return errors.map(({ rawMessage }) => rawMessage)
}
