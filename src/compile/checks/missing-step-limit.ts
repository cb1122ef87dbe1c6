import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf } from '../lower/read-node.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6016: a step without 时限 among steps that have one; where none has, the author does not time the steps at all. */
export const checkMissingStepLimit: Check = (context) => {
  const { matter, names } = context
  const timed = matter.flow.some((item) => item.kind === 'step' && item.limits.length > 0)
  if (!timed) return []
  const unreadable = new Set(
    [...names.steps.byKey.values()].filter(({ node }) => childOf(node, 'step.limit')).map(({ name }) => name.text),
  )
  return matter.flow.flatMap((item) =>
    item.kind === 'step' && item.limits.length === 0 && !unreadable.has(item.name)
      ? diagnose('ZW6016', { step: item.name }, placeOf(item, context))
      : [],
  )
}
