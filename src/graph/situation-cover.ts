import { ALWAYS, type Diagram, type DiagramStore, NEVER } from './decision-diagram.ts'
import { shortestCube } from './shortest-cube.ts'

/** A variable that lies in one of some cells. */
interface CellChoice {
  readonly variable: number
  readonly inside: readonly boolean[]
}

/** Some variables with the cells they may lie in, the others being anything (情形块). */
export type SituationBlock = readonly CellChoice[]

/** A set of situations as the union of a few blocks (情形的说明). */
export interface SituationCover {
  readonly blocks: readonly SituationBlock[]
  /** False where the set is larger than what the blocks say. */
  readonly complete: boolean
}

/**
 * Tells a set as blocks, each as wide as it can be and none to spare: every block names as few facts as one in the part
 * not yet told needs, then takes in every further cell that stays within the set.
 */
export function coverSituations(store: DiagramStore, set: Diagram, most: number): SituationCover {
  const blocks: { readonly block: SituationBlock; readonly diagram: Diagram }[] = []
  let rest = set
  while (blocks.length < most) {
    const cube = shortestCube(store, rest)
    if (cube === undefined) break
    const block = widen(
      store,
      set,
      cube.map(({ variable, cell }) => ({
        variable,
        inside: Array.from({ length: store.cellCounts[variable] ?? 0 }, (_, other) => other === cell),
      })),
    )
    const diagram = diagramOf(store, block)
    blocks.push({ block, diagram })
    rest = store.and(rest, store.not(diagram))
  }
  const needed = [...blocks]
  for (const each of blocks) {
    const others = needed.filter((other) => other !== each)
    const told = others.reduce((sum, { diagram }) => store.or(sum, diagram), NEVER)
    if (store.and(each.diagram, store.not(told)) === NEVER) needed.splice(needed.indexOf(each), 1)
  }
  return { blocks: needed.map(({ block }) => block), complete: rest === NEVER }
}

/** Takes in every cell that leaves the block within the set; a variable that may lie anywhere is not named any more. */
function widen(store: DiagramStore, set: Diagram, narrow: SituationBlock): SituationBlock {
  const outside = store.not(set)
  let block = narrow
  for (const { variable, inside } of narrow) {
    const others = block.filter((choice) => choice.variable !== variable)
    const open = store.and(diagramOf(store, others), outside)
    const wide = inside.map(
      (already, cell) =>
        already ||
        store.and(
          open,
          store.literal(
            variable,
            inside.map((_, other) => other === cell),
          ),
        ) === NEVER,
    )
    block = wide.every(Boolean)
      ? others
      : block.map((choice) => (choice.variable === variable ? { variable, inside: wide } : choice))
  }
  return block
}

function diagramOf(store: DiagramStore, block: SituationBlock): Diagram {
  return block.reduce((set, { variable, inside }) => store.and(set, store.literal(variable, inside)), ALWAYS)
}
