import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { expectGolden } from '../support/golden.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

let printed: string[] = []

beforeEach(() => {
  printed = []
  vi.spyOn(console, 'log').mockImplementation((...words) => {
    printed.push(words.join(' '))
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** The programs of each guide in their order; each prints the block “text 输出” that follows it. */
const GUIDES = {
  'plan-the-cut': [
    { example: 'plan-restaurant', run: () => import('../../examples/plan-restaurant/run.ts') },
    { example: 'html-report', run: () => import('../../examples/html-report/run.ts') },
    { example: 'open-workspace', run: () => import('../../examples/open-workspace/run.ts') },
  ],
  'run-a-case': [
    { example: 'run-case', run: () => import('../../examples/run-case/run.ts') },
    { example: 'case-clocks', run: () => import('../../examples/case-clocks/run.ts') },
  ],
  'case-engine': [
    { example: 'case-engine', run: () => import('../../examples/case-engine/run.ts') },
    { example: 'case-facts', run: () => import('../../examples/case-facts/run.ts') },
    { example: 'case-failures', run: () => import('../../examples/case-failures/run.ts') },
    { example: 'case-migration', run: () => import('../../examples/case-migration/run.ts') },
  ],
  'publish-a-guide': [{ example: 'service-guide', run: () => import('../../examples/service-guide/run.ts') }],
  forms: [{ example: 'application-form', run: () => import('../../examples/application-form/run.ts') }],
  'explain-a-result': [{ example: 'explain', run: () => import('../../examples/explain/run.ts') }],
  'what-changed': [{ example: 'what-changed', run: () => import('../../examples/what-changed/run.ts') }],
  'proactive-service': [{ example: 'proactive', run: () => import('../../examples/proactive/run.ts') }],
  pictures: [{ example: 'draw-flow', run: () => import('../../examples/draw-flow/run.ts') }],
  bpmn: [{ example: 'exchange-bpmn', run: () => import('../../examples/exchange-bpmn/run.ts') }],
  excel: [{ example: 'exchange-excel', run: () => import('../../examples/exchange-excel/run.ts') }],
  bundle: [{ example: 'propose-bundle', run: () => import('../../examples/propose-bundle/run.ts') }],
  'case-clocks': [{ example: 'clock-alerts', run: () => import('../../examples/clock-alerts/run.ts') }],
}

test.each(Object.entries(GUIDES))(
  '%s shows each program as its example has it, and what it prints',
  async (guide, programs) => {
    const path = join(root, 'docs/guides', `${guide}.md`)
    let page = readFileSync(path, 'utf8')
    expect([...page.matchAll(/^```ts$/gm)]).toHaveLength(programs.length)
    for (const { example, run } of programs) {
      const program = `\`\`\`ts\n${readFileSync(join(root, 'examples', example, 'run.ts'), 'utf8')}\`\`\`\n`
      expect(page).toContain(program)
      printed = []
      await run()
      const start = page.indexOf('```text 输出\n', page.indexOf(program))
      const end = page.indexOf('```\n', start + 3)
      expect(start).toBeGreaterThan(0)
      page = `${page.slice(0, start)}\`\`\`text 输出\n${printed.join('\n')}\n${page.slice(end)}`
    }
    expectGolden(path, page)
  },
)
