import { current, type Draft } from 'immer'
import type { Matter } from '../../model/matter.ts'
import { type FlowOrder, type Link, readOrder, setAfter, stepOf, writeOrder } from './flow-order.ts'

/**
 * Lets steps run side by side (并联): no member waits for another any more. What came before the first still comes
 * before each of them, and what came after the last still comes after each of them; nothing else changes its order.
 *
 * @returns false where the order cannot be written so
 */
export function setSideBySide(draft: Draft<Matter>, names: readonly string[]): boolean {
  const before = readOrder(current(draft))
  const members = new Set(names.filter((name) => before.has(name)))
  if (members.size < 2) return true
  const wanted = withoutInnerOrder(before, members)
  if (wanted === undefined) return false
  for (const name of members) {
    const after = stepOf(draft, name)?.after
    if (after?.some((other) => members.has(other)))
      setAfter(
        draft,
        name,
        after.filter((other) => !members.has(other)),
      )
  }
  addParallel(draft, members)
  return writeOrder(draft, wanted)
}

function withoutInnerOrder(before: FlowOrder, members: ReadonlySet<string>): FlowOrder | undefined {
  const wanted: FlowOrder = new Map()
  for (const [name, links] of before) {
    const outer: Link[] = []
    for (const link of links) {
      if (!members.has(link.name)) outer.push(link)
      else if (members.has(name)) outer.push(...reached(before, members, link.name).entries)
      else outer.push(link, ...reached(before, members, link.name).inner)
    }
    // The case begins with what a member waited for: without it the member would run only when the others do.
    if (outer.length > 0 && links.some((link) => members.has(name) && beginsTheCase(before, members, link)))
      return undefined
    wanted.set(name, outer)
  }
  return wanted
}

function beginsTheCase(before: FlowOrder, members: ReadonlySet<string>, { name }: Link): boolean {
  return members.has(name) && reached(before, members, name).entries.length === 0
}

/** What stands before a member by way of members: the members themselves, and what these wait for outside. */
function reached(before: FlowOrder, members: ReadonlySet<string>, from: string) {
  const inner = new Set<string>([from])
  const entries: Link[] = []
  for (const name of inner) {
    for (const link of before.get(name) ?? []) {
      if (members.has(link.name)) inner.add(link.name)
      else entries.push(link)
    }
  }
  inner.delete(from)
  return { entries, inner: [...inner].map((name): Link => ({ name, branch: -1 })) }
}

/** Says so in the list: the 并联 that holds some of them grows, or a new line stands behind the last of them. */
function addParallel(draft: Draft<Matter>, members: ReadonlySet<string>): void {
  const groups = draft.flow.filter((item) => item.kind === 'parallel')
  const held = groups.filter(({ steps }) => steps.some((name) => members.has(name)))
  const [group, ...others] = held
  if (group !== undefined) {
    if (others.length === 0) group.steps = [...new Set([...group.steps, ...members])]
    return
  }
  const last = draft.flow.reduce((at, item, index) => (item.kind === 'step' && members.has(item.name) ? index : at), -1)
  draft.flow.splice(last + 1, 0, { kind: 'parallel', steps: [...members], sources: [], notes: [] })
}
