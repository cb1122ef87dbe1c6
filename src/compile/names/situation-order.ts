import { assertNever } from '../../base/assert-never.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { ConditionSyntax, Name } from '../../syntax/tree.ts'
import type { Lowering } from '../lower/lowering.ts'
import { childOf, originOf, valueIn } from '../lower/read-node.ts'
import type { Declaration, MatterNames } from './name-space.ts'
import { outputsNamed } from './output-columns.ts'

/**
 * The situations of a matter so that each comes after those it mentions.
 * Those that mention each other in a circle (循环依赖), and what rests on them, are left out; each circle is reported.
 */
export function orderSituations(lowering: Lowering): readonly Declaration[] {
  const space = lowering.names.situations
  const waitsFor = new Map<string, readonly string[]>()
  const ordered: Declaration[] = []
  for (const [key, declaration] of space.byKey) {
    const mentioned = situationsIn(declaration, lowering.names)
    if (mentioned.length === 0) ordered.push(declaration)
    else waitsFor.set(key, mentioned)
  }
  if (waitsFor.size === 0) return ordered
  const ready = new Set(ordered.map(({ name }) => name.key))
  const mentionedBy = new Map<string, string[]>()
  for (const [key, mentioned] of waitsFor) {
    for (const other of mentioned) {
      const list = mentionedBy.get(other)
      if (list === undefined) mentionedBy.set(other, [key])
      else list.push(key)
    }
  }
  // The list grows while it is walked: a situation joins it when the last one that it waits for has joined.
  for (const { name } of ordered) {
    for (const key of mentionedBy.get(name.key) ?? []) {
      const declaration = space.byKey.get(key)
      if (declaration === undefined || ready.has(key)) continue
      if (!(waitsFor.get(key) ?? []).every((other) => ready.has(other))) continue
      ready.add(key)
      waitsFor.delete(key)
      ordered.push(declaration)
    }
  }
  for (const circle of findCircles(waitsFor)) reportCircle(circle, lowering)
  return ordered
}

/** The circles among situations of which each waits for another one in the map. */
function findCircles(waitsFor: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = []
  const visited = new Set<string>()
  for (const start of waitsFor.keys()) {
    const path: string[] = []
    let key: string | undefined = start
    while (key !== undefined && !visited.has(key)) {
      visited.add(key)
      path.push(key)
      key = waitsFor.get(key)?.find((other) => waitsFor.has(other))
    }
    const from = key === undefined ? -1 : path.indexOf(key)
    if (from >= 0) circles.push(path.slice(from))
  }
  return circles
}

function reportCircle(circle: readonly string[], { names, source, report }: Lowering): void {
  const members = circle.flatMap((key) => names.situations.byKey.get(key) ?? [])
  const [first, ...rest] = members
  if (first === undefined) return
  const chain = [...members, first].map(({ name }) => name.text)
  const related = rest.map(({ node }) => ({ origin: originOf(source, node), text: '经过这里' }))
  report(diagnose('ZW4004', { chain }, originOf(source, first.node), { related }))
}

/** The keys of the declared situations that a situation mentions, itself or through the heads of a 判定表. */
function situationsIn({ node }: Declaration, names: MatterNames): readonly string[] {
  const condition = valueIn(childOf(node, 'when'), 'condition')?.condition
  const keys: string[] = []
  if (condition !== undefined) collectNames(condition, names, keys)
  return keys
}

function collectNames(condition: ConditionSyntax, names: MatterNames, keys: string[]): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const operand of condition.operands) collectNames(operand, names, keys)
      return
    case 'not':
      collectNames(condition.operand, names, keys)
      return
    case 'name':
      collectName(condition.name, names, keys)
      return
    case 'compare':
    case 'member':
    case 'range':
      collectName(condition.left, names, keys)
      return
    default:
      assertNever(condition)
  }
}

function collectName(name: Name, names: MatterNames, keys: string[]): void {
  const { byKey } = names.situations
  if (byKey.has(name.key)) keys.push(name.key)
  for (const { table } of outputsNamed(name, names)) {
    for (const { name: head, isOutput } of table.node.table?.columns ?? []) {
      if (!isOutput && byKey.has(head.key)) keys.push(head.key)
    }
  }
}
