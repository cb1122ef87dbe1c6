import { current, type Draft } from 'immer'
import type { Duration } from '../../calendar/duration.ts'
import type { FlowItem, Step } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import { type FlowOrder, readOrder, stepOf, writeOrder } from './flow-order.ts'

/** The name of the step that steps are merged into. */
export function mergedName(names: readonly string[]): string {
  return names.join('并')
}

/**
 * Merges steps that directly follow each other into one with its own time (合并环节).
 *
 * @returns false where they do not, or the order cannot be written
 */
export function mergeSteps(draft: Draft<Matter>, names: readonly string[], limit: Duration): boolean {
  const steps = names.flatMap((name) => stepOf(draft, name) ?? [])
  const [first, ...rest] = steps
  if (first === undefined || rest.length === 0) return true
  const before = readOrder(current(draft))
  if (
    !isChain(
      before,
      steps.map(({ name }) => name),
    )
  )
    return false
  const name = mergedName(steps.map((step) => step.name))
  const gone = new Set(steps.map((step) => step.name))
  const wanted: FlowOrder = new Map()
  for (const [other, links] of before) {
    if (gone.has(other)) continue
    wanted.set(
      other,
      links.map((link) => (gone.has(link.name) ? { ...link, name } : link)),
    )
  }
  wanted.set(name, before.get(first.name) ?? [])
  // How long the steps took apart says nothing about the whole.
  const { timeTaken: _, ...whole } = first
  const merged: Draft<Step> = {
    ...whole,
    name,
    stages: union(steps.map(({ stages }) => stages)),
    limits: [{ limit }],
    modes: union(steps.map(({ modes }) => modes)),
    outputs: union(steps.map(({ outputs }) => outputs)),
    collects: union(steps.map(({ collects }) => collects)),
    terminates: steps.some(({ terminates }) => terminates),
    sources: steps.flatMap(({ sources }) => sources),
    notes: steps.flatMap(({ notes }) => notes),
  }
  const flow: Draft<FlowItem>[] = []
  for (const item of draft.flow) {
    if (item === first) flow.push(merged)
    else if (item.kind === 'parallel') {
      item.steps = renamed(item.steps, gone, name)
      if (item.steps.length > 1) flow.push(item)
    } else if (!gone.has(item.name)) {
      if (item.kind === 'step' && item.after !== undefined) item.after = renamed(item.after, gone, name)
      flow.push(item)
    }
  }
  draft.flow = flow
  for (const supplement of draft.supplements) {
    if (supplement.step !== undefined && gone.has(supplement.step)) supplement.step = name
  }
  return writeOrder(draft, wanted)
}

/** True where each waits for the one before it alone, and nothing else waits for any but the last. */
function isChain(order: FlowOrder, names: readonly string[]): boolean {
  return names.every((name, at) => {
    const previous = names[at - 1]
    if (previous === undefined) return true
    const links = order.get(name) ?? []
    const followers = [...order.values()].flat().filter((link) => link.name === previous)
    return links.length === 1 && links[0]?.name === previous && followers.length === 1
  })
}

function renamed(names: readonly string[], gone: ReadonlySet<string>, name: string): string[] {
  return union([names.map((other) => (gone.has(other) ? name : other))])
}

function union<T>(lists: readonly (readonly T[])[]): T[] {
  return [...new Set(lists.flat())]
}
