import type { CompiledMatter, CompiledWorkspace } from './compiled.ts'

/** An 实施清单 that rests on a matter, directly or over other levels (受影响的实施清单). */
export interface AffectedImplementation {
  readonly compiled: CompiledMatter
  /** How many levels below: 1 for what is based on the matter itself. */
  readonly depth: number
  /** The name of what it is based on. */
  readonly basedOn: string
}

/** All that has to be looked at again when a matter changes: its implementations on every level below, level by level. */
export function affectedImplementations(workspace: CompiledWorkspace, name: string): readonly AffectedImplementation[] {
  const found: AffectedImplementation[] = []
  for (const compiled of workspace.matters.values()) {
    const chain = basesOf(compiled)
    const depth = chain.findIndex(({ matter }) => matter.name === name) + 1
    const [base] = chain
    if (depth > 0 && base !== undefined) found.push({ compiled, depth, basedOn: base.matter.name })
  }
  return found.toSorted((a, b) => a.depth - b.depth)
}

/** What an 实施清单 rests on, the nearest first; nothing for a 事项 (上级). */
export function basesOf(compiled: CompiledMatter): readonly CompiledMatter[] {
  const bases: CompiledMatter[] = []
  for (let base = compiled.basedOn; base !== undefined; base = base.basedOn) bases.push(base)
  return bases
}
