import fc from 'fast-check'
import type { Condition, Operand } from '../../src/model/condition.ts'
import { PROPERTY_FACTS } from '../../src/model/matter-properties.ts'
import type { SelectionTarget } from '../../src/model/selection-target.ts'
import { anyTarget } from './arbitrary-matter.ts'
import { anyName, anyQuoted } from './arbitrary-names.ts'
import { annotations } from './arbitrary-parts.ts'

/** What is said of one property of a matter. */
const statement: fc.Arbitrary<Condition> = fc.constantFrom(...PROPERTY_FACTS).chain((fact): fc.Arbitrary<Condition> => {
  const { name, type, options } = fact
  const named = { kind: fc.constant('compare' as const), fact: fc.constant(name) }
  if (type === 'boolean') return fc.constant({ kind: 'fact', fact: name })
  if (type === 'number') {
    const operand = fc.record({ kind: fc.constant('number' as const), amount: fc.constantFrom('0', '1', '2') })
    return fc.record({ ...named, operator: fc.constantFrom('eq', 'ne', 'ge', 'le', 'gt', 'lt'), operand })
  }
  const operand: fc.Arbitrary<Operand> =
    type === 'option'
      ? fc.constantFrom(...options).map((option) => ({ kind: 'option', option }))
      : anyQuoted.filter((text) => text !== '').map((text) => ({ kind: 'text', text }))
  return fc.oneof(
    fc.record({ ...named, operator: fc.constantFrom('eq', 'ne'), operand }),
    fc.record({
      kind: fc.constant('oneOf' as const),
      fact: fc.constant(name),
      operands: fc.array(operand, { minLength: 1, maxLength: 3 }),
    }),
  )
})

/** Which matters are meant, by their properties. */
const anySelection: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    statement,
    fc.record({ kind: fc.constantFrom('all', 'any'), of: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not'), of: tie('condition') }),
  ),
})).condition

const targets = fc.array(anyTarget, { maxLength: 2 })

/** A 目标 over several matters, as a file can hold it: something is asked. */
export const anySelectionTarget: fc.Arbitrary<SelectionTarget> = fc
  .record(
    {
      kind: fc.constant('selectionTarget' as const),
      name: anyName,
      selection: anySelection,
      each: targets,
      total: targets,
      ...annotations,
    },
    { requiredKeys: ['kind', 'name', 'each', 'total', 'sources', 'notes'] },
  )
  .filter(({ each, total }) => each.length + total.length > 0)
