import { groupBy } from '../base/group-by.ts'
import { applyFixes } from '../diagnostics/apply-fixes.ts'
import type { DiagnosticCode } from '../diagnostics/catalogue.ts'
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts'
import type { Workspace } from './workspace.ts'

/** One fix that was applied (已改好的一处). */
export interface AppliedFix {
  readonly file: string
  readonly code: DiagnosticCode
  readonly title: string
}

/** A workspace after its safe fixes. */
export interface FixedWorkspace {
  readonly workspace: Workspace
  readonly applied: readonly AppliedFix[]
}

/** Most rounds of fixes; one makes room for the next where they overlap, but none may go on for ever. */
const MOST_ROUNDS = 20

/**
 * Applies the safe fixes of all findings, and those of what is then found, until none is left (自动改正); to files that
 * `mayChange` allows.
 */
export function fixWorkspace(opened: Workspace, mayChange: (uri: string) => boolean = () => true): FixedWorkspace {
  let workspace = opened
  const applied: AppliedFix[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { diagnostics, sources } = workspace.result
    const safe = new Map(diagnostics.flatMap((diagnostic) => safeFix(diagnostic)))
    if (safe.size === 0) break
    const byFile = groupBy(safe.keys(), ({ edits }) => edits[0]?.origin.file)
    for (const source of sources) {
      if (!mayChange(source.uri)) continue
      const fixed = applyFixes(source, byFile.get(source.uri) ?? [])
      if (fixed.applied.length === 0) continue
      workspace = workspace.update(source.uri, fixed.text)
      for (const fix of fixed.applied) {
        const code = safe.get(fix)
        if (code !== undefined) applied.push({ file: source.uri, code, title: fix.title })
      }
    }
    if (workspace.result.diagnostics === diagnostics) break
  }
  return { workspace, applied }
}

/** The first fix of a finding that may be applied without asking; the others are alternatives to it. */
function safeFix({ code, fixes }: Diagnostic): readonly (readonly [Fix, DiagnosticCode])[] {
  const fix = fixes.find(({ applicability }) => applicability === 'auto')
  return fix === undefined ? [] : [[fix, code]]
}
