/** Nodes of a diagram by what they test and what follows, so that equal ones are one (节点表). */
export interface NodeTable {
  readonly get: (variable: number, children: readonly number[]) => number | undefined
  readonly set: (variable: number, children: readonly number[], node: number) => void
}

/** Two node numbers fit into one key as long as there are fewer nodes than this. */
const SHIFT = 0x4000000

/** The key of a pair of nodes (节点对). */
export function pairKey(a: number, b: number): number {
  return a * SHIFT + b
}

/** Makes an empty table. Most variables are yes or no: a pair of children is one number, others are spelt out. */
export function createNodeTable(): NodeTable {
  const pairs: Map<number, number>[] = []
  const others = new Map<string, number>()
  return {
    get: (variable, children) => {
      const [a, b] = children
      if (children.length !== 2 || a === undefined || b === undefined)
        return others.get(`${variable}:${children.join()}`)
      return pairs[variable]?.get(pairKey(a, b))
    },
    set: (variable, children, node) => {
      const [a, b] = children
      if (children.length !== 2 || a === undefined || b === undefined) {
        others.set(`${variable}:${children.join()}`, node)
        return
      }
      const own = pairs[variable] ?? new Map<number, number>()
      pairs[variable] = own
      own.set(pairKey(a, b), node)
    },
  }
}
