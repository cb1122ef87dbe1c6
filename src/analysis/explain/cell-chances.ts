import { divide, type Rational, rational, sumOf } from '../../base/rational.ts'
import type { Diagram } from '../../graph/decision-diagram.ts'
import type { Inquiry, InquiryOptions } from './inquiry.ts'

/**
 * How likely each cell of a variable is (各种回答的可能): by how many applicants give it, else the same for every range of
 * values that makes any difference to the matter. Facts are taken as independent of each other.
 */
export function cellChances(
  { space, failing, things }: Inquiry,
  { shareOf }: InquiryOptions,
): (variable: number) => readonly Rational[] {
  const { store, variables } = space
  const roots = [...failing, ...things].map(({ situations }) => situations)
  const known = new Map<number, readonly Rational[]>()
  return (index) => {
    const before = known.get(index)
    if (before !== undefined) return before
    const weights = ownWeights(index) ?? evenWeights(index)
    const total = sumOf(weights)
    const chances = weights.map((weight) => divide(weight, total))
    known.set(index, chances)
    return chances
  }

  /** Undefined where nobody said how likely the values are. */
  function ownWeights(index: number): readonly Rational[] | undefined {
    const variable = variables[index]
    if (shareOf === undefined || variable?.kind !== 'domain') return undefined
    const shares = variable.domain.cells.map(({ example }) => shareOf(variable.fact, example))
    const usable =
      shares.every((share) => Number.isSafeInteger(share) && share >= 0) && shares.some((share) => share > 0)
    return usable ? shares.map((share) => rational(share)) : undefined
  }

  function evenWeights(index: number): readonly Rational[] {
    const cells = Array.from({ length: store.cellCounts[index] ?? 0 }, (_, cell) => cell)
    const kinds = cells.map((cell) => roots.map((root) => restricted(root, index, cell)).join())
    return kinds.map((kind) => rational(1, kinds.filter((other) => other === kind).length))
  }

  function restricted(root: Diagram, variable: number, cell: number): Diagram {
    return store.restrict(root, { variable, cell })
  }
}
