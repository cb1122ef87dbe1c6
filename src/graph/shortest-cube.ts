import { ALWAYS, type Diagram, type DiagramStore, type Literal, UNDECIDED } from './decision-diagram.ts'

/** After so many diagrams looked at, what has been found is shortened as far as it goes instead. */
const MAX_VISITS = 3000

/** A cube as a linked list, so that the many that are tried share their ends. */
interface Cube {
  readonly length: number
  readonly literal: Literal | undefined
  readonly rest: Cube | undefined
}

const EVERYTHING: Cube = { length: 0, literal: undefined, rest: undefined }

/**
 * The fewest literals that put a situation into the set for sure, whatever the other variables are (最短说明); empty for
 * the set of all. Undefined when no situation is proven to lie in it. Deterministic: of equally short ones the one that
 * names earlier variables, and earlier cells of them.
 *
 * A cube either does not mention the variable at the top, and then lies in what all its cells have in common, or fixes it
 * to one cell. That decides the length of the shortest exactly; only diagrams too large for it get a cube that merely
 * has nothing to spare.
 */
export function shortestCube(store: DiagramStore, set: Diagram): readonly Literal[] | undefined {
  if (!store.isSatisfiable(set)) return undefined
  const memo = new Map<Diagram, Cube | undefined>()
  const cube = visit(set)
  return cube === undefined || memo.size > MAX_VISITS ? sparseCube(store, set) : literalsOf(cube)

  function visit(node: Diagram): Cube | undefined {
    if (node === ALWAYS) return EVERYTHING
    if (!store.isSatisfiable(node)) return undefined
    if (memo.has(node)) return memo.get(node)
    const test = store.testOf(node)
    if (test === undefined || memo.size > MAX_VISITS || !store.hasRoom()) return undefined
    let best: Cube | undefined
    for (const [cell, child] of test.children.entries()) {
      const rest = visit(child)
      if (rest === undefined || (best !== undefined && rest.length + 1 >= best.length)) continue
      best = { length: rest.length + 1, literal: { variable: test.variable, cell }, rest }
    }
    // Where one more literal is all there is, leaving it out could only mean the set of all, which this node is not.
    const without = best?.length === 1 ? undefined : visit(test.children.reduce(store.and, ALWAYS))
    if (without !== undefined && (best === undefined || without.length < best.length)) best = without
    memo.set(node, best)
    return best
  }
}

function literalsOf(cube: Cube): readonly Literal[] {
  const literals: Literal[] = []
  for (let rest: Cube | undefined = cube; rest?.literal !== undefined; rest = rest.rest) literals.push(rest.literal)
  return literals
}

/** Cubes longer than this are not shortened. */
const MAX_SHORTENED = 60

/** A shortest way through the diagram, without what it does not need. */
function sparseCube(store: DiagramStore, set: Diagram): readonly Literal[] {
  const distances = new Map<Diagram, number>([[ALWAYS, 0]])
  const distance = (node: Diagram): number => {
    const known = distances.get(node)
    if (known !== undefined) return known
    const children = store.testOf(node)?.children ?? []
    const result = 1 + Math.min(Number.POSITIVE_INFINITY, ...children.map(distance))
    distances.set(node, result)
    return result
  }
  let literals: Literal[] = []
  let node = set
  for (let test = store.testOf(node); test !== undefined; test = store.testOf(node)) {
    const lengths = test.children.map(distance)
    const cell = lengths.indexOf(Math.min(...lengths))
    literals.push({ variable: test.variable, cell })
    node = test.children[cell] ?? UNDECIDED
  }
  if (literals.length > MAX_SHORTENED) return literals
  for (const dropped of [...literals]) {
    const rest = literals.filter((literal) => literal !== dropped)
    if (rest.reduce(store.restrict, set) === ALWAYS) literals = rest
  }
  return literals
}
