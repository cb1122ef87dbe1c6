import { isDeepStrictEqual } from 'node:util'
import { compile } from '../../src/compile/compile.ts'
import { readBpmn } from '../../src/exchange/bpmn/read-bpmn.ts'
import { writeBpmn } from '../../src/exchange/bpmn/write-bpmn.ts'
import { writeCpsvAp } from '../../src/exchange/cpsv-ap/write-cpsv-ap.ts'
import { writeDmn } from '../../src/exchange/dmn/write-dmn.ts'
import { writeMermaid } from '../../src/exchange/mermaid/write-mermaid.ts'
import { withoutOrigins } from '../../src/model/write-model-json.ts'
import { generateCatalogue } from '../support/generate-catalogue.ts'

const MATTERS = 1_000

/** A catalogue in the formats of other programs: how long each takes, how large it is, and that BPMN comes back the same. */
export async function run(): Promise<void> {
  const { matters } = compile(generateCatalogue(MATTERS))
  const all = [...matters.values()].map(({ matter, graph }) => ({ matter: withoutOrigins(matter), graph }))
  console.log(`${all.length} matters`)
  const [first] = all
  if (first === undefined) return
  // The layouter is loaded with the first diagram.
  await measure('the first BPMN', [first], ({ matter }) => writeBpmn(matter))
  const drawn = await measure('BPMN', all, ({ matter }) => writeBpmn(matter))
  await measure('BPMN without diagram', all, ({ matter }) => writeBpmn(matter, { diagram: false }))
  let same = 0
  await measure('BPMN read back', drawn, async (xml) => {
    const read = await readBpmn(xml)
    if (read.ok && isDeepStrictEqual(read.value.matter, all[drawn.indexOf(xml)]?.matter)) same++
    return xml
  })
  console.log(`the same: ${same} of ${all.length}`)
  await measure('DMN', all, ({ matter }) => writeDmn(matter))
  await measure('Mermaid', all, ({ matter, graph }) => writeMermaid(matter, { graph }))
  await measure('CPSV-AP, one document', [all], (each) => writeCpsvAp(each.map(({ matter }) => matter)))
  console.log(`peak memory ${((process.resourceUsage().maxRSS * 1024) / 1e6).toFixed(0)} MB`)
}

async function measure<T>(
  name: string,
  all: readonly T[],
  write: (one: T) => string | Promise<string>,
): Promise<readonly string[]> {
  const texts: string[] = []
  const started = process.hrtime.bigint()
  for (const one of all) texts.push(await write(one))
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const each = `${(milliseconds / all.length).toFixed(1)} ms and ${(bytes / all.length / 1000).toFixed(1)} kB each`
  console.log(`${name.padEnd(24)} ${all.length} in ${(milliseconds / 1000).toFixed(2)} s, ${each}`)
  return texts
}
