import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import type { Diagnostic, Fix } from '../../../src/diagnostics/diagnostic.ts'
import { EXPLANATIONS } from '../../../src/diagnostics/explanations.ts'
import { runCli } from '../../cli/run-cli.ts'
import {
  badExample,
  badExamplesFolder,
  badExampleText,
  codes,
  isMade,
  mendExample,
} from '../../support/bad-examples.ts'
import { expectGolden } from '../../support/golden.ts'

const asOf = '2026-11-22'

function findings(text: string): readonly Diagnostic[] {
  return compile([{ uri: 'example.zw', text }], { asOf }).diagnostics
}

function applyFix(text: string, { edits }: Fix): string {
  const fromTheEnd = [...edits].sort((a, b) => b.origin.span.start - a.origin.span.start)
  return fromTheEnd.reduce(
    (result, { origin, text: replacement }) =>
      result.slice(0, origin.span.start) + replacement + result.slice(origin.span.end),
    text,
  )
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
    const file = `${code}.zw`
    const { out, err } = await runCli(['check', file, '--as-of', asOf], { files: { [file]: badExample(code) } })
    expect(err).toBe('')
    const found = out.split('\n').filter((line) => /^(?:错误|警告|提示)\[/.test(line))
    if (isMade(code)) {
      expect(found.at(-1)).toContain(`[${code}]`)
      expectGolden(join(badExamplesFolder, `${code}.txt`), out.slice(out.indexOf(found.at(-1) ?? '')))
      return
    }
    expectGolden(join(badExamplesFolder, `${code}.txt`), out)
    expect(found.map((line) => /\[(.*?)\]/.exec(line)?.[1])).toEqual([code])
  })

  const { bad, good } = EXPLANATIONS[code]

  if (bad !== undefined && good !== undefined) {
    test('goes away when the example is mended as its page says', () => {
      const mended = mendExample(badExampleText(code), bad, good)
      expect(mended, 'the bad lines of the page are not in the bad example').toBeDefined()
      expect(findings(mended ?? '').map((finding) => finding.code)).not.toContain(code)
    })
  }

  test('goes away when any of its fixes is applied', () => {
    const text = badExampleText(code)
    for (const finding of findings(text)) {
      for (const fix of finding.fixes) {
        const after = findings(applyFix(text, fix)).map((each) => each.code)
        expect(after, fix.title).not.toContain(code)
        if (fix.applicability !== 'placeholder') expect(after, fix.title).toEqual([])
      }
    }
  })
})
