import type { CaseDefinition } from '../../engine/flow/definition.ts'

/** Every 角色 that a matter names: of steps, of who fills in facts, of who approves extensions. */
export function rolesOf({ matter }: CaseDefinition): readonly string[] {
  const named = [
    ...matter.flow.map((item) => (item.kind === 'step' ? item.role : undefined)),
    ...matter.facts.map(({ filledBy }) => filledBy),
    ...matter.extensions.map(({ approver }) => approver),
  ]
  return [...new Set(named.filter((role) => role !== undefined))]
}
