import type { TargetVerdict } from '../../graph/target-verdict.ts'

/** Whether all targets that can be decided are met (是否达标); null where none can be. */
export function isMet(targets: readonly TargetVerdict[]): boolean | null {
  const decided = targets.flatMap((verdict) => (verdict.kind === 'decided' ? [verdict.met] : []))
  return decided.length === 0 ? null : decided.every(Boolean)
}
