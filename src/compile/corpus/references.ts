import { LIBRARY_CONSTRUCTS } from '../../syntax/constructs/library.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import { nameClosing } from '../../syntax/values/name-tokens.ts'
import { nameOf, valueIn } from '../lower/read-node.ts'

/** Stands between a block and a name in it: 企业设立登记·营业执照. */
const PART_MARK = '·'

/** What a 子项 of a bundle may be. */
const COMPONENT_KINDS = ['matter', 'implementation']

/** The lines by which a block builds on other blocks, with the constructs of the blocks that they may name (引用其他块的行). */
const REFERENCES: ReadonlyMap<string, readonly string[]> = new Map([
  ['fact.from', ['matter', ...LIBRARY_CONSTRUCTS]],
  ['implementation.base', ['matter', 'implementation']],
  ['scenario.matter', ['matter', 'implementation']],
  ['component', COMPONENT_KINDS],
  ['component.from', COMPONENT_KINDS],
])

/** Lines that mention something in the other block, behind its name: 材料库·营业执照. In all others · is part of the name. */
const WITH_PART: ReadonlySet<string> = new Set(['fact.from'])

/** Another block that a block builds on (对其他块的引用). */
export interface Reference {
  /** The folded name of the block that is meant. */
  readonly key: string
  /** The constructs that the block may be of. */
  readonly kinds: readonly string[]
}

/** A reference with the line that makes it. */
export interface Mention {
  readonly node: SyntaxNode
  readonly reference: Reference
}

/** The mentions of other blocks in a block, in the order of its lines. */
export function mentionsIn(block: SyntaxNode): readonly Mention[] {
  const found: Mention[] = []
  collect(block, found)
  return found
}

function collect(node: SyntaxNode, found: Mention[]): void {
  for (const child of node.children) {
    const kinds = REFERENCES.get(child.construct)
    if (kinds !== undefined) {
      for (const name of mentionedIn(child)) {
        const key = WITH_PART.has(child.construct) ? ownerOf(name) : name.key
        found.push({ node: child, reference: { key, kinds } })
      }
    }
    collect(child, found)
  }
}

function mentionedIn(node: SyntaxNode): readonly Name[] {
  const name = nameOf(node)
  return name === undefined ? (valueIn(node, 'names')?.names ?? []) : [name]
}

/** The folded name of the block in 块·名称, or the whole where there is no ·. */
export function ownerOf({ key }: Name): string {
  const mark = markIn(key)
  return withoutBrackets(mark < 0 ? key : key.slice(0, mark))
}

/** The folded name behind the · of 块·名称; undefined where there is none. */
export function partOf({ key }: Name): string | undefined {
  const mark = markIn(key)
  return mark < 0 ? undefined : withoutBrackets(key.slice(mark + 1))
}

/** The · that parts the two; one in the brackets of the first belongs to its name. */
function markIn(key: string): number {
  const closing = key.startsWith('[') ? nameClosing(key, 0, key.length) : -1
  return key.indexOf(PART_MARK, Math.max(closing, 0))
}

/** 【企业设立登记】·【经营面积】: each name may have brackets of its own. */
function withoutBrackets(key: string): string {
  return /^\[.*\]$/.test(key) ? key.slice(1, -1) : key
}
