/** So few variables are taken in the order in which they are asked (不必重排的个数). */
export const FEW_VARIABLES = 8
const MAX_ROUNDS = 30

/**
 * An order of variables in which those that conditions mention together stand close to each other (变量次序), by moving
 * each to the middle of its groups until nothing is gained; 0 … count − 1. Decision diagrams stay small in such an order
 * and may be enormous in another. Few variables stay as they are.
 */
export function orderVariables(count: number, groups: readonly (readonly number[])[]): readonly number[] {
  let order = Array.from({ length: count }, (_, variable) => variable)
  if (count <= FEW_VARIABLES) return order
  const together = groups.filter((group) => group.length > 1)
  let places: readonly number[] = order
  let best = spread(together, places)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const moved = middles(together, places)
    const candidate = order.toSorted((a, b) => (moved[a] ?? 0) - (moved[b] ?? 0) || (places[a] ?? 0) - (places[b] ?? 0))
    const placed = candidate.reduce<number[]>((sum, variable, place) => {
      sum[variable] = place
      return sum
    }, [])
    const reached = spread(together, placed)
    if (reached >= best) break
    best = reached
    order = candidate
    places = placed
  }
  return order
}

/** Where each variable belongs: the mean of the centres of its groups, small groups weighing more; or where it is. */
function middles(groups: readonly (readonly number[])[], places: readonly number[]): readonly number[] {
  const sums = places.map(() => 0)
  const weights = places.map(() => 0)
  for (const group of groups) {
    const centre = group.reduce((sum, variable) => sum + (places[variable] ?? 0), 0) / group.length
    for (const variable of group) {
      sums[variable] = (sums[variable] ?? 0) + centre / group.length
      weights[variable] = (weights[variable] ?? 0) + 1 / group.length
    }
  }
  return places.map((place, variable) => {
    const weight = weights[variable] ?? 0
    return weight === 0 ? place : (sums[variable] ?? 0) / weight
  })
}

/** How far the members of all groups stand apart, for their size. */
function spread(groups: readonly (readonly number[])[], places: readonly number[]): number {
  return groups.reduce((sum, group) => {
    const own = group.map((variable) => places[variable] ?? 0)
    const last = own.reduce((most, place) => Math.max(most, place), 0)
    const first = own.reduce((least, place) => Math.min(least, place), last)
    return sum + (last - first) / group.length
  }, 0)
}
