import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findScenarioProblems } from '../../../src/analysis/scenario-findings.ts'
import { findTargetProblems } from '../../../src/analysis/target-findings.ts'
import { verifyScenarios } from '../../../src/analysis/verify-scenarios.ts'
import { verifyTargets } from '../../../src/analysis/verify-targets.ts'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { compile } from '../../../src/compile/compile.ts'
import { applyFixes } from '../../../src/diagnostics/apply-fixes.ts'
import type { Diagnostic, Fix } from '../../../src/diagnostics/diagnostic.ts'
import { EXPLANATIONS } from '../../../src/diagnostics/explanations.ts'
import {
  BAD_EXAMPLES_DATE,
  badExamplesFolder,
  badExampleText,
  checkBadExample,
  codes,
  isMade,
  mendExample,
} from '../../support/bad-examples.ts'
import { expectGolden } from '../../support/golden.ts'

function findings(text: string): readonly Diagnostic[] {
  const asOf = BAD_EXAMPLES_DATE
  const { diagnostics, matters } = compile([{ uri: 'example.zw', text }], { asOf })
  const scenarios = verifyScenarios(matters.values(), { asOf, calendar: createCalendar() })
  const targets = verifyTargets(matters.values(), { asOf })
  return [...diagnostics, ...findTargetProblems(targets), ...findScenarioProblems(scenarios)]
}

function applyFix(text: string, fix: Fix): string {
  const { text: fixed, applied } = applyFixes({ uri: 'example.zw', text }, [fix])
  expect(applied).toEqual([fix])
  return fixed
}

test('every code has a bad example, and every example a code', () => {
  const files = readdirSync(badExamplesFolder).filter((name) => name.endsWith('.zw'))
  expect(files.sort()).toEqual(
    codes
      .filter((code) => !isMade(code))
      .map((code) => `${code}.zw`)
      .sort(),
  )
})

describe.each(codes)('%s', (code) => {
  test('is the only finding in its bad example, worded as its golden file has it', async () => {
    const out = await checkBadExample(code)
    expectGolden(join(badExamplesFolder, `${code}.txt`), out)
    expect([...out.matchAll(/^(?:错误|警告|提示)\[(.*?)\]/gm)].map((match) => match[1])).toEqual([code])
  })

  const { bad, good } = EXPLANATIONS[code]

  if (bad !== undefined && good !== undefined) {
    test('goes away when the example is mended as its page says', () => {
      const mended = mendExample(badExampleText(code), bad, good)
      expect(mended, 'the bad lines of the page are not in the bad example').toBeDefined()
      expect(findings(mended ?? '').map((finding) => finding.code)).not.toContain(code)
    })
  }

  test('goes away when one of its fixes is applied, unless the author has a blank to fill in', () => {
    const text = badExampleText(code)
    const fixes = findings(text).flatMap((finding) => (finding.code === code ? finding.fixes : []))
    for (const fix of fixes.filter(({ applicability }) => applicability !== 'placeholder')) {
      const after = findings(applyFix(text, fix)).map((each) => each.code)
      expect(after, fix.title).not.toContain(code)
      // What may be applied without asking leaves nothing else behind.
      if (fix.applicability === 'auto') expect(after, fix.title).toEqual([])
    }
  })
})
