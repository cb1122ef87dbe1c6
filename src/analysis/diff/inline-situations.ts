import { assertNever } from '../../base/assert-never.ts'
import type { Condition } from '../../model/condition.ts'
import { editDefinition } from '../../model/edit.ts'
import type { Matter } from '../../model/matter.ts'

/**
 * A matter whose conditions say these situations by what they mean (情形的代入), so that it can be held against one in which the
 * same names mean something else. Situations that mean each other are left as they are.
 */
export function inlineSituations(matter: Matter, names: ReadonlySet<string>): Matter {
  const meanings = new Map<string, Condition>()
  for (const { name, when } of matter.situations) if (names.has(name)) meanings.set(name, when)
  if (meanings.size === 0) return matter
  return editDefinition(matter, (draft) => replaceIn(draft, meanings)).after
}

function replaceIn(value: unknown, meanings: ReadonlyMap<string, Condition>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    const name = situationIn(part)
    const meaning = name === undefined ? undefined : meaningOf(name, meanings, new Set())
    if (meaning === undefined) replaceIn(part, meanings)
    else Reflect.set(value, key, meaning)
  }
}

/** The name in {kind: 'situation', situation: name}, which nothing but a condition looks like. */
function situationIn(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null || !('kind' in part) || part.kind !== 'situation') return undefined
  return 'situation' in part && typeof part.situation === 'string' ? part.situation : undefined
}

/** What a situation means without any of the others; undefined where it is none of them, or means itself. */
function meaningOf(
  name: string,
  meanings: ReadonlyMap<string, Condition>,
  within: ReadonlySet<string>,
): Condition | undefined {
  const meaning = meanings.get(name)
  return meaning === undefined || within.has(name) ? undefined : expand(meaning, meanings, new Set([...within, name]))
}

function expand(
  condition: Condition,
  meanings: ReadonlyMap<string, Condition>,
  within: ReadonlySet<string>,
): Condition {
  switch (condition.kind) {
    case 'situation':
      return meaningOf(condition.situation, meanings, within) ?? condition
    case 'not':
      return { ...condition, of: expand(condition.of, meanings, within) }
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((part) => expand(part, meanings, within)) }
    case 'fact':
    case 'compare':
    case 'oneOf':
      return condition
    default:
      return assertNever(condition)
  }
}
