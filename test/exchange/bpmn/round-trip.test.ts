import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { readBpmn } from '../../../src/exchange/bpmn/read-bpmn.ts'
import { writeBpmn } from '../../../src/exchange/bpmn/write-bpmn.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { withoutOrigins } from '../../../src/model/write-model-json.ts'
import { lintBpmn, readWarnings, validateBpmn } from '../../support/bpmn-checks.ts'
import { anyBpmnMatter } from '../../support/bpmn-matters.ts'
import { exampleWorkspaces } from '../../support/syntax-examples.ts'

const examples = exampleWorkspaces().flatMap((sources) =>
  [...compile(sources).versions.values()].flat().map(({ matter }) => [matter.name, matter] as const),
)

async function roundTrip(matter: Matter): Promise<string> {
  const xml = await writeBpmn(matter)
  expect(await readWarnings(xml)).toEqual([])
  expect(await lintBpmn(xml)).toEqual([])
  const reading = await readBpmn(xml)
  expect(reading).toEqual({ ok: true, value: { matter: withoutOrigins(matter), parts: [] } })
  return xml
}

test.each(examples)('the example %s is sound BPMN and the same when it is read back', async (_, matter) => {
  await roundTrip(matter)
})

test('the examples stand up to the schemas of the OMG', async () => {
  expect(examples.length).toBeGreaterThan(50)
  expect(await validateBpmn(await Promise.all(examples.map(([, matter]) => writeBpmn(matter))))).toEqual([])
})

test('any matter is sound BPMN and the same when it is read back', async () => {
  const documents: string[] = []
  await fc.assert(
    fc.asyncProperty(anyBpmnMatter, async (matter) => {
      documents.push(await roundTrip(matter))
    }),
    { numRuns: 500 },
  )
  expect(await validateBpmn(documents)).toEqual([])
})
