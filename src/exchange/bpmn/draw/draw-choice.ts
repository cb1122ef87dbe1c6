import { NO_BRANCH } from '../../../graph/flow-graph.ts'
import type { PlannedWay } from '../flow/token-plan.ts'
import { gateway, type LooseEnd, type Sketch } from './sketch.ts'
import type { Subject } from './subject.ts'

/** A choice with what leads to it and what leaves it. */
interface Choosing {
  readonly id: number
  readonly arriving: LooseEnd
  readonly ways: readonly PlannedWay[]
  readonly lost: readonly number[]
}

/**
 * Draws a choice that sends its token one way (分流): an exclusive gateway that tries its branches in the order written. Branches
 * that lead nowhere end; so does, by the default flow, a case in which none holds.
 */
export function drawChoice(
  { graph, parts, laneOf, words, feel }: Subject,
  sketch: Sketch,
  { id, arriving, ways, lost }: Choosing,
  ends: Map<PlannedWay, LooseEnd>,
): void {
  const node = graph.nodes[id]
  const lane = laneOf(id)
  const branches = (node?.branches ?? []).map((branch, index) => ({
    ...branch,
    ways: ways.filter((way) => way.branch === index),
    isLost: lost.includes(index),
  }))
  const drawn = branches.filter((branch) => branch.ways.length > 0 || branch.isLost)
  const isOpen = lost.includes(NO_BRANCH)
  const part = parts[id]
  const isPlain = drawn.length + (isOpen ? 1 : 0) < 2
  const from = isPlain
    ? arriving
    : sketch.add({ id: `Choice_${id}`, kind: 'exclusive', name: node?.name ?? '', lane, ...(part && { part }) }, [
        arriving,
      ])
  if (drawn.length === 0) {
    sketch.add({ id: `End_${id}`, kind: 'end', name: '没有去向', lane }, [from])
    return
  }
  drawn.forEach(({ when, ways: own }, place) => {
    const asked: LooseEnd = isPlain
      ? from
      : when === undefined
        ? { ...from, name: '否则', isDefault: true }
        : { ...from, name: words(when), condition: feel(when), when, turn: place }
    if (own.length === 0) {
      sketch.add({ id: `End_${id}_${place + 1}`, kind: 'end', name: '没有去向', lane }, [asked])
      return
    }
    const end = own.length === 1 ? asked : sketch.add(gateway(`Fork_${id}_${place + 1}`, 'parallel', lane), [asked])
    for (const way of own) ends.set(way, end)
  })
  if (isOpen && !isPlain) {
    sketch.add({ id: `End_${id}`, kind: 'end', name: '没有去向', lane }, [
      { ...from, name: '都不符合', isDefault: true },
    ])
  }
}
