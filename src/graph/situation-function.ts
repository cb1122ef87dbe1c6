import { ALWAYS, type Diagram, type DiagramStore, NEVER } from './decision-diagram.ts'
import { createNodeTable, pairKey } from './node-table.ts'

/**
 * A number for each situation (情形上的函数) as a decision diagram that ends in numbers: the number of a node of the store
 * that made it. Equal functions have equal numbers. Where a situation has no number, it takes no part.
 */
export type SituationFunction = number

/** The function without a number anywhere. */
export const NOWHERE: SituationFunction = 0

/** Operations on functions over the variables of one diagram store. */
export interface FunctionStore {
  /** `inside` for the situations of a set, `outside` (or nothing) for the others. What is undecided counts as inside. */
  readonly step: (set: Diagram, inside: bigint, outside: bigint | undefined) => SituationFunction
  /** The sum where both have a number. */
  readonly add: (a: SituationFunction, b: SituationFunction) => SituationFunction
  /** The larger of the numbers that there are. */
  readonly larger: (a: SituationFunction, b: SituationFunction) => SituationFunction
  /** The smaller of the numbers that there are. */
  readonly smaller: (a: SituationFunction, b: SituationFunction) => SituationFunction
  /** The largest number that some value of the variable allows: the variable plays no part any more. */
  readonly maximizeOver: (a: SituationFunction, variable: number) => SituationFunction
  /** The largest number anywhere; undefined where there is none. */
  readonly maximum: (a: SituationFunction) => bigint | undefined
  /** The situations with just this number. */
  readonly where: (a: SituationFunction, value: bigint) => Diagram
  /** The variables that the function depends on, in ascending order. */
  readonly support: (a: SituationFunction) => readonly number[]
  /** How many nodes a function has. */
  readonly size: (a: SituationFunction) => number
  /** True once the store has given up: what it has made since means nothing. */
  readonly isExhausted: () => boolean
}

/** After so many nodes made and combined a store gives up. It bounds time and memory. */
const MAX_WORK = 1_000_000

type Combine = (a: bigint, b: bigint) => bigint

/** Makes a store of functions over the situations of a diagram store. */
export function createFunctionStore(diagrams: DiagramStore): FunctionStore {
  const variables: number[] = [Number.POSITIVE_INFINITY]
  const childLists: (readonly SituationFunction[])[] = [[]]
  const values: (bigint | undefined)[] = [undefined]
  const constants = new Map<bigint, SituationFunction>()
  const unique = createNodeTable()
  const sums = new Map<number, SituationFunction>()
  const maxima = new Map<number, SituationFunction>()
  const minima = new Map<number, SituationFunction>()
  const largest = new Map<SituationFunction, bigint | undefined>()
  let work = 0

  function constant(value: bigint | undefined): SituationFunction {
    if (value === undefined) return NOWHERE
    const known = constants.get(value)
    if (known !== undefined) return known
    const node = push(Number.POSITIVE_INFINITY, [], value)
    constants.set(value, node)
    return node
  }

  function push(variable: number, children: readonly SituationFunction[], value: bigint | undefined): number {
    variables.push(variable)
    childLists.push(children)
    values.push(value)
    return variables.length - 1
  }

  function make(variable: number, children: readonly SituationFunction[]): SituationFunction {
    const first = children[0] ?? NOWHERE
    if (children.every((child) => child === first)) return first
    work++
    const known = unique.get(variable, children)
    if (known !== undefined) return known
    if (isExhausted()) return NOWHERE
    const node = push(variable, children, undefined)
    unique.set(variable, children, node)
    return node
  }

  function isExhausted(): boolean {
    return work > MAX_WORK
  }

  function step(set: Diagram, inside: bigint, outside: bigint | undefined): SituationFunction {
    const memo = new Map<Diagram, SituationFunction>()
    const yes = constant(inside)
    const no = constant(outside)
    const visit = (node: Diagram): SituationFunction => {
      const test = diagrams.testOf(node)
      if (test === undefined) return node === NEVER ? no : yes
      const known = memo.get(node)
      if (known !== undefined) return known
      const result = make(test.variable, test.children.map(visit))
      memo.set(node, result)
      return result
    }
    return visit(set)
  }

  /** Where only one side has a number, `alone` says whether it stands for itself. */
  function combine(
    memo: Map<number, SituationFunction>,
    alone: boolean,
    of: Combine,
    x: SituationFunction,
    y: SituationFunction,
  ): SituationFunction {
    if (x === NOWHERE || y === NOWHERE) return alone ? Math.max(x, y) : NOWHERE
    if (alone && x === y) return x
    const a = x < y ? x : y
    const b = x < y ? y : x
    const key = pairKey(a, b)
    const known = memo.get(key)
    if (known !== undefined) return known
    work++
    const left = values[a]
    const right = values[b]
    let result: SituationFunction
    if (left !== undefined && right !== undefined) result = constant(of(left, right))
    else if (isExhausted()) result = NOWHERE
    else {
      const variable = Math.min(variables[a] ?? 0, variables[b] ?? 0)
      const over = childrenAt(a, variable) ?? childrenAt(b, variable) ?? []
      result = make(
        variable,
        over.map((_, cell) => combine(memo, alone, of, childAt(a, variable, cell), childAt(b, variable, cell))),
      )
    }
    memo.set(key, result)
    return result
  }

  function childrenAt(node: SituationFunction, variable: number): readonly SituationFunction[] | undefined {
    return variables[node] === variable ? childLists[node] : undefined
  }

  function childAt(node: SituationFunction, variable: number, cell: number): SituationFunction {
    return variables[node] === variable ? (childLists[node]?.[cell] ?? NOWHERE) : node
  }

  function larger(a: SituationFunction, b: SituationFunction): SituationFunction {
    return combine(maxima, true, (x, y) => (x > y ? x : y), a, b)
  }

  function maximizeOver(a: SituationFunction, variable: number): SituationFunction {
    const memo = new Map<SituationFunction, SituationFunction>()
    const visit = (node: SituationFunction): SituationFunction => {
      const own = variables[node] ?? 0
      if (own > variable) return node
      const known = memo.get(node)
      if (known !== undefined) return known
      const children = childLists[node] ?? []
      const result = own === variable ? children.reduce(larger, NOWHERE) : make(own, children.map(visit))
      memo.set(node, result)
      return result
    }
    return visit(a)
  }

  function maximum(a: SituationFunction): bigint | undefined {
    const children = childLists[a] ?? []
    if (children.length === 0) return values[a]
    if (largest.has(a)) return largest.get(a)
    let best: bigint | undefined
    for (const child of children) {
      const value = maximum(child)
      if (value !== undefined && (best === undefined || value > best)) best = value
    }
    largest.set(a, best)
    return best
  }

  function where(a: SituationFunction, value: bigint): Diagram {
    const memo = new Map<SituationFunction, Diagram>()
    const visit = (node: SituationFunction): Diagram => {
      const children = childLists[node] ?? []
      if (children.length === 0) return values[node] === value ? ALWAYS : NEVER
      const known = memo.get(node)
      if (known !== undefined) return known
      const variable = variables[node] ?? 0
      const result = children.reduce<Diagram>((sum, child, cell) => {
        const inside = children.map((_, other) => other === cell)
        return diagrams.or(sum, diagrams.and(diagrams.literal(variable, inside), visit(child)))
      }, NEVER)
      memo.set(node, result)
      return result
    }
    return visit(a)
  }

  function nodesOf(a: SituationFunction): ReadonlySet<SituationFunction> {
    const nodes = new Set([a])
    for (const node of nodes) for (const child of childLists[node] ?? []) nodes.add(child)
    return nodes
  }

  return {
    step,
    add: (a, b) => combine(sums, false, (x, y) => x + y, a, b),
    larger,
    smaller: (a, b) => combine(minima, true, (x, y) => (x < y ? x : y), a, b),
    maximizeOver,
    maximum,
    where,
    support: (a) => {
      const found = new Set<number>()
      for (const node of nodesOf(a)) if ((childLists[node] ?? []).length > 0) found.add(variables[node] ?? 0)
      return [...found].sort((x, y) => x - y)
    },
    size: (a) => nodesOf(a).size,
    isExhausted,
  }
}
