import { createNodeTable, pairKey } from './node-table.ts'

/**
 * A set of situations as a multi-valued decision diagram (决策图): a number that stands for a node of the store that made it.
 * Equal sets have equal numbers, so tests for "always" and "never" are comparisons.
 */
export type Diagram = number

/** No situation at all. */
export const NEVER: Diagram = 0
/** Every situation. */
export const ALWAYS: Diagram = 1
/** Not decided: what stands for parts that the store refused to work out. Neither always nor never is ever proven from it. */
export const UNDECIDED: Diagram = 2

/** A variable set to one of its cells. */
export interface Literal {
  readonly variable: number
  readonly cell: number
}

/** Operations on the diagrams of one set of variables. Variables are numbered from 0 in the order they are tested. */
export interface DiagramStore {
  /** How many cells each variable has. */
  readonly cellCounts: readonly number[]
  /** Situations in which the variable lies in one of the cells for which `inside` is true. */
  readonly literal: (variable: number, inside: readonly boolean[]) => Diagram
  readonly and: (a: Diagram, b: Diagram) => Diagram
  readonly or: (a: Diagram, b: Diagram) => Diagram
  readonly not: (a: Diagram) => Diagram
  /** Fixes a variable to a cell. */
  readonly restrict: (a: Diagram, literal: Literal) => Diagram
  /** The situations that lie in the set for some value of the variable (投影). */
  readonly forget: (a: Diagram, variable: number) => Diagram
  /** True when some situation is proven to lie in the set. */
  readonly isSatisfiable: (a: Diagram) => boolean
  /** True when the store could work the whole set out: UNDECIDED is no part of it. */
  readonly isDecided: (a: Diagram) => boolean
  /** The test at the top of a diagram; undefined for NEVER, ALWAYS and UNDECIDED. */
  readonly testOf: (a: Diagram) => DiagramTest | undefined
  /** The variables that the set depends on, in ascending order. */
  readonly support: (a: Diagram) => readonly number[]
  /** True while the store has room for more than it may need before it gives up. */
  readonly hasRoom: () => boolean
}

/** A variable and, for each of its cells, what remains to be tested. */
export interface DiagramTest {
  readonly variable: number
  readonly children: readonly Diagram[]
}

/** More variables than this are not told apart: their literals are UNDECIDED. It bounds the depth of recursion. */
const MAX_VARIABLES = 1000
/** After so many children looked at in one store, every new result is UNDECIDED. It bounds time and memory. */
const USUAL_ROOM = 300_000

const FIRST_NODE = 3

/** Makes a store for variables with the given numbers of cells, with room for so many children of nodes. */
export function createDiagramStore(cellCounts: readonly number[], room: number = USUAL_ROOM): DiagramStore {
  const variables: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const childLists: (readonly Diagram[])[] = [[], [], []]
  const unique = createNodeTable()
  const conjunctions = new Map<number, Diagram>()
  const disjunctions = new Map<number, Diagram>()
  const negations = new Map<Diagram, Diagram>()
  const satisfiable = new Map<Diagram, boolean>()
  const decided = new Map<Diagram, boolean>()
  const supports = new Map<Diagram, readonly number[]>()
  let work = 0

  function make(variable: number, children: readonly Diagram[]): Diagram {
    const first = children[0] ?? NEVER
    if (children.every((child) => child === first)) return first
    work += children.length
    if (work > room) return UNDECIDED
    const known = unique.get(variable, children)
    if (known !== undefined) return known
    const node = variables.length
    variables.push(variable)
    childLists.push(children)
    unique.set(variable, children, node)
    return node
  }

  /** 且 or 或: `neutral` changes nothing, `absorbing` decides. */
  function combine(memo: Map<number, Diagram>, neutral: Diagram, absorbing: Diagram, x: Diagram, y: Diagram): Diagram {
    if (x === y || y === neutral || x === absorbing) return x
    if (x === neutral || y === absorbing) return y
    const a = x < y ? x : y
    const b = x < y ? y : x
    const key = pairKey(a, b)
    const known = memo.get(key)
    if (known !== undefined) return known
    if (work > room) return UNDECIDED
    const variable = Math.min(variables[a] ?? 0, variables[b] ?? 0)
    const children: Diagram[] = []
    for (let cell = 0; cell < (cellCounts[variable] ?? 0); cell++) {
      children.push(combine(memo, neutral, absorbing, childAt(a, variable, cell), childAt(b, variable, cell)))
    }
    const result = make(variable, children)
    memo.set(key, result)
    return result
  }

  function or(a: Diagram, b: Diagram): Diagram {
    return combine(disjunctions, NEVER, ALWAYS, a, b)
  }

  function childAt(node: Diagram, variable: number, cell: number): Diagram {
    return variables[node] === variable ? (childLists[node]?.[cell] ?? NEVER) : node
  }

  function not(a: Diagram): Diagram {
    if (a < FIRST_NODE) return a === UNDECIDED ? a : a === NEVER ? ALWAYS : NEVER
    const known = negations.get(a)
    if (known !== undefined) return known
    const result = make(variables[a] ?? 0, childrenOf(a).map(not))
    negations.set(a, result)
    return result
  }

  function childrenOf(a: Diagram): readonly Diagram[] {
    return childLists[a] ?? []
  }

  function restrict(a: Diagram, literal: Literal): Diagram {
    const memo = new Map<Diagram, Diagram>()
    const visit = (node: Diagram): Diagram => {
      const variable = variables[node] ?? 0
      if (variable > literal.variable) return node
      if (variable === literal.variable) return childAt(node, variable, literal.cell)
      const known = memo.get(node)
      if (known !== undefined) return known
      const result = make(variable, childrenOf(node).map(visit))
      memo.set(node, result)
      return result
    }
    return visit(a)
  }

  function isSatisfiable(a: Diagram): boolean {
    if (a < FIRST_NODE) return a === ALWAYS
    const known = satisfiable.get(a)
    if (known !== undefined) return known
    const result = childrenOf(a).some(isSatisfiable)
    satisfiable.set(a, result)
    return result
  }

  function isDecided(a: Diagram): boolean {
    if (a < FIRST_NODE) return a !== UNDECIDED
    const known = decided.get(a)
    if (known !== undefined) return known
    const result = childrenOf(a).every(isDecided)
    decided.set(a, result)
    return result
  }

  function forget(a: Diagram, forgotten: number): Diagram {
    const memo = new Map<Diagram, Diagram>()
    const visit = (node: Diagram): Diagram => {
      const variable = variables[node] ?? 0
      if (variable > forgotten) return node
      const known = memo.get(node)
      if (known !== undefined) return known
      const result =
        variable === forgotten ? childrenOf(node).reduce(or, NEVER) : make(variable, childrenOf(node).map(visit))
      memo.set(node, result)
      return result
    }
    return visit(a)
  }

  function support(a: Diagram): readonly number[] {
    const known = supports.get(a)
    if (known !== undefined) return known
    const found = new Set<number>()
    const visited = new Set([a])
    for (const node of visited) {
      if (node < FIRST_NODE) continue
      found.add(variables[node] ?? 0)
      for (const child of childrenOf(node)) visited.add(child)
    }
    const result = [...found].sort((x, y) => x - y)
    supports.set(a, result)
    return result
  }

  return {
    cellCounts,
    literal: (variable, inside) =>
      variable < MAX_VARIABLES
        ? make(
            variable,
            inside.map((yes) => (yes ? ALWAYS : NEVER)),
          )
        : UNDECIDED,
    and: (a, b) => combine(conjunctions, ALWAYS, NEVER, a, b),
    or,
    not,
    restrict,
    forget,
    isSatisfiable,
    isDecided,
    support,
    testOf: (a) => (a < FIRST_NODE ? undefined : { variable: variables[a] ?? 0, children: childrenOf(a) }),
    hasRoom: () => work < room / 2,
  }
}
