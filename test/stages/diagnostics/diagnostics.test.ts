import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findScenarioProblems } from '../../../src/analysis/scenario-findings.ts'
import { findBrokenPromises, findSelectionProblems, findTargetProblems } from '../../../src/analysis/target-findings.ts'
import { verifyBundle } from '../../../src/analysis/verify-bundles.ts'
import { verifyScenarios } from '../../../src/analysis/verify-scenarios.ts'
import { verifySelections } from '../../../src/analysis/verify-selection.ts'
import { verifyTargets } from '../../../src/analysis/verify-targets.ts'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { compile } from '../../../src/compile/compile.ts'
import { fixWorkspace } from '../../../src/compile/fix-workspace.ts'
import { openWorkspace } from '../../../src/compile/workspace.ts'
import { applyFixes } from '../../../src/diagnostics/apply-fixes.ts'
import { TO_FILL_IN } from '../../../src/diagnostics/blank-to-fill.ts'
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
  const { diagnostics, matters, bundles, selectionTargets } = compile([{ uri: 'example.zw', text }], { asOf })
  const scenarios = verifyScenarios(matters.values(), { asOf, calendar: createCalendar() })
  const targets = verifyTargets(matters.values(), { asOf })
  const selections = verifySelections(selectionTargets.values(), matters.values(), { asOf })
  return [
    ...diagnostics,
    ...findTargetProblems(targets),
    ...findSelectionProblems(selections),
    ...findBrokenPromises([...bundles.values()].flatMap((bundle) => verifyBundle(bundle, asOf).brokenPromise ?? [])),
    ...findScenarioProblems(scenarios),
  ]
}

function applyFix(text: string, fix: Fix): string {
  const { text: fixed, applied } = applyFixes({ uri: 'example.zw', text }, [fix])
  expect(applied).toEqual([fix])
  return fixed
}

/** The codes of the design (language.md, section 5). */
const DESIGNED = [
  ...['ZW0101', 'ZW0102', 'ZW0103', 'ZW0104'],
  ...['ZW1001', 'ZW1002', 'ZW1003', 'ZW1004', 'ZW1005', 'ZW1006', 'ZW1007', 'ZW1008', 'ZW1101', 'ZW1102', 'ZW1103'],
  ...['ZW2001', 'ZW2002', 'ZW2003', 'ZW2004', 'ZW2005', 'ZW2101'],
  ...['ZW3001', 'ZW3002', 'ZW3003', 'ZW3004', 'ZW3005', 'ZW3006', 'ZW3007', 'ZW3008', 'ZW3009', 'ZW3010'],
  ...['ZW4001', 'ZW4002', 'ZW4003', 'ZW4004', 'ZW4005', 'ZW4006', 'ZW4007'],
  ...['ZW5001', 'ZW5002', 'ZW5003', 'ZW5004', 'ZW5005'],
  ...['ZW6001', 'ZW6002', 'ZW6003', 'ZW6004', 'ZW6005', 'ZW6006', 'ZW6007', 'ZW6008', 'ZW6009'],
  ...['ZW7001', 'ZW7002', 'ZW7003', 'ZW7004', 'ZW7005'],
  ...['ZW8001', 'ZW8002', 'ZW8003', 'ZW8004', 'ZW8005', 'ZW8101', 'ZW8102', 'ZW8103'],
  ...['ZW9001', 'ZW9002', 'ZW9003'],
]

/** Alternatives that are right for some author and wrong by the numbers of the bad example: what they lead to there. */
const CONSEQUENCES: Readonly<Record<string, readonly string[]>> = {
  'ZW5006 改为“3个自然日”': ['ZW6002'],
}

test('no code of the design is left out', () => {
  expect(new Set(DESIGNED).size).toBe(68)
  expect(DESIGNED.filter((code) => !codes.some((known) => known === code))).toEqual([])
})

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

  // One too long for a file offers nothing to mend.
  if (isMade(code)) return

  const text = badExampleText(code)
  const fixes = findings(text).flatMap((finding) => (finding.code === code ? finding.fixes : []))
  const titled = fixes.map((fix) => [fix.title, fix] as const)

  test.each(titled.filter(([, { applicability }]) => applicability !== 'placeholder'))(
    'goes away when mended: %s',
    (title, fix) => {
      expect(textOf(fix)).not.toContain('请填写')
      const after = findings(applyFix(text, fix))
      expect(after.map((each) => each.code)).not.toContain(code)
      const errors = after.filter(({ severity }) => severity === 'error').map((each) => each.code)
      expect(errors).toEqual(CONSEQUENCES[`${code} ${title}`] ?? [])
      // What may be applied without asking leaves nothing else behind.
      if (fix.applicability === 'auto') expect(after).toEqual([])
    },
  )

  test.each(titled.filter(([, { applicability }]) => applicability === 'placeholder'))(
    'leaves only the blanks to fill in: %s',
    (_, fix) => {
      const blanks = textOf(fix).split(TO_FILL_IN).length - 1
      expect(blanks).toBeGreaterThan(0)
      const errors = findings(applyFix(text, fix)).filter(({ severity }) => severity === 'error')
      // A blank in place of a keyword makes a line that belongs nowhere.
      const left = code === 'ZW1004' ? 'ZW1005' : 'ZW1105'
      expect(errors.map((each) => each.code)).toEqual(Array.from({ length: blanks }, () => left))
    },
  )

  test('zw check --fix fills in nothing that it does not know', () => {
    const { workspace } = fixWorkspace(openWorkspace([{ uri: 'example.zw', text }], { asOf: BAD_EXAMPLES_DATE }))
    const [fixed] = workspace.result.sources
    expect(fixed?.text.split(TO_FILL_IN)).toHaveLength(text.split(TO_FILL_IN).length)
  })
})

function textOf({ edits }: Fix): string {
  return edits.map((edit) => edit.text).join('')
}
