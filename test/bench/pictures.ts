import { createCalendar } from '../../src/calendar/calendar.ts'
import { compile } from '../../src/compile/compile.ts'
import { writeMermaid } from '../../src/exchange/mermaid/write-mermaid.ts'
import { renderFlowSvg } from '../../src/render/flow/render-flow-svg.ts'
import { renderGanttSvg } from '../../src/render/gantt/render-gantt-svg.ts'
import { generateCatalogue } from '../support/generate-catalogue.ts'
import { everyExample } from '../support/pictured.ts'

const MATTERS = 1_000

/** Pictures of a catalogue and of the bundles of the examples: how long each kind takes, and how large it is. */
export async function run(): Promise<void> {
  const { matters } = compile(generateCatalogue(MATTERS))
  const all = [...matters.values()]
  console.log(`${all.length} matters`)
  // The layouter is loaded with the first picture.
  await measure('the first flow', [all[0]], ({ matter, graph }) => renderFlowSvg(matter, { graph }))
  await measure('flows, wide', all, ({ matter, graph }) => renderFlowSvg(matter, { graph }))
  await measure('flows, narrow', all, ({ matter, graph }) => renderFlowSvg(matter, { graph, size: 'narrow' }))
  const start = { date: '2026-09-21', calendar: createCalendar() }
  await measure('time axes in working days', all, ({ matter, graph }) => renderGanttSvg(matter, { graph }))
  await measure('time axes on dates', all, ({ matter, graph }) => renderGanttSvg(matter, { graph, start }))
  await measure('Mermaid', all, ({ matter, graph }) => writeMermaid(matter, { graph }))
  const bundles = everyExample().flatMap(({ matter, bundle }) => (bundle === undefined ? [] : [{ matter, bundle }]))
  await measure('bundles of the examples', bundles, ({ matter, bundle }) => renderFlowSvg(matter, { bundle }))
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6
  console.log(`peak memory ${peak.toFixed(0)} MB`)
}

async function measure<T>(
  name: string,
  all: readonly (T | undefined)[],
  draw: (one: T) => string | Promise<string>,
): Promise<void> {
  const started = process.hrtime.bigint()
  let bytes = 0
  let count = 0
  for (const one of all) {
    if (one === undefined) continue
    bytes += Buffer.byteLength(await draw(one))
    count++
  }
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  const each = `${(milliseconds / count).toFixed(1)} ms and ${(bytes / count / 1000).toFixed(1)} kB each`
  console.log(`${name.padEnd(28)} ${count} in ${(milliseconds / 1000).toFixed(2)} s, ${each}`)
}
