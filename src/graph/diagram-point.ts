import { type Diagram, type DiagramStore, NEVER } from './decision-diagram.ts'
import { shortestCube } from './shortest-cube.ts'

/** One single situation: the cell of each variable, the first where it is not named (情形点). */
export type DiagramPoint = ReadonlyMap<number, number>

/** A situation of a set that is proven, else one that is possible; undefined where there is none. */
export function pointIn(store: DiagramStore, set: Diagram): DiagramPoint | undefined {
  if (set === NEVER) return undefined
  const cube = shortestCube(store, set)
  if (cube !== undefined) return new Map(cube.map(({ variable, cell }) => [variable, cell]))
  const point = new Map<number, number>()
  let node = set
  for (let test = store.testOf(node); test !== undefined; test = store.testOf(node)) {
    const cell = test.children.findIndex((child) => child !== NEVER)
    point.set(test.variable, cell)
    node = test.children[cell] ?? NEVER
  }
  return point
}

/** What a set says of one situation: ALWAYS, NEVER or UNDECIDED. */
export function valueAt(store: DiagramStore, set: Diagram, point: DiagramPoint): Diagram {
  let node = set
  for (let test = store.testOf(node); test !== undefined; test = store.testOf(node)) {
    node = test.children[point.get(test.variable) ?? 0] ?? NEVER
  }
  return node
}
