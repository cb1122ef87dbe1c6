import type { SyntaxTree } from './tree.ts'

/** Where things stand, which layout may change. */
const PLACES: ReadonlySet<string> = new Set(['keyword', 'valueSpan', 'span'])

/** True when two trees hold the same lines with the same values (意思不变), wherever these stand in their texts. */
export function sameMeaning(left: SyntaxTree, right: SyntaxTree): boolean {
  return isSame(left.blocks, right.blocks)
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  const leftParts = partsOf(left)
  const rightParts = new Map(partsOf(right))
  return (
    leftParts.length === rightParts.size &&
    leftParts.every(([key, part]) => rightParts.has(key) && isSame(part, rightParts.get(key)))
  )
}

function partsOf(part: object): readonly (readonly [string, unknown])[] {
  return Object.entries(part).filter(([key]) => !PLACES.has(key))
}
