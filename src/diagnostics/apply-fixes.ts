import type { SourceFile } from '../base/source-file.ts'
import type { Edit, Fix } from './diagnostic.ts'

/** A text with the fixes that went into it. */
export interface FixedText {
  readonly text: string
  /** Those that were applied, in the order given; the others overlap with one of them. */
  readonly applied: readonly Fix[]
}

/**
 * Applies fixes to a text (应用改法): each whole or not at all, the first of those that touch each other. What was left
 * out has moved, so it is to be found anew in the new text. Fixes of other files are left out.
 */
export function applyFixes({ uri, text }: SourceFile, fixes: readonly Fix[]): FixedText {
  const applied: Fix[] = []
  const chosen: Edit[] = []
  for (const fix of fixes) {
    const isHere = fix.edits.every(({ origin }) => origin.file === uri)
    if (!isHere || fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))) continue
    applied.push(fix)
    chosen.push(...fix.edits)
  }
  return { text: applyEdits(text, chosen), applied }
}

/** True where two edits overlap, or stand so close that which comes first would matter. */
function touch({ origin: { span: a } }: Edit, { origin: { span: b } }: Edit): boolean {
  return a.start <= b.end && b.start <= a.end
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.origin.span.start - b.origin.span.start)
  const pieces: string[] = []
  let at = 0
  for (const { origin, text: replacement } of ordered) {
    pieces.push(text.slice(at, origin.span.start), replacement)
    at = Math.max(at, origin.span.end)
  }
  return pieces.join('') + text.slice(at)
}
