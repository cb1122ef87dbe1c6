import { expect, it } from 'vitest'
import { applyFixes } from '../../src/diagnostics/apply-fixes.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { exampleWorkspaces } from '../support/syntax-examples.ts'
import { checkTogether, MUTATIONS, mutantsOf } from '../support/syntax-mutations.ts'

/** One mutant in so many is mended; each fix costs one more compilation. */
const ONE_IN = 23

/** Fixes that give a line up: what it declared is then missed by those who name it. */
const GIVES_UP = /^(?:删去这一行|改为“备注：”)$/

/** Without its keyword nobody but the author knows what a line was: there is only a blank to fill in. */
const ANSWERED = Object.keys(MUTATIONS).filter((mutation) => mutation !== 'keyword deleted')

const workspaces = exampleWorkspaces()
const check = checkTogether(workspaces)

const errorsOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ severity }) => severity === 'error').length

// Whatever may be applied to a slip of the pen without a blank to fill in settles it and brings no error of its own.
it.each(ANSWERED)('every fix that is offered for “%s” mends it', (mutation) => {
  const left: string[] = []
  let tried = 0
  for (const source of workspaces.flat()) {
    for (const [number, mutant] of mutantsOf(source, mutation).entries()) {
      if (number % ONE_IN !== 0) continue
      const broken = { ...source, text: mutant.text }
      const before = check(broken).diagnostics
      const known = new Set(check(source).diagnostics.map(({ message }) => message))
      for (const { code, message, fixes } of before) {
        if (known.has(message)) continue
        for (const fix of fixes) {
          if (fix.applicability === 'placeholder' || fix.edits.some(({ origin }) => origin.file !== source.uri))
            continue
          tried++
          const { text } = applyFixes(broken, [fix])
          const after = check({ ...source, text }).diagnostics
          const isGone = !after.some((one) => one.code === code && one.message === message)
          const hasMore = errorsOf(after) > errorsOf(before) && !GIVES_UP.test(fix.title)
          if (!isGone || hasMore) {
            left.push(`${source.uri}:${mutant.line} ${code} ${fix.title}: ${isGone ? 'more errors' : 'still there'}`)
          }
        }
      }
    }
  }
  expect(left).toEqual([])
  expect(tried).toBeGreaterThan(20)
})
