import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { measureMatter } from '../../../src/analysis/matter-report.ts'
import { verifyScenarios } from '../../../src/analysis/verify-scenarios.ts'
import { printPercent } from '../../../src/base/print-percent.ts'
import { printRational } from '../../../src/base/rational.ts'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { compile } from '../../../src/compile/compile.ts'

const folder = fileURLToPath(new URL('../../../examples/published/', import.meta.url))
const asOf = '2026-11-22'

function publish(name: string) {
  const guide = readFileSync(join(folder, name, 'guide.md'), 'utf8')
  const text = readFileSync(join(folder, name, 'matter.zw'), 'utf8')
  const workspace = compile([{ uri: 'matter.zw', text }], { asOf })
  const [measurable] = workspace.matters.values()
  if (measurable === undefined) throw new Error(`${name} holds no matter`)
  const { measured, criticalPath } = measureMatter(measurable, { asOf })
  return {
    guide,
    matter: measurable.matter,
    findings: workspace.diagnostics.map(({ code, message }) => `${code} ${message}`),
    figures: measured.kind === 'measured' && {
      statutory: printRational(measured.compression.before.workdays),
      promised: printRational(measured.compression.after.workdays),
      cut: printPercent(measured.compression.ratio),
    },
    path: criticalPath?.steps.map(({ name, workdays }) => `${name}${printRational(workdays)}`),
    scenarios: verifyScenarios(workspace.matters.values(), { asOf, calendar: createCalendar() }),
  }
}

/** The limit that a guide publishes in the row of a table with this title. Unit: 工作日. */
function publishedLimit(guide: string, title: string): string | undefined {
  return new RegExp(`\\| ${title} \\| (\\d+)个工作日 \\|`).exec(guide)?.[1]
}

describe.each([
  { name: 'raw-milk-station', cut: '50.0', total: 10, scenarios: 4, findings: [] },
  {
    name: 'elderly-allowance',
    cut: '26.7',
    total: 21,
    scenarios: 3,
    findings: ['ZW6003 环节用时合计21个工作日，承诺时限22个工作日，有1个工作日没有分配'],
  },
])('the published guide $name, rewritten by the manual', ({ name, cut, total, scenarios, findings }) => {
  const published = publish(name)

  test('has no findings but those that are due to the guide itself', () => {
    expect(published.findings).toEqual(findings)
  })

  test('reports the limits that the guide publishes', () => {
    const statutory = publishedLimit(published.guide, '法定办结时限')
    const promised = publishedLimit(published.guide, '承诺办结时限')
    expect([statutory, promised]).not.toContain(undefined)
    expect(published.figures).toEqual({ statutory, promised, cut })
  })

  test('takes the steps that the guide publishes, each as long', () => {
    const [, row = ''] = /\| 办理环节 \| (.+) \|/.exec(published.guide) ?? []
    const days = (step: string) => Number(/\d+$/.exec(step)?.[0])
    expect(published.path?.reduce((sum, step) => sum + days(step), 0)).toBe(total)
    for (const step of published.path ?? []) {
      expect(row).toContain(step.replace(/\d+$/, ''))
      expect(row).toContain(`${days(step)}个工作日`)
    }
  })

  test('asks for every material that the guide names', () => {
    for (const { name: material } of published.matter.materials) {
      expect(published.guide, material).toContain(material.replace(/^从业人员的/, ''))
    }
  })

  test('every one of its scenarios holds, and no condition goes untried', () => {
    expect(published.scenarios).toMatchObject({ passed: scenarios, failed: 0, uncovered: [] })
  })
})
