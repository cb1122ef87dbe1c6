import { createOpenBranches } from '../open-branches.ts'
import { type Block, type BlockBuilder, type BlockTree, blocksWithin, createBlockBuilder } from './block-tree.ts'
import type { Problem } from './problem.ts'

const START = 0
const END = 1

/** Activities with choices that copying may add to the tree; beyond, copies count with their shortest time alone. */
const MOST_COPIES = 4000

/** Arcs between events; side by side, two arcs between the same events are at once one. */
interface EventGraph {
  readonly out: Map<number, number>[]
  readonly into: Set<number>[]
  connect(from: number, to: number, block: number): void
}

/**
 * Reduces a network to one block (化简为块): activities are arcs between events; arcs in series and side by side become
 * blocks; where neither is left, an event with a single arc in (or out) is dissolved by copying that arc for each arc out
 * (or in), the arc with the fewest choices first.
 * Literature: Valdes, Tarjan, Lawler 1982; Bein, Kamburowski, Stallmann, "Optimal reduction of two-terminal directed acyclic
 * graphs", SIAM J. Comput. 21 (1992).
 */
export function reduceNetwork({ activities }: Problem): BlockTree {
  const builder = createBlockBuilder()
  const graph = createEventGraph(builder)
  const eventOf = new Map<string, number>([['', START]])
  const eventAfter = (predecessors: readonly number[]) => {
    const key = predecessors.join()
    const known = eventOf.get(key)
    if (known !== undefined) return known
    const event = newEvent(graph)
    eventOf.set(key, event)
    return event
  }
  const starts = activities.map(({ predecessors }) => eventAfter(predecessors))
  const isOrder = (at: number) => activities[at]?.link !== undefined
  for (const { index, predecessors, successors, modes } of activities) {
    const targets = new Set(successors.map((successor) => starts[successor] ?? END))
    if (targets.size === 0) targets.add(END)
    const shortest = modes[0]?.duration ?? 0
    const fixed = modes.length === 1 && modes[0]?.uses.length === 0
    // Where only orders that may be given up come before or after, the start and the end still hold.
    if (predecessors.length > 0 && predecessors.every(isOrder))
      graph.connect(START, starts[index] ?? END, builder.constant(0))
    if (successors.length > 0 && successors.every(isOrder)) targets.add(END)
    const block = fixed ? builder.constant(shortest) : builder.leaf(index, shortest)
    if (targets.size === 1) for (const target of targets) graph.connect(starts[index] ?? START, target, block)
    else {
      const finished = newEvent(graph)
      graph.connect(starts[index] ?? START, finished, block)
      for (const target of targets) graph.connect(finished, target, builder.constant(0))
    }
  }
  const { nodeReductions, complete } = dissolveEvents(graph, builder)
  const root = graph.out[START]?.get(END) ?? builder.constant(0)
  return { ...inPlace(builder.blocks, root, activities.length), nodeReductions, complete }
}

function createEventGraph(builder: BlockBuilder): EventGraph {
  const out: Map<number, number>[] = [new Map(), new Map()]
  const into: Set<number>[] = [new Set(), new Set()]
  return {
    out,
    into,
    connect(from, to, block) {
      const beside = out[from]?.get(to)
      out[from]?.set(to, beside === undefined ? block : builder.parallel(beside, block))
      into[to]?.add(from)
    },
  }
}

function newEvent({ out, into }: EventGraph): number {
  out.push(new Map())
  return into.push(new Set()) - 1
}

function dissolveEvents(graph: EventGraph, builder: BlockBuilder): { nodeReductions: number; complete: boolean } {
  const { out, into } = graph
  const waiting = createOpenBranches<{ readonly bound: number; readonly event: number }>()
  let nodeReductions = 0
  let copies = 0
  let complete = true
  const consider = (event: number) => {
    const bound = copyingNeeded(graph, builder, event)
    if (event > END && bound !== undefined) waiting.push({ bound, event })
  }
  const again = (block: number, first: boolean) => {
    if (first) return block
    const { weight = 0, least = 0 } = builder.blocks[block] ?? {}
    if (copies + weight <= MOST_COPIES) {
      copies += weight
      return builder.copy(block)
    }
    complete = false
    return builder.constant(least)
  }
  for (const event of out.keys()) consider(event)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { event, bound } = next
    // What stands in the queue may be out of date; then the event was put there again since, or is gone.
    if (copyingNeeded(graph, builder, event) !== bound) continue
    if (bound >= 0) nodeReductions++
    const before = [...(into[event] ?? [])].map((from) => ({ from, block: out[from]?.get(event) ?? 0 }))
    const after = [...(out[event] ?? [])].map(([to, block]) => ({ to, block }))
    for (const { from } of before) out[from]?.delete(event)
    for (const { to } of after) into[to]?.delete(event)
    out[event]?.clear()
    into[event]?.clear()
    // Every arc in is joined with every arc out; the first pair gets the blocks themselves.
    for (const [i, { from, block }] of before.entries()) {
      for (const [j, { to, block: following }] of after.entries()) {
        graph.connect(from, to, builder.series(again(block, j === 0), again(following, i === 0)))
      }
    }
    for (const { from } of before) consider(from)
    for (const { to } of after) consider(to)
  }
  return { nodeReductions, complete }
}

/** How many choices are copied when an event is dissolved: -1 in series, where none are; undefined where it cannot be. */
function copyingNeeded({ out, into }: EventGraph, { blocks }: BlockBuilder, event: number): number | undefined {
  const [before, after] = [into[event]?.size ?? 0, out[event]?.size ?? 0]
  if (before === 1 && after === 1) return -1
  let block: number | undefined
  if (before === 1 && after > 0) for (const from of into[event] ?? []) block = out[from]?.get(event)
  else if (after === 1 && before > 0) for (const only of out[event]?.values() ?? []) block = only
  return block === undefined ? undefined : (blocks[block]?.weight ?? 0) * (before * after - 1)
}

/** Only the blocks of the root, numbered anew, with the leaves of each activity. */
function inPlace(blocks: readonly Block[], root: number, activities: number) {
  const leavesOf: number[][] = Array.from({ length: activities }, () => [])
  const places = new Map<number, number>()
  const kept: Block[] = []
  for (const at of [...blocksWithin(blocks, root)].sort((a, b) => a - b)) {
    const block = blocks[at]
    if (block === undefined || places.has(at)) continue
    places.set(at, kept.length)
    if (block.kind === 'leaf') leavesOf[block.activity]?.push(kept.length)
    if (block.kind === 'leaf' || block.kind === 'constant') kept.push(block)
    else kept.push({ ...block, first: places.get(block.first) ?? 0, second: places.get(block.second) ?? 0 })
  }
  return { blocks: kept, leavesOf }
}
