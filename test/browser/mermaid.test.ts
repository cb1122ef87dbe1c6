import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import { dateGantt } from '../../src/analysis/gantt-dates.ts'
import { planGantt } from '../../src/analysis/gantt-plan.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { writeGanttMermaid, writeMermaid } from '../../src/exchange/mermaid/index.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { arbitraryMatter } from '../../src/testing/arbitraries/arbitrary-matter.ts'
import { arbitraryBundle } from '../support/arbitrary-bundle.ts'
import { anyMatter } from '../support/arbitrary-matter.ts'
import { everyExample, expectedMarks, type Pictured } from '../support/pictured.ts'
import { type OpenBrowser, openBrowser } from './open-page.ts'

const mermaid = fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js'))

let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser('<!doctype html><title>Mermaid</title>')
  ;({ page } = await browser.open({}))
  await page.addScriptTag({ path: mermaid })
  await page.evaluate('mermaid.initialize({ startOnLoad: false })')
})
afterAll(() => browser.close())

interface Read {
  readonly fault?: string
  readonly nodes: readonly string[]
  readonly edges: readonly (readonly [string, string])[]
}

/** What Mermaid's own parser reads from each text. */
async function parseAll(texts: readonly string[]): Promise<readonly Read[]> {
  return page.evaluate(
    `(async (texts) => {
      const read = []
      for (const text of texts) {
        try {
          await mermaid.parse(text)
          const { db } = await mermaid.mermaidAPI.getDiagramFromText(text)
          read.push({ nodes: [...db.getVertices().keys()], edges: db.getEdges().map(({ start, end }) => [start, end]) })
        } catch (error) {
          read.push({ fault: String(error) + text, nodes: [], edges: [] })
        }
      }
      return read
    })(${JSON.stringify(texts)})`,
  )
}

/** What must be there, by the names of the nodes. */
function expected({ matter }: Pictured): Read {
  const { graph } = buildGraph(matter)
  const marks = expectedMarks(graph)
  return {
    nodes: marks.nodes.map((node) => `n${node}`),
    edges: marks.edges.map((edge) => [`n${graph.edges.source[edge]}`, `n${graph.edges.target[edge]}`]),
  }
}

async function check(pictured: readonly Pictured[]): Promise<void> {
  const read = await parseAll(pictured.map(({ matter, bundle }) => writeMermaid(matter, { bundle })))
  pictured.forEach((each, index) => {
    const { fault, nodes, edges } = read[index] ?? { nodes: [], edges: [] }
    expect(fault).toBeUndefined()
    const isOfFlow = (name: string) => name.startsWith('n')
    expect(nodes.filter(isOfFlow).sort()).toEqual([...expected(each).nodes].sort())
    const flow = edges.filter((edge) => edge.every(isOfFlow))
    expect(flow.map(String).sort()).toEqual(expected(each).edges.map(String).sort())
  })
}

/** As many cases of an arbitrary; in CI the same at every run. */
function sample<T>(arbitrary: fc.Arbitrary<T>, numRuns: number): readonly T[] {
  const { seed } = fc.readConfigureGlobal()
  return fc.sample(arbitrary, seed === undefined ? { numRuns } : { numRuns, seed })
}

describe('Mermaid reads every step and every line', () => {
  test('of the examples', () => check(everyExample()))

  test('of 400 matters with names of any kind', () =>
    check(sample(anyMatter, 400).map((matter) => ({ name: matter.name, matter }))))

  test('of 200 matters that branch and of 60 bundles', () =>
    check([
      ...sample(arbitraryMatter, 200).map(({ matter }) => ({ name: matter.name, matter })),
      ...sample(arbitraryBundle(), 60).map(({ bundle, matters }) => {
        const merged = bundleMatters(bundle, matters)
        return { name: bundle.name, matter: merged.matter, bundle: merged }
      }),
    ]))

  test('on real dates: every step that runs, at its days', async () => {
    const start = { date: '2026-09-21', calendar: createCalendar() }
    const all: readonly Pictured[] = [
      ...everyExample(),
      ...sample(anyMatter, 150).map((matter) => ({ name: matter.name, matter })),
    ]
    const texts = all.map(({ matter, bundle }) => writeGanttMermaid(matter, start, { bundle }))
    const read: readonly (readonly string[] | string)[] = await page.evaluate(
      `(async (texts) => {
        const read = []
        for (const text of texts) {
          try {
            const { db } = await mermaid.mermaidAPI.getDiagramFromText(text)
            read.push(db.getTasks().map(({ id }) => id))
          } catch (error) {
            read.push(String(error) + text)
          }
        }
        return read
      })(${JSON.stringify(texts)})`,
    )
    all.forEach(({ matter }, index) => {
      const plan = planGantt(matter, { graph: buildGraph(matter).graph })
      const dated = plan && dateGantt(plan, matter, start)
      const tasks = read[index] ?? []
      const ids = typeof tasks === 'string' ? tasks : tasks.filter((id) => /^n\d+$/.test(id)).sort()
      expect(ids).toEqual((dated === undefined ? [] : (plan?.spans ?? [])).map(({ step }) => `n${step.node}`).sort())
    })
  })

  test('and shows a name that looks like markup as it is', async () => {
    const name = '1. 受理"<b>x</b>"`y` %%{init: {}}%% #35; end | a;b'
    const [example] = everyExample()
    if (example === undefined) throw new TypeError('no examples')
    const flow = [
      {
        kind: 'step' as const,
        name,
        stages: ['acceptance' as const],
        limits: [],
        modes: [],
        outputs: [],
        collects: [],
        terminates: false,
        sources: [],
        notes: [],
      },
    ]
    const text = writeMermaid({ ...example.matter, flow, supplements: [], specialProcedures: [] })
    const shown = await page.evaluate(
      `mermaid.render('drawn', ${JSON.stringify(text)}).then(({ svg }) => {
        document.body.innerHTML = svg
        return [...document.querySelectorAll('.node')].map((each) => each.textContent)
      })`,
    )
    expect(shown).toContain(name)
  })
})
