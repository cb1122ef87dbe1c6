import type { DiffSide, MatterPair } from '../analysis/diff/matter-diff.ts'
import { affectedImplementations } from '../compile/affected-implementations.ts'
import { compareMatters } from '../compile/compare/compare-matters.ts'
import type { CompiledMatter, CompiledWorkspace } from '../compile/compiled.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** One side of a comparison: matters by name, and the errors found. */
export interface Catalogue {
  readonly matters: ReadonlyMap<string, CompiledMatter>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Finds what became of each matter (对应的事项): by name, else by 编码 where neither side has the other's name; those that are
 * gone come last. Of what changed, the 实施清单 resting on it are told.
 */
export function pairMatters(before: Catalogue, after: CompiledWorkspace): readonly MatterPair[] {
  const gone = new Map([...before.matters].filter(([name]) => !after.matters.has(name)))
  const byCode = new Map([...gone.values()].flatMap((each) => (each.matter.code ? [[each.matter.code, each]] : [])))
  const kept = [...after.matters].map(([name, now]): MatterPair => {
    const renamed = byCode.get(now.matter.code ?? '')
    const was = before.matters.get(name) ?? renamed
    if (was === renamed && was !== undefined) gone.delete(was.matter.name)
    return pairOf(was, now)
  })
  const changed = new Set(kept.flatMap(({ after: now, lines }) => (now && lines.length > 0 ? [now.matter.name] : [])))
  return [
    ...kept.map((pair) => ({ ...pair, implementations: implementationsOf(pair, after, before, changed) })),
    ...[...gone.values()].map((was) => pairOf(was, undefined)),
  ]
}

function pairOf(was: CompiledMatter | undefined, now: CompiledMatter | undefined): MatterPair {
  const side = ({ matter, graph, file }: CompiledMatter): DiffSide => ({ matter, graph, file })
  return {
    ...(was && { before: side(was) }),
    ...(now && { after: side(now) }),
    lines: was && now ? compareMatters(was.matter, now.matter) : [],
  }
}

function implementationsOf(
  { after: now, before: was, lines }: MatterPair,
  after: CompiledWorkspace,
  before: Catalogue,
  changed: ReadonlySet<string>,
) {
  if (now === undefined || was === undefined || lines.length === 0) return []
  return affectedImplementations(after, now.matter.name).map(({ compiled: { matter, file } }) => ({
    name: matter.name,
    changed: changed.has(matter.name),
    newErrors: Math.max(0, errorsIn(after.diagnostics, file) - errorsIn(before.diagnostics, file)),
  }))
}

function errorsIn(diagnostics: readonly Diagnostic[], file: string): number {
  return diagnostics.filter(({ severity, labels }) => severity === 'error' && labels[0].origin.file === file).length
}
